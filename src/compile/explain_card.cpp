#include "compile/explain_card.h"

#include <algorithm>

#include "risk/drivers.h"
#include "stats/roll_up.h"
#include "stats/summary.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {

namespace {

Standing standingOf(const Scores& scores, std::uint32_t area) {
    const auto rank = *scores.ranking.rank(area);
    Standing standing;
    standing.value = scores.overall.values[area];
    standing.rank = rank.fromHighest;
    standing.isJoint = rank.joint;
    standing.rankedCount = scores.ranking.count();
    standing.position = *scores.ranking.position(area);
    return standing;
}

SteadinessFinding steadinessOf(const Scores& scores, const Stability& stability, std::uint32_t area) {
    SteadinessFinding steady;
    const auto range = *stability.range(area);
    steady.done = stability.done();
    steady.draws = stability.draws();
    steady.band = bandOf(scores.ranking, area);
    steady.low = range.low;
    steady.high = range.high;
    steady.timesInBand = stability.timesIn(area, steady.band);
    return steady;
}

IndexFinding indexOf(const ScoredAtlas& atlas, const Stability& stability, std::uint32_t area) {
    const Scores& scores = atlas.scores;
    IndexFinding index;
    for (std::size_t need = 0; need < scores.needs.size(); ++need) {
        NeedFinding one;
        one.state = scores.needs[need].states[area];
        if (hasNumber(one.state)) one.score = scores.needs[need].values[area];
        one.position = scores.needRankings[need].position(area);
        index.needs.push_back(one);
    }
    if (scores.dominant[area].leader != kNoNeed) index.leader = scores.dominant[area].leader;
    if (scores.dominant[area].second != kNoNeed) index.second = scores.dominant[area].second;
    for (const auto& one : largest(contributionsOf(scores, atlas.normalised, atlas.weights, area), kDrivers))
        index.drivers.push_back(atlas.index().needs[one.need].indicators[one.position].indicator);
    if (!scores.ranking.has(area)) return index;
    index.overall = standingOf(scores, area);
    index.steadiness = steadinessOf(scores, stability, area);
    return index;
}

// The figures of the groups beside those of the whole atlas, or those of the comparators.
enum class Figures : std::uint8_t { Groups, Comparators };
std::vector<FigureFinding> figuresOf(const AtlasFolder& folder, const ScoredAtlas& atlas, Figures which,
                                     std::uint32_t area, Problems& problems) {
    std::vector<FigureFinding> figures;
    const std::vector<std::uint32_t> one(atlas.head.areaCount(), 0);
    const auto residents = folder.column(atlas.head.residents, atlas.head.areaCount(), problems);
    for (std::uint32_t i = 0; residents && i < atlas.head.indicators.size(); ++i) {
        const Indicator& shown = atlas.head.indicators[i];
        const bool isGroup = shown.kind == IndicatorKind::Group;
        if (which == Figures::Groups ? !isGroup : !isComparable(atlas.head, i)) continue;
        FigureFinding figure{i, atlas.columns[i].states[area], atlas.columns[i].values[area], {}};
        const auto cells = folder.column(shown.column, atlas.head.levels[shown.level].areaCount, problems);
        if (!cells) return figures;
        const Column whole = columnAtLevel(*cells, atlas.levels[shown.level].groupOf, shown.rollUp, *residents, one, 1);
        if (isGroup && hasNumber(whole.states[0])) figure.whole = whole.values[0];
        figures.push_back(figure);
    }
    return figures;
}

std::optional<double> residentsOf(const AtlasFolder& folder, const ScoredAtlas& atlas, std::uint32_t area,
                                  Problems& problems) {
    const auto residents = folder.column(atlas.head.residents, atlas.head.areaCount(), problems);
    const auto& groupOf = atlas.levels[atlas.level].groupOf;
    std::optional<double> sum;
    for (std::size_t i = 0; residents && i < groupOf.size(); ++i) {
        if (groupOf[i] == area && hasNumber(residents->states[i])) sum = sum.value_or(0) + residents->values[i];
    }
    return sum;
}

AreaFinding areaOf(const AtlasFolder& folder, const ScoredAtlas& atlas, const Stability& stability, std::uint32_t area,
                   Problems& problems) {
    const NamedLevel& own = atlas.levels[atlas.level];
    const auto& top = atlas.levels.back();
    AreaFinding found;
    found.ref = {atlas.head.levels[atlas.level].id, own.names.codes[area]};
    found.name = own.names.names[area];
    found.detail = own.names.details[area];
    found.isOutOfScope = !atlas.isInScope(area);
    const auto parents = parentsOf(own.groupOf, top.groupOf, atlas.head.areaCount(), atlas.areaCount());
    if (&own != &top && parents[area] != kNoParent) found.placeName = top.names.names[parents[area]];
    if (atlas.head.residents != kNoFile) {
        found.residents = residentsOf(folder, atlas, area, problems);
        found.groups = figuresOf(folder, atlas, Figures::Groups, area, problems);
        found.comparators = figuresOf(folder, atlas, Figures::Comparators, area, problems);
    }
    found.state = atlas.scores.overall.states[area];
    if (atlas.scores.ranking.has(area)) found.standing = standingOf(atlas.scores, area);
    if (!found.isOutOfScope) found.index = indexOf(atlas, stability, area);
    return found;
}

std::size_t lettersIn(const std::string& text) {
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
    for (const std::string& line : {card.detail, card.sentence, card.value, card.rank}) add(line);
    std::vector<std::vector<std::string>> needs, groups{{card.groupsTitle, "", card.wholeTitle}}, comparators;
    for (const NeedBar& bar : card.needs) needs.push_back({(bar.standsOut ? "* " : "  ") + bar.label, bar.position});
    for (const FigureRow& row : card.groups) groups.push_back({row.label, row.value, row.whole});
    for (const FigureRow& row : card.comparators) comparators.push_back({row.label, row.value});
    if (!needs.empty()) text += "\n" + card.needsTitle + "\n" + rows(needs);
    if (groups.size() > 1) text += "\n" + rows(groups);
    text += "\n";
    for (const std::string& line : {card.drivers, card.steadiness, card.segments}) add(line);
    if (!comparators.empty())
        text += "\n" + card.comparatorsTitle + "\n" + rows(comparators) + card.comparatorsNote + "\n";
    return text;
}

}  // namespace

std::string explainCard(const AtlasFolder& folder, const ScoredAtlas& atlas, const Stability& stability,
                        std::uint32_t area, Problems& problems) {
    Findings findings;
    findings.head = &atlas.head;
    findings.measure = {MeasureKind::Overall, 0, 0};
    findings.shown = describe(findings.language, atlas.head, findings.measure);
    findings.level = atlas.level;
    findings.adjust.arithmetic = atlas.arithmetic;
    findings.adjust.weights = atlas.weights;
    findings.adjust.scopeName = atlas.scopeName;
    if (findings.adjust.scopeName.empty() && !atlas.smallAreas.empty())
        findings.adjust.scopeName = word(findings.language, Word::adjustSelection);
    findings.rankedCount = atlas.scores.ranking.count();
    return cardText(writeCard(findings, areaOf(folder, atlas, stability, area, problems)));
}

}  // namespace dex
