#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/column.h"
#include "compile/areas.h"
#include "compile/number.h"
#include "compile/recipe.h"
#include "compile/report.h"
#include "compile/source_files.h"

namespace dex {

// One area's number, or why there is none.
struct Figure {
    CellState state = CellState::NotInFile;
    Number number;
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
    Figure cell(const Table::Row& row, std::size_t column, Problems& problems) const;
    Figure agreed(std::uint32_t area, std::size_t column, Problems& problems) const;
    Figure sumOfColumns(std::uint32_t area, const std::vector<std::size_t>& columns, Problems& problems) const;
    Figure sumOfRows(std::uint32_t area, const Recipe::Quantity& quantity, const std::vector<std::string>& classes,
                     Problems& problems) const;
    std::vector<std::string> classesOf(const Recipe::Quantity& quantity, Problems& problems) const;

    Table table_;
    std::map<std::string, CellState> marks_;
    std::vector<std::string> codes_;
    std::vector<std::vector<std::uint32_t>> rowsOf_;  // By area, into table_.rows.
};

}  // namespace dex
