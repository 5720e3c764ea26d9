#include <algorithm>
#include <cmath>

#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"
#include "words/write_facts.h"

namespace dex {
namespace {

constexpr std::size_t kNamed = 5;        // Larger areas of a level that are named.
constexpr double kExactBelow = 100;      // So few people are said exactly.
constexpr double kSignificant = 1000.0;  // Above it a number has three digits that count.

// To three digits that count, half away from zero.
double inRound(double count) {
    if (count < kExactBelow) return count;
    double unit = 1;
    while (count / unit >= kSignificant) unit *= 10;
    return std::floor(count / unit + 0.5) * unit;
}

std::string residentsOf(const Findings& findings, const SelectionFinding& found) {
    if (!found.residents) return {};
    const Language language = findings.language;
    const auto& [chosen, inside, touched] = *found.residents;
    if (chosen == inside && chosen == touched)
        return sayPlural(language, Word::cardResidentsOther, chosen, {{"count", formatCount(language, chosen)}});
    const auto rounded = [&](double count) { return formatCount(language, inRound(count)); };
    return say(language, Word::selectionAbout,
               {{"count", rounded(chosen)}, {"least", rounded(inside)}, {"most", rounded(touched)}});
}

std::string partlyOf(const Findings& findings, const SelectionFinding& found) {
    const auto& [chosen, inside, touched] = found.areas;
    if (inside == touched) return {};
    const Language language = findings.language;
    const std::string all = formatCount(language, touched);
    if (inside == 0) return say(language, Word::selectionPartlyNone, {{"touched", all}});
    return sayPlural(language, Word::selectionPartlyOther, inside,
                     {{"count", formatCount(language, inside)}, {"touched", all}});
}

std::string withinText(const Findings& findings, const SelectionFinding::Within& within) {
    const Language language = findings.language;
    std::string names;
    for (std::size_t i = 0; i < std::min(within.names.size(), kNamed); ++i)
        names += (i > 0 ? std::string(word(language, Word::listComma)) : std::string()) + within.names[i];
    if (within.names.size() > kNamed) {
        const auto more = static_cast<double>(within.names.size() - kNamed);
        names = say(language, Word::selectionMore, {{"names", names}, {"count", formatCount(language, more)}});
    }
    const Level& level = findings.head->levels[within.level];
    return say(language, Word::selectionWithin,
               {{"level", upperFirst(areasWord(level, static_cast<double>(within.names.size())))}, {"names", names}});
}

std::string biggestOf(const Findings& findings, const SelectionFinding& found) {
    if (!found.standsOut) return {};
    const std::string& need = findings.head->index->needs[*found.standsOut].shortLabel;
    const Language language = findings.language;
    if (found.areas.chosen == 1) return say(language, Word::selectionBiggestOne, {{"need", need}});
    const bool isAll = found.standsOutIn == found.areas.chosen;
    return say(language, isAll ? Word::selectionBiggestAll : Word::selectionBiggest,
               {{"need", need},
                {"count", formatCount(language, found.standsOutIn)},
                {"total", formatCount(language, found.areas.chosen)},
                {"areas", findings.head->levels[0].plural}});
}

}  // namespace

SelectionFacts writeSelection(const Findings& findings, const SelectionFinding& found) {
    const Language language = findings.language;
    const Level& smallest = findings.head->levels[0];
    SelectionFacts facts;
    facts.title = word(language, Word::selectionTitle);
    facts.areas = found.areas.chosen == 0 ? say(language, Word::selectionNone, {{"areas", smallest.plural}})
                                          : say(language, Word::selectionAreas,
                                                {{"count", formatCount(language, found.areas.chosen)},
                                                 {"areas", areasWord(smallest, found.areas.chosen)}});
    facts.residents = residentsOf(findings, found);
    facts.partly = partlyOf(findings, found);
    for (const auto& within : found.within) facts.within.push_back(withinText(findings, within));
    if (found.areas.chosen == 0) return facts;
    facts.shares = writeShares(findings, found.shares, word(language, Word::selectionIts));
    facts.standsOut = biggestOf(findings, found);
    facts.groups = figureRows(findings, found.groups, Counts::Shown);
    if (!facts.groups.empty()) facts.groupsTitle = word(language, Word::cardGroups);
    facts.wholeTitle = findings.head->place;
    return facts;
}

CardFacts writeSelectionCard(const Findings& findings, const SelectionFinding& found) {
    SelectionFacts facts = writeSelection(findings, found);
    CardFacts card;
    card.id = AreaRef::selection().text();
    card.title = card.name = std::move(facts.title);
    card.detail = std::move(facts.areas);
    card.value = std::move(facts.residents);
    card.source = std::move(facts.partly);
    card.sentence = std::move(facts.standsOut);
    card.shares = std::move(facts.shares);
    card.groupsTitle = std::move(facts.groupsTitle);
    card.groups = std::move(facts.groups);
    card.wholeTitle = std::move(facts.wholeTitle);
    card.within = std::move(facts.within);
    if (!findings.head->index || found.areas.chosen == 0) return card;
    card.scope.label = word(findings.language, Word::selectionScope);
    const auto& chosen = findings.adjust.scope;
    card.scope.isIn = chosen && findings.adjust.scopes[*chosen].id == card.id;
    return card;
}

}  // namespace dex
