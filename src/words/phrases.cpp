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
        case CellState::ComplexChange: return Word::stateComplexChange;
        default: return Word::stateNotInFile;
    }
}

}  // namespace

Word partWord(std::size_t classes) {
    switch (classes) {
        case 2: return Word::partTwo;
        case 3: return Word::partThree;
        case 4: return Word::partFour;
        default: return Word::partFive;
    }
}

Word rankWord(std::size_t index, std::size_t count, bool risk) {
    if (index + 1 == count) return risk ? Word::classHighestRisk : Word::classHighest;
    if (index == 0) return risk ? Word::classLowestRisk : Word::classLowest;
    // An odd number of classes has a middle one, an even number has none.
    if (2 * index + 1 == count) return risk ? Word::classMiddleRisk : Word::classMiddle;
    if (2 * index > count - 1) return risk ? Word::classSecondHighestRisk : Word::classSecondHighest;
    return risk ? Word::classSecondLowestRisk : Word::classSecondLowest;
}

bool hasEqualParts(const Findings& findings) {
    const auto count = findings.classes.size();
    return findings.method == ClassMethod::Quantile && count == findings.classCount && count >= 2 && count <= 5 &&
           findings.rankedCount >= kFewAreas;
}

std::string possessive(Language language, std::string_view name) {
    // "Your 2 boroughs" is what one says of a selection of one's own.
    if (name == word(language, Word::adjustSelection)) return say(language, Word::adjustOfSelection);
    return say(language, name.ends_with('s') ? Word::possessiveS : Word::possessiveOther, {{"name", name}});
}

std::string withArticle(Language language, std::string_view name, Where where) {
    // The only names in London that take an article. A recipe for another place keeps its names as they are.
    if (!name.starts_with("City of ")) return std::string(name);
    return say(language, where == Where::First ? Word::articleFirst : Word::articleInside, {{"name", name}});
}

const Indicator& indicatorOf(const Findings& findings) { return findings.shown; }
const std::string& rankedWithin(const Findings& findings) {
    return findings.adjust.scopeName.empty() ? findings.head->place : findings.adjust.scopeName;
}
const Level& levelOf(const Findings& findings) { return findings.head->levels[findings.level]; }

std::string measureInside(const Indicator& indicator) { return lowerFirst(indicator.label); }

std::string measureInside(const Findings& findings) {
    if (findings.measure.kind == MeasureKind::Need)
        return needInside(findings.language, findings.head->index->needs[findings.measure.index]);
    const bool isScore = findings.measure.kind != MeasureKind::Indicator;
    return lowerFirst(isScore ? findings.shown.shortLabel : findings.shown.label);
}

std::string needInside(Language language, const Need& need) {
    return say(language, Word::measureNeedInside, {{"need", lowerFirst(need.shortLabel)}});
}

std::string figureInside(Language language, const Indicator& indicator) {
    const std::string measure = measureInside(indicator);
    return indicator.display == Display::Percent ? say(language, Word::measureShare, {{"measure", measure}}) : measure;
}

std::string groupInside(const Indicator& group) {
    const auto bracket = group.label.ends_with(')') ? group.label.rfind(" (") : group.label.npos;
    return lowerFirst(group.label.substr(0, bracket));
}

std::string measureWithUnit(const Findings& findings) {
    const Indicator& indicator = indicatorOf(findings);
    if (indicator.unit.empty()) return indicator.label;
    const bool isScore = findings.measure.kind != MeasureKind::Indicator;
    return say(findings.language,
               isScore                                 ? Word::subtitleScore
               : indicator.display == Display::Percent ? Word::subtitlePercent
                                                       : Word::subtitleNumber,
               {{"measure", indicator.label}, {"unit", indicator.unit}});
}

bool speaksOfRisk(const Indicator& indicator) {
    return indicator.kind == IndicatorKind::Need && (indicator.display != Display::Percent || indicator.polarity < 0);
}

bool isAlone(const Findings& findings) {
    return findings.rankedCount == 1 && findings.measure.kind != MeasureKind::Indicator;
}

bool hasNoWeights(const Findings& findings) {
    return findings.measure.kind != MeasureKind::Indicator && findings.rankedCount == 0 &&
           !anyActive(findings.adjust.weights);
}

std::string areasWord(const Level& level, double count) { return count == 1 ? level.singular : level.plural; }

std::string countedPlace(const Findings& findings, Where where) {
    // Where nothing is cut to a place, what is counted is what is ranked: the scope, or the whole.
    if (!showsWhole(findings)) return withArticle(findings.language, shownName(findings), where);
    return where == Where::First ? upperFirst(rankedWithin(findings)) : rankedWithin(findings);
}

Subject subjectOf(const Findings& findings, std::uint32_t count, Where where) {
    const Language language = findings.language;
    const std::uint32_t total = findings.areasInPlace;
    const auto make = [&](Word text, Where place, double number) {
        std::string made = say(language, text,
                               {{"count", formatCount(language, count)},
                                {"place", possessive(language, countedPlace(findings, place))},
                                {"total", formatCount(language, total)},
                                {"areas", areasWord(levelOf(findings), total)}});
        return Subject{where == Where::Inside ? lowerFirst(std::move(made)) : std::move(made), number};
    };
    if (total == 1) {
        // A place that is one area itself has none of its own.
        const bool isItself =
            findings.level == (findings.place.inner ? findings.place.inner->level : findings.head->topLevel());
        if (isItself) return {countedPlace(findings, where), 1};
        return {say(language, Word::subjectOnly,
                    {{"place", possessive(language, countedPlace(findings, where))},
                     {"areas", levelOf(findings).singular}}),
                1};
    }
    // Of two one says "neither" and "both"; "none of 2" and "all 2" are what a machine says.
    if (count == 0) return make(total == 2 ? Word::subjectNeither : Word::subjectNone, Where::Inside, 1);
    if (count == total) return make(total == 2 ? Word::subjectBoth : Word::subjectAll, Where::Inside, total);
    return make(Word::subjectCount, Where::Inside, count);
}

bool showsWhole(const Findings& findings) { return !findings.place.atTop && !findings.place.inner; }

const std::string& shownName(const Findings& findings) {
    if (findings.place.inner) return findings.place.inner->name;
    return findings.place.atTop ? findings.places[*findings.place.atTop].name : findings.head->place;
}

std::string_view compassWord(Language language, Compass point) {
    static constexpr Word kWords[] = {Word::compassNorth,     Word::compassNorthEast, Word::compassEast,
                                      Word::compassSouthEast, Word::compassSouth,     Word::compassSouthWest,
                                      Word::compassWest,      Word::compassNorthWest};
    return word(language, kWords[static_cast<std::uint8_t>(point)]);
}

std::string numberWord(Language language, std::uint32_t number) {
    switch (number) {
        case 1: return say(language, Word::numberOne);
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
    const bool risk = speaksOfRisk(indicatorOf(findings));
    // Classes go by value. Where less is more risk, the first class is the one of highest risk.
    const bool isTurned = risk && indicatorOf(findings).polarity < 0;
    const std::string rank(word(language, rankWord(isTurned ? count - 1 - classIndex : classIndex, count, risk)));
    if (hasEqualParts(findings)) {
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
    // In order of what stops a number from being shown: it is not here, it is not compared, it does not exist.
    if (area.isLoading) return say(language, Word::valueLoading);
    if (area.isOutOfScope) return say(language, Word::cardOutOfScope);
    if (!area.standing) return say(language, stateWord(area.state));
    if (isAlone(findings)) return say(language, Word::cardAlone, {{"area", levelOf(findings).singular}});
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
    // "Peckham North (Southwark 022B)" with the detail "Southwark 022B" on the line below would say it twice.
    const std::string bracket = " (" + area.detail + ")";
    return area.name.size() > bracket.size() && area.name.ends_with(bracket)
               ? area.name.substr(0, area.name.size() - bracket.size())
               : area.name;
}

double alongClass(const Findings& findings, const Standing& standing) {
    if (!findings.hasRanges || standing.classIndex >= findings.classes.size()) return 0.5;
    const auto& range = findings.classes[standing.classIndex];
    // Also false for a NaN, which no mark can be placed by.
    if (!(range.max > range.min)) return 0.5;
    const double along = (standing.value - range.min) / (range.max - range.min);
    return along < 0 ? 0 : along > 1 ? 1 : along;
}

}  // namespace dex
