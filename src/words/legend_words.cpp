#include <algorithm>

#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

Word partsWord(std::size_t classes) {
    switch (classes) {
        case 2: return Word::legendPartsTwo;
        case 3: return Word::legendPartsThree;
        case 4: return Word::legendPartsFour;
        default: return Word::legendPartsFive;
    }
}

std::string explain(const Findings& findings) {
    const Language language = findings.language;
    const std::string& areas = levelOf(findings).plural;
    // Classes that ties have emptied are not drawn, so they do not count here either.
    const auto count = static_cast<std::size_t>(std::count_if(findings.classes.begin(), findings.classes.end(),
                                                              [](const ClassFinding& one) { return one.hasAreas; }));
    if (hasNoWeights(findings)) return say(language, Word::adjustNoWeights);
    if (findings.classes.empty()) return say(language, findings.hasRanges ? Word::legendNothing : Word::legendLoading);
    // Two areas cannot be cut into fifths.
    if (findings.hasRanges && findings.rankedCount < findings.classCount)
        return say(language, Word::legendFew,
                   {{"count", numberWord(language, findings.rankedCount)},
                    {"areas", areasWord(levelOf(findings), findings.rankedCount)}});
    if (!isScale(findings.measure.kind)) return namedExplanation(findings);
    if (count == 0) return say(language, Word::legendLoading);
    if (count == 1) return say(language, Word::legendOne, {{"areas", areas}});
    if (findings.method == ClassMethod::Quantile && count == findings.classCount && count <= 5) {
        return say(language, Word::legendQuantile,
                   {{"parts", word(language, partsWord(count))},
                    {"whole", possessive(language, rankedWithin(findings))},
                    {"areas", areas}});
    }
    const Word text = findings.method == ClassMethod::Quantile     ? Word::legendQuantileFewer
                      : findings.method == ClassMethod::EqualSteps ? Word::legendEqual
                                                                   : Word::legendNatural;
    return say(language, text,
               {{"number", upperFirst(numberWord(language, static_cast<std::uint32_t>(count)))}, {"areas", areas}});
}

std::string titleOf(const Findings& findings) {
    const Indicator& indicator = indicatorOf(findings);
    // A measure with classes of its own has no unit that could be a title.
    if (!isScale(findings.measure.kind)) return namedTitle(findings);
    if (indicator.display == Display::Percent && !indicator.unit.empty())
        return say(findings.language, Word::legendShare, {{"unit", indicator.unit}});
    return upperFirst(indicator.unit.empty() ? indicator.shortLabel : indicator.unit);
}

// Whether the end of one class reads as the beginning of the next, though they differ.
bool readAlike(const Findings& findings, const Indicator& indicator) {
    const auto& classes = findings.classes;
    for (std::size_t i = 1; i < classes.size(); ++i) {
        const double end = classes[i - 1].max, start = classes[i].min;
        if (end != start &&
            formatValue(findings.language, indicator, end) == formatValue(findings.language, indicator, start))
            return true;
    }
    return false;
}

// The indicator with one decimal more, where that tells apart what would read alike. Among thousands of areas it may not.
Indicator tellingDecimals(const Findings& findings) {
    const Indicator& indicator = indicatorOf(findings);
    if (!findings.hasRanges || !readAlike(findings, indicator)) return indicator;
    Indicator finer = indicator;
    ++finer.decimals;
    return readAlike(findings, finer) ? indicator : finer;
}

}  // namespace

LegendFacts writeLegend(const Findings& findings) {
    const Language language = findings.language;
    const Indicator& indicator = indicatorOf(findings);
    const Level& level = levelOf(findings);
    LegendFacts legend;
    const bool isNamed = !isScale(findings.measure.kind);
    legend.palette = paletteOf(findings.measure.kind);
    legend.title = titleOf(findings);
    legend.explanation = explain(findings);
    legend.countTitle = level.plural;
    const bool risk = speaksOfRisk(indicator), riskIsUp = indicator.polarity >= 0;
    legend.lowWord = say(language, !risk ? Word::legendLow : riskIsUp ? Word::legendLowRisk : Word::legendHighRisk);
    legend.highWord = say(language, !risk ? Word::legendHigh : riskIsUp ? Word::legendHighRisk : Word::legendLowRisk);
    if (legend.palette == Palette::TwoWay) {
        legend.lowWord = say(language, Word::legendLowNeed);
        legend.highWord = say(language, Word::legendHighNeed);
    }
    if (legend.palette == Palette::Diverging) {
        legend.lowWord = say(language, Word::legendLower);
        legend.highWord = say(language, Word::legendHigher);
    }
    legend.noDataWord = say(language, Word::legendNoDataInside);
    legend.classCount = static_cast<std::uint32_t>(findings.classes.size());
    legend.chosenClass = findings.chosenClass;

    // All bars share one scale, "no data" included, so that their lengths can be compared.
    std::uint32_t max = findings.noDataInPlace;
    for (const auto& one : findings.classes) max = std::max(max, one.countInPlace);
    const auto row = [&](std::string range, std::uint32_t count, std::uint32_t classIndex) {
        LegendRow made;
        made.range = std::move(range);
        made.count = formatCount(language, count);
        made.share = max > 0 ? static_cast<double>(count) / max : 0;
        made.classIndex = classIndex;
        made.spoken = say(language, Word::legendRow,
                          {{"range", made.range}, {"count", made.count}, {"areas", areasWord(level, count)}});
        return made;
    };
    const Indicator asPrinted = tellingDecimals(findings);
    // The darkest class comes first, as on a printed map.
    for (std::size_t i = findings.classes.size(); i-- > 0;) {
        const auto index = static_cast<std::uint32_t>(i);
        const auto& one = findings.classes[i];
        if (isNamed) {
            // Short enough to stand beside others.
            const bool isNeed = legend.palette == Palette::Needs && index < findings.head->index->needs.size();
            legend.rows.push_back(
                row(isNeed ? findings.head->index->needs[index].shortLabel : namedClass(findings, index),
                    one.countInPlace, index));
            continue;
        }
        if (!one.hasAreas) continue;
        // The classes of the first picture are stored without their ranges; until the values load they are named.
        std::string range = findings.hasRanges ? formatRange(language, asPrinted, one.min, one.max)
                                               : upperFirst(classPhrase(findings, index, false));
        legend.rows.push_back(row(std::move(range), one.countInPlace, index));
    }
    // Needs stand in the recipe's order.
    if (legend.palette == Palette::Needs) std::reverse(legend.rows.begin(), legend.rows.end());
    if (legend.palette == Palette::TwoWay && !findings.classes.empty()) legend.square = writeSquare(findings);
    legend.noData = row(say(language, Word::legendNoData), findings.noDataInPlace, kNoDataClass);
    return legend;
}

}  // namespace dex
