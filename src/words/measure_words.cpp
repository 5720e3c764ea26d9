#include "words/measure_words.h"

#include <algorithm>

#include "words/format.h"
#include "words/phrases.h"

namespace dex {
namespace {

bool isLower(char letter) { return letter >= 'a' && letter <= 'z'; }
bool isUpper(char letter) { return letter >= 'A' && letter <= 'Z'; }

// "2021–2025": the first and the last year that the dates of the index's indicators name.
std::string yearsOf(Language language, const AtlasHead& head) {
    std::string first, last;
    for (const Need& need : head.index->needs) {
        for (const NeedIndicator& one : need.indicators) {
            const std::string& date = head.indicators[one.indicator].date;
            const auto at = date.find("20");
            if (at == date.npos || at + 4 > date.size()) continue;
            const std::string year = date.substr(at, 4);
            if (first.empty() || year < first) first = year;
            if (year > last) last = year;
        }
    }
    if (first == last) return first;
    return say(language, Word::measureYears, {{"from", first}, {"to", last}});
}

const Need& needOf(const Findings& findings, std::uint32_t need) { return findings.head->index->needs[need]; }
const Indicator& otherOf(const Findings& findings) { return findings.head->indicators[findings.measure.other]; }

struct Cell {
    Word level, amount;
};
Cell cellOf(std::uint32_t classIndex) {
    constexpr Word kLevels[] = {Word::twoWayLow, Word::twoWayMiddle, Word::twoWayHigh};
    constexpr Word kAmounts[] = {Word::twoWayFew, Word::twoWaySome, Word::twoWayMany};
    return {kLevels[classIndex / kThirds], kAmounts[classIndex % kThirds]};
}

// "older people": the group as a sentence names it.
std::string groupInside(const Indicator& group) { return lowerFirst(group.shortLabel); }

std::string cellInWords(const Findings& findings, std::uint32_t classIndex) {
    const Language language = findings.language;
    const Cell cell = cellOf(classIndex);
    return say(language, Word::twoWayCell,
               {{"level", word(language, cell.level)},
                {"amount", word(language, cell.amount)},
                {"group", groupInside(otherOf(findings))}});
}

// "Southwark’s"
std::string ofPlace(const Findings& findings) {
    return possessive(findings.language, withArticle(findings.language, shownName(findings)));
}

std::uint32_t countIn(const Findings& findings, std::uint32_t classIndex) {
    return classIndex < findings.classes.size() ? findings.classes[classIndex].countInPlace : 0;
}

std::string standoutHeadline(const Findings& findings) {
    const Language language = findings.language;
    const auto needs = static_cast<std::uint32_t>(findings.classes.size()) - 1;
    std::uint32_t told = findings.chosenClass.value_or(kNoDataClass);
    if (told > needs) {
        told = 0;
        for (std::uint32_t i = 1; i < needs; ++i) {
            if (countIn(findings, i) > countIn(findings, told)) told = i;
        }
    }
    const std::string need = told == needs ? std::string() : needOf(findings, told).shortLabel;
    if (findings.areasInPlace == 1) {
        const std::string name = withArticle(language, shownName(findings));
        if (countIn(findings, needs) == 1) return say(language, Word::standoutNoneSingle, {{"name", name}});
        return say(language, Word::standoutSingle, {{"need", need}, {"name", name}});
    }
    return say(language, told == needs ? Word::standoutNoneCount : Word::standoutCount,
               {{"need", need},
                {"count", formatCount(language, countIn(findings, told))},
                {"place", ofPlace(findings)},
                {"total", formatCount(language, findings.areasInPlace)},
                {"areas", areasWord(levelOf(findings), findings.areasInPlace)}});
}

std::string twoWayHeadline(const Findings& findings) {
    const Language language = findings.language;
    const std::uint32_t corner = kThirds * kThirds - 1;
    const std::uint32_t told = std::min(findings.chosenClass.value_or(corner), corner);
    if (findings.areasInPlace == 1) {
        std::uint32_t own = 0;
        while (own < corner && countIn(findings, own) == 0) ++own;
        return say(
            language, Word::twoWaySingle,
            {{"name", withArticle(language, shownName(findings), Where::First)}, {"cell", cellInWords(findings, own)}});
    }
    const Cell cell = cellOf(told);
    const std::uint32_t count = countIn(findings, told);
    const std::string level = upperFirst(std::string(word(language, cell.level)));
    const std::string need = lowerFirst(needOf(findings, findings.measure.index).shortLabel);
    const std::string group = groupInside(otherOf(findings));
    const std::string counted = formatCount(language, count), areas = levelOf(findings).plural;
    if (!findings.place) {
        return sayPlural(language, Word::twoWayHeadlineOther, count,
                          {{"level", level},
                           {"need", need},
                           {"amount", word(language, cell.amount)},
                           {"group", group},
                           {"count", counted},
                           {"area", levelOf(findings).singular},
                           {"areas", areas}});
    }
    return say(language, Word::twoWayHeadlineIn,
               {{"level", level},
                {"need", need},
                {"amount", word(language, cell.amount)},
                {"group", group},
                {"count", counted},
                {"place", ofPlace(findings)},
                {"total", formatCount(language, findings.areasInPlace)},
                {"areas", areasWord(levelOf(findings), findings.areasInPlace)}});
}

std::string differenceHeadline(const Findings& findings) {
    const Language language = findings.language;
    const bool isMoved = findings.measure.kind == MeasureKind::Moved;
    std::uint32_t count = countIn(findings, 3) + countIn(findings, 4);
    if (isMoved) count += countIn(findings, 0) + countIn(findings, 1);
    const std::string counted = formatCount(language, count), total = formatCount(language, findings.areasInPlace);
    const std::string areas = areasWord(levelOf(findings), findings.areasInPlace), place = ofPlace(findings);
    if (!isMoved) {
        return say(language, Word::differenceHeadline,
                   {{"count", counted},
                    {"place", place},
                    {"total", total},
                    {"areas", areas},
                    {"other", otherOf(findings).shortLabel}});
    }
    if (count == 0) return say(language, Word::movedNone, {{"place", place}, {"total", total}, {"areas", areas}});
    return sayPlural(language, Word::movedHeadlineOther, count,
                      {{"count", counted}, {"place", place}, {"total", total}, {"areas", areas}});
}

}  // namespace

std::string lowerFirst(std::string name) {
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
    made.date = yearsOf(language, head);
    made.source = head.indicators[head.index->needs[0].indicators[0].indicator].source;
    const auto text = [&](Word label, Word note) {
        made.label = made.shortLabel = word(language, label);
        made.description = word(language, note);
    };
    switch (measure.kind) {
        case MeasureKind::Overall:
            text(Word::measureOverall, Word::measureOverallNote);
            made.shortLabel = word(language, Word::measureOverallShort);
            break;
        case MeasureKind::Need: {
            const Need& need = head.index->needs[measure.index];
            made.label = need.label;
            made.shortLabel = need.shortLabel;
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
                                                {"group", lowerFirst(head.indicators[measure.other].shortLabel)}});
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
        default: return differenceHeadline(findings);
    }
}

std::string namedValue(const Findings& findings, const Standing& standing) {
    const Language language = findings.language;
    if (findings.measure.kind == MeasureKind::Standout) {
        const auto& needs = findings.head->index->needs;
        return standing.classIndex < needs.size()
                   ? say(language, Word::standoutValue, {{"need", needs[standing.classIndex].shortLabel}})
                   : say(language, Word::standoutNone);
    }
    if (findings.measure.kind == MeasureKind::TwoWay) return upperFirst(cellInWords(findings, standing.classIndex));
    const bool isMoved = findings.measure.kind == MeasureKind::Moved;
    const std::string other = isMoved ? std::string() : otherOf(findings).shortLabel;
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
    square.chosen = sayPlural(language, Word::twoWayChosenOther, count,
                               {{"cell", upperFirst(cellInWords(findings, told))},
                                {"count", formatCount(language, count)},
                                {"area", levelOf(findings).singular},
                                {"areas", levelOf(findings).plural}});
    return square;
}

}  // namespace dex
