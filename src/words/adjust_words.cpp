#include <algorithm>

#include "base/apart.h"
#include "risk/arithmetic.h"
#include "words/format.h"
#include "words/phrases.h"

namespace dex {
namespace {

// A weight as its share of the sum, so that 3 of 20 reads the same as 6 of 40; only proportions matter.
std::string shareText(Language language, std::uint32_t weight, std::uint32_t sum, Word share) {
    if (weight == 0 || sum == 0) return say(language, Word::adjustLeftOut);
    return say(language, share, {{"percent", formatPercent(language, static_cast<double>(weight) / sum, 0)}});
}

std::uint32_t sumOf(const std::vector<std::uint8_t>& weights) {
    std::uint32_t sum = 0;
    for (const auto weight : weights) sum += weight;
    return sum;
}

WeightRow rowOf(const Findings& findings, std::size_t need) {
    const Language language = findings.language;
    const Need& of = findings.head->index->needs[need];
    const Weights& weights = findings.adjust.weights;
    // Shares are of the needs that count. One whose indicators are all at 0 is left out even if it has weight itself.
    std::uint32_t active = 0;
    for (std::size_t i = 0; i < weights.needs.size(); ++i) {
        if (isActive(weights, i)) active += weights.needs[i];
    }
    WeightRow row;
    row.id = of.id;
    row.label = of.label;
    row.weight = weights.needs[need];
    row.share = shareText(language, isActive(weights, need) ? row.weight : 0, active, Word::adjustShare);
    row.isPublished = row.weight == of.weight;
    const std::uint32_t inside = sumOf(weights.indicators[need]);
    // A need with one indicator has nothing to weigh inside it.
    for (std::size_t i = 0; of.indicators.size() > 1 && i < of.indicators.size(); ++i) {
        const Indicator& indicator = findings.head->indicators[of.indicators[i].indicator];
        WeightRow one;
        one.id = indicator.id;
        one.label = indicator.label;
        one.weight = weights.indicators[need][i];
        one.share = shareText(language, one.weight, inside, Word::adjustShareInside);
        one.isPublished = one.weight == of.indicators[i].weight;
        row.inside.push_back(std::move(one));
    }
    return row;
}

// What is not as published: "Your own weights · Compared within Southwark".
std::string bannerOf(const Findings& findings) {
    const Language language = findings.language;
    const Index& index = *findings.head->index;
    // Without any weight there is no score at all, and the rest of the banner would be beside the point.
    if (!anyActive(findings.adjust.weights)) return say(language, Word::adjustNoWeights);
    std::string text;
    const auto add = [&](const std::string& more) {
        if (!text.empty()) text += word(language, Word::listSeparator);
        text += more;
    };
    if (findings.adjust.weights != publishedWeights(index)) add(say(language, Word::adjustOwnWeights));
    if (findings.adjust.arithmetic != index.arithmetic) add(say(language, Word::adjustOwnArithmetic));
    if (!findings.adjust.scopeName.empty())
        add(say(language, Word::adjustOwnScope, {{"scope", findings.adjust.scopeName}}));
    return text;
}

// The published recipe has no banner: there is nothing to reset and nothing has changed.
DEX_APART void writeChanges(const Findings& findings, AdjustFacts& facts) {
    const Language language = findings.language;
    facts.banner = bannerOf(findings);
    // One area has no rank to move from.
    if (!findings.adjust.movedCount || findings.rankedCount < 2) return;
    const std::uint32_t count = *findings.adjust.movedCount, total = findings.rankedCount;
    const Word text = count == 0      ? Word::adjustChangedNone
                      : count < total ? Word::adjustChanged
                      : total == 2    ? Word::adjustChangedBoth
                                      : Word::adjustChangedAll;
    facts.changed = say(language, text,
                        {{"count", formatCount(language, count)},
                         {"total", formatCount(language, total)},
                         {"area", levelOf(findings).singular},
                         {"areas", levelOf(findings).plural}});
}

DEX_APART void writeChoices(const Findings& findings, AdjustFacts& facts) {
    const Language language = findings.language;
    facts.lead = say(language, Word::adjustLead);
    for (std::size_t need = 0; need < findings.head->index->needs.size(); ++need)
        facts.needs.push_back(rowOf(findings, need));
    const auto id = [](Arithmetic arithmetic) { return std::string(idOf(arithmetic)); };
    facts.arithmetics.choices = {
        {id(Arithmetic::Rank), say(language, Word::adjustRank), say(language, Word::adjustRankNote)},
        {id(Arithmetic::MinMax), say(language, Word::adjustMinmax), say(language, Word::adjustMinmaxNote)},
        {id(Arithmetic::Winsorised), say(language, Word::adjustWinsorised), say(language, Word::adjustWinsorisedNote)},
        {id(Arithmetic::Iod), say(language, Word::adjustIod), say(language, Word::adjustIodNote)}};
    facts.arithmetics.chosen = static_cast<std::uint32_t>(findings.adjust.arithmetic);
}

}  // namespace

std::optional<AdjustFacts> writeAdjust(const Findings& findings) {
    if (!findings.head->index || findings.adjust.weights.needs.empty()) return std::nullopt;
    const Language language = findings.language;
    AdjustFacts facts;
    facts.title = say(language, Word::adjustTitle);
    if (findings.adjust.isOpen) writeChoices(findings, facts);
    // The whole comes first, and its empty id means "no scope".
    facts.scopes.choices.push_back({"", findings.head->place, ""});
    for (const auto& scope : findings.adjust.scopes) facts.scopes.choices.push_back({scope.id, scope.name, ""});
    facts.scopes.chosen = findings.adjust.scope ? *findings.adjust.scope + 1 : 0;
    facts.isOwn = !findings.adjust.isPublished;
    facts.showsMoved = findings.measure.kind == MeasureKind::Moved;
    if (facts.isOwn) writeChanges(findings, facts);
    return facts;
}

}  // namespace dex
