#include "words/phrases.h"

#include <utility>

#include "words/format.h"
#include "words/measure_words.h"

namespace dex {
namespace {

Word stateWord(CellState state) {
    switch (state) {
        case CellState::Suppressed: return Word::stateSuppressed;
        case CellState::NotPublished: return Word::stateNotPublished;
        default: return Word::stateNotInFile;
    }
}

Word partWord(std::size_t classes) {
    switch (classes) {
        case 2: return Word::partTwo;
        case 3: return Word::partThree;
        case 4: return Word::partFour;
        default: return Word::partFive;
    }
}

// How the class stands among `count`, counted from the highest value.
Word rankWord(std::size_t classIndex, std::size_t count, const Indicator& indicator) {
    const bool risk = speaksOfRisk(indicator);
    const bool riskIsUp = indicator.polarity >= 0;
    if (classIndex + 1 == count) return risk && riskIsUp ? Word::classHighestRisk : Word::classHighest;
    if (classIndex == 0) return risk && !riskIsUp ? Word::classHighestRisk : Word::classLowest;
    if (2 * classIndex + 1 == count) return Word::classMiddle;
    return 2 * classIndex > count - 1 ? Word::classSecondHighest : Word::classSecondLowest;
}

}  // namespace

std::string possessive(Language language, std::string_view name) {
    return say(language, name.ends_with('s') ? Word::possessiveS : Word::possessiveOther, {{"name", name}});
}

std::string withArticle(Language language, std::string_view name, Where where) {
    if (!name.starts_with("City of ")) return std::string(name);
    return say(language, where == Where::First ? Word::articleFirst : Word::articleInside, {{"name", name}});
}

const Indicator& indicatorOf(const Findings& findings) { return findings.shown; }
const std::string& rankedWithin(const Findings& findings) {
    return findings.scopeName.empty() ? findings.head->place : findings.scopeName;
}
const Level& levelOf(const Findings& findings) { return findings.head->levels[findings.level]; }

std::string measureInside(const Indicator& indicator) { return lowerFirst(indicator.label); }

std::string measureWithUnit(const Findings& findings) {
    const Indicator& indicator = indicatorOf(findings);
    if (indicator.unit.empty()) return indicator.label;
    return say(findings.language, indicator.display == Display::Percent ? Word::subtitlePercent : Word::subtitleNumber,
               {{"measure", indicator.label}, {"unit", indicator.unit}});
}

bool speaksOfRisk(const Indicator& indicator) { return indicator.kind == IndicatorKind::Need; }

std::string areasWord(const Level& level, double count) { return count == 1 ? level.singular : level.plural; }

const std::string& shownName(const Findings& findings) {
    return findings.place ? findings.places[*findings.place].name : findings.head->place;
}

std::string_view compassWord(Language language, Compass point) {
    static constexpr Word kWords[] = {Word::compassNorth,     Word::compassNorthEast, Word::compassEast,
                                      Word::compassSouthEast, Word::compassSouth,     Word::compassSouthWest,
                                      Word::compassWest,      Word::compassNorthWest};
    return word(language, kWords[static_cast<std::uint8_t>(point)]);
}

std::string numberWord(Language language, std::uint32_t number) {
    switch (number) {
        case 2: return say(language, Word::numberTwo);
        case 3: return say(language, Word::numberThree);
        case 4: return say(language, Word::numberFour);
        case 5: return say(language, Word::numberFive);
        default: return formatCount(language, number);
    }
}

std::uint32_t riskiestClass(const Findings& findings) {
    if (findings.classes.empty() || (speaksOfRisk(indicatorOf(findings)) && indicatorOf(findings).polarity < 0))
        return 0;
    return static_cast<std::uint32_t>(findings.classes.size()) - 1;
}

std::string classPhrase(const Findings& findings, std::uint32_t classIndex, bool ofWhole) {
    const Language language = findings.language;
    const auto count = findings.classes.size();
    const std::string rank(word(language, rankWord(classIndex, count, indicatorOf(findings))));
    const bool asked = count == findings.classCount && count >= 2 && count <= 5;
    if (findings.method == ClassMethod::Quantile && asked && findings.rankedCount >= kFewAreas) {
        const auto part = word(language, partWord(count));
        if (!ofWhole) return say(language, Word::classOfParts, {{"rank", rank}, {"part", part}});
        const std::string whole = possessive(language, rankedWithin(findings));
        return say(language, Word::classOfWhole, {{"whole", whole}, {"rank", rank}, {"part", part}});
    }
    return say(language, Word::classOfMany,
               {{"rank", rank}, {"number", numberWord(language, static_cast<std::uint32_t>(count))}});
}

std::string valueWithUnit(const Findings& findings, const AreaFinding& area) {
    const Language language = findings.language;
    if (area.isLoading) return say(language, Word::valueLoading);
    if (area.isOutOfScope) return say(language, Word::cardOutOfScope);
    if (!area.standing) return say(language, stateWord(area.state));
    if (!isScale(findings.measure.kind)) return namedValue(findings, *area.standing);
    if (findings.measure.kind != MeasureKind::Indicator)
        return say(language, Word::measureScoreValue,
                   {{"number", formatValue(language, indicatorOf(findings), area.standing->value)}});
    const Indicator& indicator = indicatorOf(findings);
    std::string number = formatValue(language, indicator, area.standing->value);
    if (indicator.unit.empty()) return number;
    return say(language, indicator.display == Display::Percent ? Word::valuePercent : Word::valueNumber,
               {{"number", number}, {"unit", indicator.unit}});
}

std::string bareName(const AreaFinding& area) {
    if (area.detail.empty()) return area.name;
    const std::string bracket = " (" + area.detail + ")";
    return area.name.size() > bracket.size() && area.name.ends_with(bracket)
               ? area.name.substr(0, area.name.size() - bracket.size())
               : area.name;
}

Word riskWord(Position position) {
    static constexpr Word kWords[kPositions] = {Word::cardLowest10Risk, Word::cardLowest25Risk, Word::cardOverallMiddle,
                                                Word::cardHighest25Risk, Word::cardHighest10Risk};
    return kWords[static_cast<std::size_t>(position)];
}

Word barWord(Position position) {
    static constexpr Word kWords[kPositions] = {Word::cardBarLowest10, Word::cardBarLowest25, Word::cardBarMiddle,
                                                Word::cardBarHighest25, Word::cardBarHighest10};
    return kWords[static_cast<std::size_t>(position)];
}

double alongClass(const Findings& findings, const Standing& standing) {
    if (!findings.hasRanges || standing.classIndex >= findings.classes.size()) return 0.5;
    const auto& range = findings.classes[standing.classIndex];
    if (!(range.max > range.min)) return 0.5;
    const double along = (standing.value - range.min) / (range.max - range.min);
    return along < 0 ? 0 : along > 1 ? 1 : along;
}

}  // namespace dex
