#include "words/table.h"

#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

std::string keyOf(std::uint32_t number) {
    // Whole numbers alone, so ten digits are all it takes.
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + number % 10));
        number /= 10;
    } while (number > 0);
    return digits;
}

}  // namespace

std::string tableTitle(const Findings& findings, const Level& level, std::string_view holder, std::uint32_t count) {
    return say(findings.language, Word::tableTitle,
               {{"holder", possessive(findings.language, holder)},
                {"count", formatCount(findings.language, count)},
                {"areas", areasWord(level, count)}});
}

std::array<std::string, kTableCells> tableColumns(const Findings& findings, bool hasInside) {
    const Language language = findings.language;
    std::string last = hasInside ? say(language, Word::tableCounts,
                                       {{"areas", upperFirst(levelOf(findings).plural)},
                                        {"class", classPhrase(findings, riskiestClass(findings), true)}})
                                 : say(language, Word::tableClass);
    return {measureWithUnit(findings),
            say(language, speaksOfRisk(indicatorOf(findings)) ? Word::tableRankRisk : Word::tableRank),
            std::move(last)};
}

TableRow tableRow(const Findings& findings, const AreaFinding& area, const InsideFinding* inside) {
    const Language language = findings.language;
    TableRow row;
    if (area.standing) {
        const Standing& standing = *area.standing;
        const std::string rank = formatCount(language, standing.rank);
        const bool scale = isScale(findings.measure.kind) && !isAlone(findings);
        row[0] = {scale ? formatValue(language, indicatorOf(findings), standing.value) : valueWithUnit(findings, area),
                  // Values are sorted by rank: "−0.1" and "1,024" do not sort as text, and ties stay together.
                  keyOf(standing.rank)};
        row[1] = {standing.isJoint ? say(language, Word::tableJoint, {{"rank", rank}}) : rank, row[0].key};
        if (!inside)
            row[2] = {
                scale ? classPhrase(findings, standing.classIndex, false) : namedClass(findings, standing.classIndex),
                keyOf(standing.classIndex)};
    } else {
        row[0].text = valueWithUnit(findings, area);
    }
    if (inside) {
        row[2] = {
            say(language, Word::tableInClass,
                {{"count", formatCount(language, inside->inClass)}, {"total", formatCount(language, inside->areas)}}),
            keyOf(inside->inClass)};
    }
    return row;
}

}  // namespace dex
