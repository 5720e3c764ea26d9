#include "output/areas_csv.h"

#include "output/csv_text.h"
#include "output/table_form.h"

namespace dex {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

TableShape scoresShape(std::uint32_t level, const AreasCsv& how) {
    return {.level = level,
            .hasScores = true,
            .hasStability = how.stability != nullptr,
            .figures = how.hasUnits ? FigureColumns::WithUnit : FigureColumns::Plain,
            .hasDots = how.hasDots};
}

TableShape figuresShape(std::uint32_t level, const AreasCsv& how) { return {.level = level, .hasDots = how.hasDots}; }

void CsvTable::begin(std::string& out) const {
    if (hasMark_) out += kByteOrderMark;
    const auto& columns = cells().columns();
    for (std::size_t i = 0; i < columns.size(); ++i) out += (i > 0 ? "," : "") + csvText(columns[i].name);
    out += kCsvLineEnd;
}

void CsvTable::addRow(std::uint32_t area, bool, std::string& out) const {
    const auto& columns = cells().columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const AreaCell cell = cells().cell(columns[i], area);
        if (i > 0) out += ',';
        // A number may begin with a minus.
        out += cell.isNumber ? cell.text : csvText(cell.text);
    }
    out += kCsvLineEnd;
}

std::optional<std::string> scoresCsv(const Library& library, const Analysis& analysis, const AreasCsv& how) {
    if (!analysis.shown()) return std::nullopt;
    const TableForm form{scoresShape(analysis.shown()->level, how), {how.decimals, how.stability}};
    const auto cells = cellsOf(library, analysis, form);
    if (!cells) return std::nullopt;
    return CsvTable(library, *cells, how).rest();
}

std::optional<std::string> figuresCsv(const Library& library, const LevelColumns& columns, std::uint32_t level,
                                      const AreasCsv& how) {
    const auto cells = AreaCells::of(library, columns, nullptr, figuresShape(level, how), {.decimals = how.decimals});
    if (!cells) return std::nullopt;
    return CsvTable(library, *cells, how).rest();
}

}  // namespace dex
