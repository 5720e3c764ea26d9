#include "words/position.h"

#include <algorithm>

#include "words/phrases.h"

namespace dex {
namespace {

// Fifths by rank, for the scores of a measure that is not on screen, or whose classes are no equal parts.
constexpr std::uint32_t kFifths = 5;

// "highest-risk 10%" at either end, else the equal part that holds the area: "second-highest-risk fifth".
std::string partPhrase(Language language, double position, std::uint32_t part, std::uint32_t parts, bool risk) {
    // The ends of the ranking are what people look for, so they get a finer word than the class has.
    if (position >= 0.9) return say(language, risk ? Word::positionHighest10Risk : Word::positionHighest10);
    if (position < 0.1) return say(language, risk ? Word::positionLowest10Risk : Word::positionLowest10);
    return say(language, Word::classPart,
               {{"rank", word(language, rankWord(part, parts, risk))}, {"part", word(language, partWord(parts))}});
}

std::uint32_t fifthOf(double position) {
    // A position is below 1, but a caller's rounding may bring it there.
    return std::min(static_cast<std::uint32_t>(std::max(position, 0.0) * kFifths), kFifths - 1);
}

struct Phrases {
    std::string position;
    std::string mapClass;  // Empty where the position follows the classes on screen.
};

Phrases shownPhrases(const Findings& findings, const Standing& standing) {
    const Language language = findings.language;
    const Indicator& indicator = indicatorOf(findings);
    const bool risk = speaksOfRisk(indicator);
    const auto count = static_cast<std::uint32_t>(findings.classes.size());
    // Equal steps and natural breaks put any number of areas in a class, so a rank and a colour can differ.
    if (!hasEqualParts(findings) || standing.classIndex >= count)
        return {partPhrase(language, standing.position, fifthOf(standing.position), kFifths, risk),
                standing.classIndex < count ? classPhrase(findings, standing.classIndex, false) : std::string()};
    const std::uint32_t part = risk && indicator.polarity < 0 ? count - 1 - standing.classIndex : standing.classIndex;
    return {partPhrase(language, standing.position, part, count, risk), {}};
}

}  // namespace

Position positionOf(double position) {
    if (position >= 0.9) return Position::Highest10;
    if (position >= 0.75) return Position::Highest25;
    if (position >= 0.6) return Position::High;
    if (position < 0.1) return Position::Lowest10;
    if (position < 0.25) return Position::Lowest25;
    if (position < 0.4) return Position::Low;
    return Position::Middle;
}

Word barWord(Position position) {
    switch (position) {
        case Position::Highest10: return Word::positionBarHighest10;
        case Position::Highest25: return Word::positionBarHighest25;
        case Position::High: return Word::positionBarHigh;
        case Position::Low: return Word::positionBarLow;
        case Position::Lowest25: return Word::positionBarLowest25;
        case Position::Lowest10: return Word::positionBarLowest10;
        case Position::Middle: break;
    }
    return Word::positionBarMiddle;
}

Word insideWord(Position position) {
    switch (position) {
        case Position::Highest10: return Word::positionInsideHighest10;
        case Position::Highest25: return Word::positionInsideHighest25;
        case Position::High: return Word::positionInsideHigh;
        case Position::Low: return Word::positionInsideLow;
        case Position::Lowest25: return Word::positionInsideLowest25;
        case Position::Lowest10: return Word::positionInsideLowest10;
        case Position::Middle: break;
    }
    return Word::positionInsideMiddle;
}

std::string shownSentence(const Findings& findings, const Standing& standing) {
    if (standing.rankedCount < kFewAreas) return {};
    const Phrases phrases = shownPhrases(findings, standing);
    return say(findings.language, phrases.mapClass.empty() ? Word::cardPosition : Word::cardPositionAndClass,
               {{"position", phrases.position},
                {"class", phrases.mapClass},
                {"whole", possessive(findings.language, rankedWithin(findings))},
                {"areas", levelOf(findings).plural},
                {"measure", figureInside(findings.language, indicatorOf(findings))}});
}

std::string overallSentence(const Findings& findings, const Standing& overall) {
    if (overall.rankedCount < kFewAreas) return {};
    const Language language = findings.language;
    const bool isShown = findings.measure.kind == MeasureKind::Overall && findings.selected &&
                         findings.selected->standing.has_value() && !findings.classes.empty();
    const Phrases phrases =
        isShown ? shownPhrases(findings, *findings.selected->standing)
                : Phrases{partPhrase(language, overall.position, fifthOf(overall.position), kFifths, true), {}};
    return say(language, phrases.mapClass.empty() ? Word::cardOverallIn : Word::cardOverallAndClass,
               {{"position", phrases.position},
                {"class", phrases.mapClass},
                {"whole", possessive(language, rankedWithin(findings))},
                {"area", levelOf(findings).singular},
                {"areas", levelOf(findings).plural}});
}

}  // namespace dex
