#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/column.h"
#include "compile/areas.h"
#include "compile/recipe.h"
#include "compile/report.h"
#include "compile/source_files.h"
#include "table/number.h"

namespace dex {

// One area's number, or why there is none.
struct Figure {
    CellState state = CellState::NotInFile;
    Number number;
    bool isPercent = false;  // It was written "12.3%": the number is 12.3.
    bool isNoted = false;    // A note stood behind it, as in "45.1 [r]".
};
using Figures = std::vector<Figure>;  // In order of area number of the table's geography.

// One of the recipe's tables, its rows sorted by area.
class FigureTable {
public:
    // `codes` are the areas of the table's geography. What was read, skipped and missed goes into `report`.
    static std::optional<FigureTable> read(const Recipe& recipe, std::size_t table,
                                           const std::vector<std::string>& codes, SourceFiles& files,
                                           Report::OfTable& report, Problems& problems);

    Figures figures(const Recipe::Quantity& quantity, Problems& problems) const;

private:
    using Rows = std::vector<std::uint32_t>;  // Into table_.rows.
    using RowsOfAreas = std::vector<Rows>;    // By area.

    void setMarks(const std::map<std::string, CellState>& marks);
    Figure cell(const Table::Row& row, std::size_t column, Problems& problems) const;
    // The rows that the quantity's `where` leaves.
    RowsOfAreas rowsWhere(const Recipe::Quantity& quantity, Problems& problems) const;
    Figure agreed(std::uint32_t area, const Rows& rows, std::size_t column, Problems& problems) const;
    Figure sumOfColumns(std::uint32_t area, const Rows& rows, const std::vector<std::size_t>& columns,
                        Problems& problems) const;
    Figure sumOfRows(std::uint32_t area, const Rows& rows, const Recipe::Quantity& quantity,
                     const std::vector<std::string>& classes, Problems& problems) const;
    std::vector<std::string> classesOf(const Recipe::Quantity& quantity, const RowsOfAreas& rowsOf,
                                       Problems& problems) const;

    Table table_;
    std::vector<char> decimals_;              // By column: its decimal sign.
    std::map<std::string, CellState> marks_;  // The recipe's, as texts and, where they are numbers, as numbers.
    std::vector<std::pair<Number, CellState>> numberMarks_;
    std::vector<std::string> codes_;
    RowsOfAreas rowsOf_;
};

}  // namespace dex
