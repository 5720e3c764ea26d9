#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/level_columns.h"
#include "model/level_scores.h"
#include "model/library.h"
#include "output/table_columns.h"

namespace dex {

// One cell of a table of areas, before a format writes it.
struct AreaCell {
    std::string text;       // Of a number as numberText has it; empty where there is none.
    bool isNumber = false;  // Else it is text, to be made harmless.
};

struct CellStyle {
    int decimals = 6;                      // Or kExactly. Counts are whole.
    const Stability* stability = nullptr;  // Of the level's scores; null: no such columns.
};

// The cells of a table, by area and column: what CSV and GeoJSON have in common.
class AreaCells {
public:
    // `scores` are of the level where the shape has them, else null. Nothing until all of filesOfTable (model/wanted.h)
    // are here. Library and scores outlive it; columns are taken from `columns` or put there, and outlive it too.
    static std::optional<AreaCells> of(const Library& library, const LevelColumns& columns, const LevelScores* scores,
                                       const TableShape& shape, const CellStyle& style);

    const std::vector<TableColumn>& columns() const { return columns_; }
    const TableShape& shape() const { return shape_; }
    std::uint32_t areaCount() const { return library_->head()->levels[shape_.level].areaCount; }
    bool isInScope(std::uint32_t area) const { return !scores_ || scores_->isInScope(area); }
    AreaCell cell(const TableColumn& column, std::uint32_t area) const;

private:
    AreaCells(const Library& library, const LevelScores* scores, const TableShape& shape, const CellStyle& style);
    AreaCell scoreCell(const TableColumn& column, std::uint32_t area) const;
    AreaCell parentCell(const TableColumn& column, std::uint32_t area) const;
    AreaCell number(const Column& column, std::uint32_t area) const;
    AreaCell bandCell(const TableColumn& column, std::uint32_t area) const;
    std::string dominantText(std::uint32_t area) const;

    const Library* library_;
    const LevelScores* scores_;
    TableShape shape_;
    CellStyle style_;
    std::vector<TableColumn> columns_;
    std::vector<std::vector<std::uint32_t>> parents_;  // By level, where a row names one.
    std::vector<const Column*> cells_;                 // By indicator.
};

// For each area of a level the one of a larger level that holds it, or kNoParent. Borders of both are here.
std::vector<std::uint32_t> parentsAt(const Library& library, std::uint32_t level, std::uint32_t outer);

}  // namespace dex
