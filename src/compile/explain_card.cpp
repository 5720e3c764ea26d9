#include "compile/explain_card.h"

#include <algorithm>

#include "model/findings_of.h"
#include "words/write_facts.h"

namespace dex {

namespace {

std::size_t lettersIn(const std::string& text) {
    // Columns line up by characters: bytes that only continue one in UTF-8 do not count.
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

// Columns of text, the first to the left and the others to the right.
std::string rows(const std::vector<std::vector<std::string>>& table) {
    std::vector<std::size_t> widths;
    for (const auto& row : table) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], lettersIn(row[i]));
    }
    std::string text;
    for (const auto& row : table) {
        text += " ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string pad(widths[i] - lettersIn(row[i]), ' ');
            text += " " + (i == 0 ? row[i] + pad : pad + row[i]);
        }
        text += "\n";
    }
    return text;
}

std::string cardText(const CardFacts& card) {
    std::string text = card.name + "\n";
    const auto add = [&](const std::string& line) {
        if (!line.empty()) text += line + "\n";
    };
    for (const std::string& line : {card.detail, card.shares.sentence, card.sentence, card.value, card.rank}) add(line);
    std::vector<std::vector<std::string>> needs, groups{{card.groupsTitle, "", card.wholeTitle}}, comparators;
    std::vector<std::vector<std::string>> shares{{card.shares.title, "", card.wholeTitle}};
    for (const FigureRow& row : card.shares.rows) shares.push_back({row.label, row.value, row.whole});
    for (const NeedBar& bar : card.needs) needs.push_back({(bar.standsOut ? "* " : "  ") + bar.label, bar.position});
    for (const FigureRow& row : card.groups) groups.push_back({row.label, row.value, row.whole});
    for (const FigureRow& row : card.comparators.rows) comparators.push_back({row.label, row.value});
    // The first row holds the headings: without another there is no table.
    if (shares.size() > 1) text += "\n" + rows(shares);
    if (!needs.empty()) text += "\n" + card.needsTitle + "\n" + rows(needs);
    if (groups.size() > 1) text += "\n" + rows(groups);
    text += "\n";
    for (const std::string& line : {card.drivers, card.steadiness, card.segments}) add(line);
    if (!comparators.empty())
        text += "\n" + card.comparators.title + "\n" + rows(comparators) + card.comparators.note + "\n";
    return text;
}

}  // namespace

std::string explainCard(ScoredAtlas& atlas, std::uint32_t area) {
    Chosen chosen = atlas.chosen;
    chosen.selected = LevelArea{chosen.level, area};
    // All at once: in print nothing can follow later.
    atlas.analysis.scoresAt(chosen.level, atlas.library)->stepStability(Stability::kDraws);
    const Findings findings =
        findingsOf({.library = atlas.library, .chosen = chosen, .analysis = atlas.analysis, .messages = {}});
    return cardText(*writeFacts(findings).card);
}

}  // namespace dex
