#include "output/areas_csv.h"

#include "output/csv_text.h"

namespace dex {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string csvOf(const Library& library, const AreaCells& cells, const AreasCsv& how) {
    std::string text(how.hasMark ? kByteOrderMark : "");
    const auto& columns = cells.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) text += (i > 0 ? "," : "") + csvText(columns[i].name);
    text += kCsvLineEnd;
    std::vector<std::uint32_t> placeOf;
    if (how.place) placeOf = parentsAt(library, cells.shape().level, how.place->level);
    for (std::uint32_t area = 0; area < cells.areaCount(); ++area) {
        if (!cells.isInScope(area) || (how.place && placeOf[area] != how.place->area)) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const AreaCell cell = cells.cell(columns[i], area);
            if (i > 0) text += ',';
            // A number may begin with a minus.
            text += cell.isNumber ? cell.text : csvText(cell.text);
        }
        text += kCsvLineEnd;
    }
    return text;
}

}  // namespace

TableShape scoresShape(std::uint32_t level, const AreasCsv& how) {
    return {.level = level,
            .hasScores = true,
            .hasStability = how.stability != nullptr,
            .figures = how.hasUnits ? FigureColumns::WithUnit : FigureColumns::Plain,
            .hasDots = how.hasDots};
}

TableShape figuresShape(std::uint32_t level, const AreasCsv& how) { return {.level = level, .hasDots = how.hasDots}; }

std::optional<std::string> scoresCsv(const Library& library, const Analysis& analysis, const AreasCsv& how) {
    if (!analysis.shown()) return std::nullopt;
    const std::uint32_t level = analysis.shown()->level;
    const LevelScores* scores = analysis.scoresAt(level, library);
    if (!scores) return std::nullopt;
    const auto cells = AreaCells::of(library, analysis.columns(), scores, scoresShape(level, how),
                                     {.decimals = how.decimals, .stability = how.stability});
    if (!cells) return std::nullopt;
    return csvOf(library, *cells, how);
}

std::optional<std::string> figuresCsv(const Library& library, const LevelColumns& columns, std::uint32_t level,
                                      const AreasCsv& how) {
    const auto cells = AreaCells::of(library, columns, nullptr, figuresShape(level, how), {.decimals = how.decimals});
    if (!cells) return std::nullopt;
    return csvOf(library, *cells, how);
}

}  // namespace dex
