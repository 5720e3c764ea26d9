#include <algorithm>

#include "words/format.h"
#include "words/phrases.h"

namespace dex {
namespace {

Word positionWord(Position position, bool speaksOfRisk) {
    static constexpr Word kSizes[kPositions] = {Word::cardLowest10, Word::cardLowest25, Word::cardMiddle,
                                                Word::cardHighest25, Word::cardHighest10};
    return speaksOfRisk ? riskWord(position) : kSizes[static_cast<std::size_t>(position)];
}

std::string sentenceOf(const Findings& findings, const Standing& standing) {
    if (standing.rankedCount < kFewAreas) return {};
    const Language language = findings.language;
    const std::string whole = possessive(language, rankedWithin(findings));
    const std::string measure = measureInside(indicatorOf(findings));
    const std::string& areas = levelOf(findings).plural;
    const Position position = positionOf(standing.position);
    if (position == Position::Middle)
        return say(language, Word::cardMiddle, {{"whole", whole}, {"areas", areas}, {"measure", measure}});
    const Word words = positionWord(position, speaksOfRisk(indicatorOf(findings)));
    return say(language, Word::cardPosition,
               {{"whole", whole}, {"position", word(language, words)}, {"areas", areas}, {"measure", measure}});
}

std::string rankOf(const Findings& findings, const Standing& standing) {
    const Language language = findings.language;
    const Indicator& indicator = indicatorOf(findings);
    const bool isFirst = standing.rank == 1;
    const bool isLast = standing.rank == standing.rankedCount && !standing.isJoint;
    const Word text = indicator.polarity < 0 ? Word::cardRankRisk
                      : isFirst              ? (standing.isJoint ? Word::cardRankFirstJoint : Word::cardRankFirst)
                      : isLast               ? Word::cardRankLast
                      : standing.isJoint     ? Word::cardRankJoint
                                             : Word::cardRank;
    return say(language, text,
               {{"ordinal", formatOrdinal(language, standing.rank)},
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
    if (findings.measure.kind != MeasureKind::Indicator) {
        add(say(language, Word::measureWithin, {{"whole", rankedWithin(findings)}}));
        return text;
    }
    if (indicator.source < findings.head->sources.size()) add(findings.head->sources[indicator.source].publisher);
    if (!area.standing) return text;
    if (area.state == CellState::Carried) add(word(language, Word::stateCarried));
    if (area.state == CellState::WiderArea) add(word(language, Word::stateWiderArea));
    if (area.state == CellState::WeightedRollUp) add(word(language, Word::stateWeightedRollUp));
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
    card.sentence = sentenceOf(findings, standing);
    if (standing.rankedCount < 2) return;  // One area has no rank.
    card.rank = rankOf(findings, standing);
    if (findings.strip.empty()) return;
    std::uint32_t tallest = 1;
    for (const auto& bin : findings.strip) tallest = std::max(tallest, bin.count);
    for (const auto& bin : findings.strip)
        card.strip.push_back({static_cast<double>(bin.count) / tallest, bin.classIndex});
    const double width = findings.stripMax - findings.stripMin;
    card.mark = width > 0 ? std::clamp((standing.value - findings.stripMin) / width, 0.0, 1.0) : 0.5;
    const Indicator& indicator = indicatorOf(findings);
    card.stripText = say(language, Word::cardStrip,
                         {{"total", formatCount(language, standing.rankedCount)},
                          {"areas", areasWord(levelOf(findings), standing.rankedCount)},
                          {"least", formatValue(language, indicator, findings.stripMin)},
                          {"most", formatValue(language, indicator, findings.stripMax)},
                          {"rank", card.rank}});
}

}  // namespace

CardFacts writeCard(const Findings& findings, const AreaFinding& area) {
    CardFacts card;
    card.name = bareName(area);
    card.detail = detailOf(findings, area);
    card.value = valueWithUnit(findings, area);
    card.source = sourceOf(findings, area);
    card.isLoading = area.isLoading;
    if (!area.postcode.empty())
        card.postcode = say(findings.language, area.isBeside ? Word::cardBeside : Word::cardPostcode,
                            {{"postcode", area.postcode}, {"area", findings.head->levels[0].singular}});
    if (!area.neighbours.empty()) card.neighboursTitle = word(findings.language, Word::cardNeighbours);
    for (const auto& one : area.neighbours)
        card.neighbours.push_back(
            {one.ref.text(),
             say(findings.language, Word::cardNeighbour,
                 {{"direction", compassWord(findings.language, one.towards)}, {"name", one.name}}),
             {}});
    if (area.canHelp) card.help = word(findings.language, Word::cardHelp);
    if (area.standing && !area.isLoading) writeStanding(findings, *area.standing, card);
    writeIndexCard(findings, area, card);
    return card;
}

}  // namespace dex
