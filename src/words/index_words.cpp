#include <algorithm>

#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"
#include "words/position.h"

namespace dex {
namespace {

std::string sentenceOf(const Findings& findings, const IndexFinding& index) {
    const Language language = findings.language;
    const auto& needs = findings.head->index->needs;
    std::string text;
    if (index.leader) {
        const std::string need = lowerFirst(needs[*index.leader].shortLabel);
        const std::string second = index.second ? lowerFirst(needs[*index.second].shortLabel) : std::string();
        text = say(language, second.empty() ? Word::standoutHere : Word::standoutHereTwo,
                   {{"need", need}, {"second", second}});
    } else if (index.overall) {
        text = say(language, Word::standoutNoneHere);
    }
    const std::string overall = index.overall ? overallSentence(findings, *index.overall) : std::string();
    if (overall.empty()) return text;
    return text.empty() ? overall : text + ' ' + overall;
}

std::vector<NeedBar> barsOf(const Findings& findings, const IndexFinding& index) {
    const Language language = findings.language;
    const auto& needs = findings.head->index->needs;
    // Among a few areas "10%" is a fraction of one, so the score itself is said.
    const bool isFew = index.overall && index.overall->rankedCount < kFewAreas;
    std::vector<NeedBar> bars;
    for (std::size_t i = 0; i < index.needs.size(); ++i) {
        const NeedFinding& found = index.needs[i];
        NeedBar bar;
        bar.id = needs[i].id;
        bar.label = needs[i].shortLabel;
        // At most one: a second that is close behind is named in the sentence.
        bar.standsOut = index.leader == i;
        if (found.score) bar.share = *found.score / 10;
        if (!found.score)
            bar.position = word(language, Word::cardNoData);
        else if (isFew || !found.position)
            bar.position = say(language, Word::cardBarRank, {{"number", formatNumber(language, *found.score, 1)}});
        else
            bar.position = word(language, barWord(positionOf(*found.position)));
        bar.spoken = say(language, bar.standsOut ? Word::cardBarStandsOut : Word::cardBarSpoken,
                         {{"need", needs[i].label}, {"position", bar.position}});
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::string driversOf(const Findings& findings, const IndexFinding& index) {
    if (index.drivers.empty()) return {};
    const Language language = findings.language;
    const auto name = [&](std::size_t i) {
        return figureInside(language, findings.head->indicators[index.drivers[i]]);
    };
    if (index.drivers.size() == 1) return say(language, Word::cardDriver, {{"first", name(0)}});
    return say(language, Word::cardDrivers, {{"first", name(0)}, {"second", name(1)}});
}

// "in the highest-risk 40%": of a range of tenths that reaches one end of the ranking. Empty where it reaches none.
std::string partOf(Language language, const SteadinessFinding& found) {
    if (found.high < 10 && found.low > 1) return {};
    if (found.high == 10 && found.low == 1) return say(language, Word::cardAnywhere);
    const bool isTop = found.high == 10;
    const std::uint32_t tenths = isTop ? 11 - found.low : found.high;
    if (tenths == 5) return say(language, isTop ? Word::cardHalfTop : Word::cardHalfLow);
    return say(language, isTop ? Word::cardPartTop : Word::cardPartLow,
               {{"to", formatPercent(language, tenths / 10.0, 0)}});
}

std::string steadinessOf(const Findings& findings, const SteadinessFinding& found) {
    const Language language = findings.language;
    if (found.done < found.draws) {
        // Drawn a few at a time between frames, so the card first says how far it is.
        const double share = static_cast<double>(found.done) / found.draws;
        return say(language, Word::cardSteadyWorking, {{"percent", formatPercent(language, share, 0)}});
    }
    const std::string steady = steadyText(language, found);
    // At the ends a reader asks "is it really among the worst?", which the share of trials answers.
    if (found.band == 10 || found.band == 1) {
        const bool isAlways = found.timesInBand == found.draws;
        return say(language,
                   found.band == 10 ? (isAlways ? Word::cardSteadyTopAll : Word::cardSteadyTop)
                                    : (isAlways ? Word::cardSteadyLowAll : Word::cardSteadyLow),
                   {{"steady", steady},
                    {"times", formatCount(language, found.timesInBand)},
                    {"trials", formatCount(language, found.draws)}});
    }
    if (const std::string part = partOf(language, found); !part.empty())
        return say(language, Word::cardSteadyPart, {{"steady", steady}, {"part", part}});
    // Bands count from the lowest risk. The sentence counts those that rank above it.
    return say(language, Word::cardSteadyRange,
               {{"steady", steady},
                {"areas", levelOf(findings).plural},
                {"from", formatPercent(language, (10 - found.high) / 10.0, 0)},
                {"to", formatPercent(language, (11 - found.low) / 10.0, 0)}});
}

std::string segmentsOf(const Findings& findings, const IndexFinding& index) {
    if (!index.leader) return {};
    const Need& need = findings.head->index->needs[*index.leader];
    std::string list;
    for (const auto& segment : need.segments) {
        if (!list.empty()) list += word(findings.language, Word::listComma);
        list += say(findings.language, Word::listQuoted, {{"text", segment}});
    }
    if (list.empty()) return {};
    return say(findings.language, Word::cardSegments,
               {{"whole", findings.head->place}, {"need", needInside(findings.language, need)}, {"segments", list}});
}

}  // namespace

std::string steadyText(Language language, const SteadinessFinding& found) {
    // How many tenths the middle 90% of the trials cover: one or two neighbouring ones are steady.
    const std::uint32_t spread = found.high - found.low;
    return say(language, spread <= 1 ? Word::cardSteady : spread <= 3 ? Word::cardVaries : Word::cardUnsteady);
}

void writeIndexCard(const Findings& findings, const AreaFinding& area, CardFacts& card) {
    const Language language = findings.language;
    card.id = area.ref.text();
    card.compare.isIn = area.isCompared;
    card.select.isIn = area.isInSelection;
    card.select.label = word(language, area.isInSelection ? Word::selectionAdded : Word::selectionAdd);
    if (!findings.head->index) return;
    // A button that could add nothing would be dead: it says why instead.
    if (area.isCompared || findings.comparedOwn < kMaxCompared)
        card.compare.label = word(language, area.isCompared ? Word::compareAdded : Word::compareAdd);
    else
        card.compare.full = say(language, Word::compareFull, {{"number", numberWord(language, kMaxCompared)}});
    card.wholeTitle = findings.head->place;
    // A small area is in the fifth or it is not, which its bars say.
    if (area.ref.level != findings.head->levels[0].id)
        card.shares = writeShares(findings, area.shares, possessive(language, withArticle(language, bareName(area))));
    if (!area.index) return;
    const IndexFinding& index = *area.index;
    const std::string sentence = sentenceOf(findings, index);
    // An indicator has a sentence of its own, and what the index says follows it.
    const bool isScore = findings.measure.kind != MeasureKind::Indicator;
    if (isScore)
        card.sentence = sentence;
    else if (!sentence.empty())
        card.sentence += card.sentence.empty() ? sentence : ' ' + sentence;
    card.needsTitle = word(language, Word::cardNeeds);
    card.needs = barsOf(findings, index);
    card.groupsTitle = word(language, Word::cardGroups);
    card.groups = figureRows(findings, area.groups);
    card.drivers = driversOf(findings, index);
    if (index.steadiness && index.overall && index.overall->rankedCount >= kFewAreas)
        card.steadiness = steadinessOf(findings, *index.steadiness);
    card.segments = segmentsOf(findings, index);
    card.comparators.rows = figureRows(findings, area.comparators);
    if (card.comparators.rows.empty()) return;
    card.comparators.title = word(language, Word::cardComparators);
    card.comparators.note = word(language, Word::cardComparatorsNote);
}

}  // namespace dex
