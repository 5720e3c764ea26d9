#include <algorithm>

#include "words/format.h"
#include "words/phrases.h"
#include "words/position.h"

namespace dex {
namespace {

std::string rankOf(const Findings& findings, const Standing& standing) {
    const Language language = findings.language;
    const Indicator& indicator = indicatorOf(findings);
    // Counted from the nearer end: nobody pictures the 4,481st highest.
    const bool isHigh = standing.rank <= standing.fromLowest;
    const std::uint32_t rank = isHigh ? standing.rank : standing.fromLowest;
    std::string place = say(language, isHigh ? Word::classHighest : Word::classLowest);
    if (rank > 1)
        place = say(language, Word::cardRankNth, {{"ordinal", formatOrdinal(language, rank)}, {"end", place}});
    if (standing.isJoint) place = say(language, Word::cardRankJoint, {{"place", place}});
    // A score names itself. Of an indicator the card has said what it measures.
    const std::string measure = findings.measure.kind != MeasureKind::Indicator
                                    ? measureInside(findings)
                                    : say(language, speaksOfRisk(indicator)                 ? Word::cardRisk
                                                    : indicator.display == Display::Percent ? Word::cardShare
                                                                                            : Word::cardFigure);
    return say(language, Word::cardRank,
               {{"place", place},
                {"measure", measure},
                {"total", formatCount(language, standing.rankedCount)},
                {"areas", areasWord(levelOf(findings), standing.rankedCount)},
                {"whole", rankedWithin(findings)}});
}

// "2025 · Ministry of … · carried over from 2011 areas"
std::string sourceOf(const Findings& findings, const AreaFinding& area) {
    const Language language = findings.language;
    const Indicator& indicator = indicatorOf(findings);
    const auto separator = word(language, Word::listSeparator);
    std::string text = indicator.date;
    const auto add = [&](std::string_view more) {
        if (more.empty()) return;
        if (!text.empty()) text += separator;
        text += more;
    };
    // A score has many sources. It says among whom it is ranked instead, because that decides the number.
    if (findings.measure.kind != MeasureKind::Indicator) {
        add(say(language, Word::measureWithin, {{"whole", rankedWithin(findings)}}));
        return text;
    }
    if (indicator.source < findings.head->sources.size()) add(findings.head->sources[indicator.source].publisher);
    // Where the number came from is only worth saying when there is one.
    if (!area.standing) return text;
    if (area.state == CellState::Carried) add(word(language, Word::stateCarried));
    if (area.state == CellState::WiderArea) add(word(language, Word::stateWiderArea));
    if (area.state == CellState::WeightedRollUp) add(word(language, Word::stateWeightedRollUp));
    if (area.state == CellState::EqualRollUp) add(word(language, Word::stateEqualRollUp));
    return text;
}

std::string detailOf(const Findings& findings, const AreaFinding& area) {
    const Language language = findings.language;
    // "Southwark 018B" says the borough already; "E02000807" would not.
    std::string text = area.detail;
    const auto separator = word(language, Word::listSeparator);
    if (!area.placeName.empty() && text.find(area.placeName) == text.npos)
        text = text.empty() ? area.placeName : text + std::string(separator) + area.placeName;
    if (area.residents) {
        if (!text.empty()) text += separator;
        text += sayPlural(language, Word::cardResidentsOther, *area.residents,
                          {{"count", formatCount(language, *area.residents)}});
    }
    return text;
}

// Where it stands among all: in words, and on the strip.
void writeStanding(const Findings& findings, const Standing& standing, CardFacts& card) {
    const Language language = findings.language;
    if (!isScale(findings.measure.kind)) return;
    card.sentence = shownSentence(findings, standing);
    if (standing.rankedCount < 2) return;  // One area has no rank.
    card.rank = rankOf(findings, standing);
    if (findings.strip.bins.empty()) return;
    // Heights are relative to the fullest bin. Starting at 1 keeps an empty strip from dividing by 0.
    std::uint32_t tallest = 1;
    for (const auto& bin : findings.strip.bins) tallest = std::max(tallest, bin.count);
    for (const auto& bin : findings.strip.bins)
        card.strip.push_back({static_cast<double>(bin.count) / tallest, bin.classIndex});
    // All areas may have the same value. Then the strip has no width and the mark is in the middle.
    const double width = findings.strip.max - findings.strip.min;
    card.mark = width > 0 ? std::clamp((standing.value - findings.strip.min) / width, 0.0, 1.0) : 0.5;
    const Indicator& indicator = indicatorOf(findings);
    card.stripText = say(language, Word::cardStrip,
                         {{"total", formatCount(language, standing.rankedCount)},
                          {"areas", areasWord(levelOf(findings), standing.rankedCount)},
                          {"least", formatValue(language, indicator, findings.strip.min)},
                          {"most", formatValue(language, indicator, findings.strip.max)},
                          {"rank", card.rank}});
}

}  // namespace

// The order of the card: what it is, its number, where that stands among all, then what the index says.
CardFacts writeCard(const Findings& findings, const AreaFinding& area) {
    CardFacts card;
    card.title = word(findings.language, Word::cardTitle);
    card.name = bareName(area);
    card.detail = detailOf(findings, area);
    card.value = valueWithUnit(findings, area);
    card.source = sourceOf(findings, area);
    card.isLoading = area.isLoading;
    if (area.isHere)
        card.here = say(findings.language, area.postcode.empty() ? Word::findHereYou : Word::findHere,
                        {{"postcode", area.postcode}});
    if (!area.postcode.empty())
        card.postcode = say(findings.language, area.isBeside ? Word::cardBeside : Word::cardPostcode,
                            {{"postcode", area.postcode}, {"area", findings.head->levels[0].singular}});
    if (!area.neighbours.empty()) card.neighbours.title = word(findings.language, Word::cardNeighbours);
    for (const auto& one : area.neighbours)
        card.neighbours.areas.push_back(
            {one.ref.text(),
             say(findings.language, Word::cardNeighbour,
                 {{"direction", compassWord(findings.language, one.towards)}, {"name", one.name}}),
             {}});
    if (area.canHelp) card.help = word(findings.language, Word::cardHelp);
    // While the values load the class is already known, but a rank would be a guess.
    if (area.standing && !area.isLoading) writeStanding(findings, *area.standing, card);
    writeIndexCard(findings, area, card);
    return card;
}

}  // namespace dex
