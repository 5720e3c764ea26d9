#include "words/measure_words.h"

#include <algorithm>

#include "words/format.h"
#include "words/phrases.h"

namespace dex {
namespace {

bool isLower(char letter) { return letter >= 'a' && letter <= 'z'; }
bool isUpper(char letter) { return letter >= 'A' && letter <= 'Z'; }

// "2021 and 2025", "2021 to 2025": the years that the dates of the index's indicators name.
std::string yearsOf(Language language, const AtlasHead& head) {
    std::string first, last;
    bool isSpan = false;
    for (const Need& need : head.index->needs) {
        for (const NeedIndicator& one : need.indicators) {
            const std::string& date = head.indicators[one.indicator].date;
            // Dates are words, such as "21 March 2021" or "mid-2020". All figures are of this century.
            const auto at = date.find("20");
            if (at == date.npos || at + 4 > date.size()) continue;
            const std::string year = date.substr(at, 4);
            // A third year lies between two others, whichever comes first.
            isSpan = isSpan || (first != last && year != first && year != last);
            if (first.empty() || year < first) first = year;
            if (year > last) last = year;
        }
    }
    if (first == last) return first;
    return say(language, isSpan ? Word::measureYears : Word::measureTwoYears, {{"from", first}, {"to", last}});
}

const Need& needOf(const Findings& findings, std::uint32_t need) { return findings.head->index->needs[need]; }
const Indicator& otherOf(const Findings& findings) { return findings.head->indicators[findings.measure.other]; }

struct MeasureCell {
    Word level, amount;
};
MeasureCell cellOf(std::uint32_t classIndex) {
    // Classes run along the rows of the square: class = 3 · third of the need + third of the group.
    constexpr Word kLevels[] = {Word::twoWayLow, Word::twoWayMiddle, Word::twoWayHigh};
    return {kLevels[classIndex / kThirds], kLevels[classIndex % kThirds]};
}

std::string cellInWords(const Findings& findings, std::uint32_t classIndex) {
    const Language language = findings.language;
    const MeasureCell cell = cellOf(classIndex);
    return say(language, Word::twoWayCell,
               {{"level", word(language, cell.level)},
                {"amount", word(language, cell.amount)},
                {"group", groupInside(otherOf(findings))}});
}

std::uint32_t countIn(const Findings& findings, std::uint32_t classIndex) {
    return classIndex < findings.classes.size() ? findings.classes[classIndex].countInPlace : 0;
}

std::string standoutHeadline(const Findings& findings) {
    const Language language = findings.language;
    const auto needs = static_cast<std::uint32_t>(findings.classes.size()) - 1;
    // The class that the reader singled out, or else the need that stands out most often; the first of equal ones.
    std::uint32_t told = findings.chosenClass.value_or(kNoDataClass);
    if (told > needs) {
        told = 0;
        for (std::uint32_t i = 1; i < needs; ++i) {
            if (countIn(findings, i) > countIn(findings, told)) told = i;
        }
    }
    const std::uint32_t count = findings.areasInPlace == 1 ? 1 : countIn(findings, told);
    if (findings.areasInPlace == 1) {
        for (told = 0; told < needs && countIn(findings, told) == 0;) ++told;
    }
    // "No need stands out in none of them" would be one no too many.
    const bool isNone = told == needs && count == 0;
    const std::string areas = subjectOf(findings, isNone ? findings.areasInPlace : count, Where::Inside).text;
    if (told == needs)
        return say(language, isNone ? Word::standoutHeadlineSome : Word::standoutHeadlineNone, {{"areas", areas}});
    const std::string& need = needOf(findings, told).shortLabel;
    return say(language, Word::standoutHeadline, {{"need", need}, {"areas", areas}});
}

std::string twoWayHeadline(const Findings& findings) {
    const Language language = findings.language;
    // High need and many of the group: the corner that the square is there for.
    const std::uint32_t corner = kThirds * kThirds - 1;
    std::uint32_t told = std::min(findings.chosenClass.value_or(corner), corner);
    if (findings.areasInPlace == 1) {
        for (told = 0; told < corner && countIn(findings, told) == 0;) ++told;
    }
    const MeasureCell cell = cellOf(told);
    const Subject subject = subjectOf(findings, countIn(findings, told));
    return sayPlural(language, Word::twoWayHeadlineOther, subject.number,
                     {{"areas", subject.text},
                      {"level", word(language, cell.level)},
                      {"need", needInside(language, needOf(findings, findings.measure.index))},
                      {"amount", word(language, cell.amount)},
                      {"group", groupInside(otherOf(findings))}});
}

// Classes of a difference and of what moved stand from far lower to far higher, the middle one for the same.
std::string differenceHeadline(const Findings& findings) {
    const std::uint32_t up = countIn(findings, 3) + countIn(findings, 4),
                        down = countIn(findings, 0) + countIn(findings, 1);
    const Word text = findings.areasInPlace > 1 || up > 0 ? Word::differenceHeadline
                      : down > 0                          ? Word::differenceHeadlineDown
                                                          : Word::differenceHeadlineSame;
    return say(findings.language, text,
               {{"areas", subjectOf(findings, up, Where::Inside).text}, {"other", otherOf(findings).shortLabel}});
}

std::string movedHeadline(const Findings& findings) {
    if (findings.adjust.isPublished) return say(findings.language, Word::movedUnchanged);
    const std::uint32_t count =
        countIn(findings, 0) + countIn(findings, 1) + countIn(findings, 3) + countIn(findings, 4);
    const Subject subject = subjectOf(findings, count, Where::Inside);
    if (findings.areasInPlace == 1 && count == 0)
        return say(findings.language, Word::movedHeadlineSame, {{"areas", subject.text}});
    return sayPlural(findings.language, Word::movedHeadlineOther, subject.number, {{"areas", subject.text}});
}

}  // namespace

std::string lowerFirst(std::string name) {
    // "DERI" and "IMD" keep their capitals, because their second letter is one too.
    if (name.size() > 1 && isUpper(name[0]) && isLower(name[1])) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

std::string upperFirst(std::string text) {
    if (!text.empty() && isLower(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

Palette paletteOf(MeasureKind kind) {
    switch (kind) {
        case MeasureKind::Standout: return Palette::Needs;
        case MeasureKind::TwoWay: return Palette::TwoWay;
        case MeasureKind::Moved:
        case MeasureKind::Difference: return Palette::Diverging;
        default: return Palette::Sequential;
    }
}

Indicator describe(Language language, const AtlasHead& head, const Measure& measure) {
    if (measure.kind == MeasureKind::Indicator) return head.indicators[measure.index];
    Indicator made;
    made.kind = IndicatorKind::Need;
    made.unit = word(language, Word::measureScoreUnit);
    made.decimals = 1;
    // A score is as old as the figures in it, and these are from several years.
    made.date = yearsOf(language, head);
    // There is one line for sources under the map. The first indicator's stands for all of them.
    made.source = head.indicators[head.index->needs[0].indicators[0].indicator].source;
    const auto text = [&](Word label, Word note) {
        made.label = made.shortLabel = word(language, label);
        made.description = word(language, note);
    };
    switch (measure.kind) {
        case MeasureKind::Overall: text(Word::measureOverall, Word::measureOverallNote); break;
        case MeasureKind::Need: {
            const Need& need = head.index->needs[measure.index];
            made.label = say(language, Word::measureNeed, {{"need", need.label}});
            made.shortLabel = say(language, Word::measureNeed, {{"need", need.shortLabel}});
            made.unit = word(language, Word::measureNeedUnit);
            made.description = need.description;
            break;
        }
        case MeasureKind::Standout:
            text(Word::measureStandout, Word::measureStandoutNote);
            made.unit.clear();
            break;
        case MeasureKind::Moved:
            text(Word::measureMoved, Word::measureMovedNote);
            made.unit.clear();
            break;
        case MeasureKind::TwoWay:
            made.label = made.shortLabel = say(language, Word::measureTwoWay,
                                               {{"need", head.index->needs[measure.index].shortLabel},
                                                {"group", groupInside(head.indicators[measure.other])}});
            made.description = word(language, Word::measureTwoWayNote);
            made.unit.clear();
            break;
        case MeasureKind::Difference:
            made.label = made.shortLabel =
                say(language, Word::measureDifference, {{"other", head.indicators[measure.other].shortLabel}});
            made.description = word(language, Word::measureDifferenceNote);
            made.unit.clear();
            break;
        case MeasureKind::Indicator: break;
    }
    return made;
}

std::string namedClass(const Findings& findings, std::uint32_t classIndex) {
    const Language language = findings.language;
    if (findings.measure.kind == MeasureKind::Standout) {
        const auto& needs = findings.head->index->needs;
        return classIndex < needs.size() ? needs[classIndex].label : say(language, Word::standoutNone);
    }
    if (findings.measure.kind == MeasureKind::TwoWay) return upperFirst(cellInWords(findings, classIndex));
    constexpr Word kMoved[] = {Word::movedFarDown, Word::movedDown, Word::movedSame, Word::movedUp, Word::movedFarUp};
    constexpr Word kDifference[] = {Word::differenceFarDown, Word::differenceDown, Word::differenceSame,
                                    Word::differenceUp, Word::differenceFarUp};
    const Word* const words = findings.measure.kind == MeasureKind::Moved ? kMoved : kDifference;
    return upperFirst(say(language, words[std::min(classIndex, kDifferenceClasses - 1)]));
}

std::string namedTitle(const Findings& findings) {
    const Language language = findings.language;
    switch (findings.measure.kind) {
        case MeasureKind::Moved: return say(language, Word::movedTitle);
        case MeasureKind::Difference:
            return say(language, Word::differenceTitle, {{"other", otherOf(findings).shortLabel}});
        default: return findings.shown.label;
    }
}

std::string namedExplanation(const Findings& findings) {
    const Language language = findings.language;
    const Level& level = levelOf(findings);
    const std::string whole = possessive(language, rankedWithin(findings));
    switch (findings.measure.kind) {
        case MeasureKind::Standout:
            return say(language, Word::standoutExplanation, {{"whole", rankedWithin(findings)}});
        case MeasureKind::Moved: return say(language, Word::movedExplanation);
        case MeasureKind::TwoWay:
            return say(language, Word::twoWayExplanation, {{"whole", whole}, {"areas", level.plural}});
        default: return say(language, Word::differenceExplanation, {{"whole", whole}, {"areas", level.plural}});
    }
}

std::string namedHeadline(const Findings& findings) {
    switch (findings.measure.kind) {
        case MeasureKind::Standout: return standoutHeadline(findings);
        case MeasureKind::TwoWay: return twoWayHeadline(findings);
        case MeasureKind::Moved: return movedHeadline(findings);
        default: return differenceHeadline(findings);
    }
}

std::string namedValue(const Findings& findings, const Standing& standing) {
    const Language language = findings.language;
    if (findings.measure.kind == MeasureKind::Standout) {
        const auto& needs = findings.head->index->needs;
        return standing.classIndex < needs.size()
                   ? say(language, Word::standoutValue, {{"need", lowerFirst(needs[standing.classIndex].shortLabel)}})
                   : say(language, Word::standoutNone);
    }
    if (findings.measure.kind == MeasureKind::TwoWay) return upperFirst(cellInWords(findings, standing.classIndex));
    const bool isMoved = findings.measure.kind == MeasureKind::Moved;
    const std::string other = isMoved ? std::string() : otherOf(findings).shortLabel;
    // Positive means higher in risk, for what moved as for a difference.
    const double size = standing.value < 0 ? -standing.value : standing.value;
    const Word text = size == 0            ? (isMoved ? Word::movedValueSame : Word::differenceValueSame)
                      : standing.value > 0 ? (isMoved ? Word::movedValueUpOther : Word::differenceValueUpOther)
                                           : (isMoved ? Word::movedValueDownOther : Word::differenceValueDownOther);
    if (size == 0) return upperFirst(say(language, text, {{"other", other}}));
    return upperFirst(sayPlural(language, text, size, {{"count", formatCount(language, size)}, {"other", other}}));
}

SquareFacts writeSquare(const Findings& findings) {
    const Language language = findings.language;
    const std::uint32_t corner = kThirds * kThirds - 1;
    const std::uint32_t told = std::min(findings.chosenClass.value_or(corner), corner);
    const std::uint32_t count = countIn(findings, told);
    SquareFacts square;
    square.needAxis =
        say(language, Word::twoWayNeedAxis, {{"need", needOf(findings, findings.measure.index).shortLabel}});
    square.groupAxis = otherOf(findings).shortLabel;
    const MeasureCell cell = cellOf(told);
    // In one line, for the axes name both; a second line would leave the panel no room for its list.
    square.chosen = sayPlural(language, Word::twoWayChosenOther, count,
                              {{"level", upperFirst(std::string(word(language, cell.level)))},
                               {"amount", word(language, cell.amount)},
                               {"count", formatCount(language, count)},
                               {"area", levelOf(findings).singular},
                               {"areas", levelOf(findings).plural}});
    return square;
}

}  // namespace dex
