#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/atlas.h"

namespace dex {

// The columns of a table of areas, in order. Rows (output/areas_csv.h) and the guide to the columns (output/column_guide.h)
// are written from the same list, so that they cannot differ.

enum class ColumnKind : std::uint8_t {
    Code,
    Name,
    Detail,      // "Southwark 018B"; blank where names say it.
    ParentCode,  // Of the area of a larger level that holds it; blank where it lies in several.
    ParentName,
    Overall,
    Rank,
    Ranked,  // How many have a rank.
    Band,
    Coverage,
    Dominant,
    Need,
    Value,
    Numerator,
    Denominator,
    Unit,
    State,
    LowBand,  // What trials with other weights gave.
    HighBand
};

struct TableColumn {
    ColumnKind kind = ColumnKind::Code;
    std::uint32_t of = 0;  // Level, need or indicator.
    std::string name = {};
};

// What a table says of each indicator: nothing, or its value and state, and with them its unit or its counts.
enum class FigureColumns : std::uint8_t { None, Plain, WithUnit, WithCounts };

struct TableShape {
    std::uint32_t level = 0;
    bool hasDetail = false;
    bool hasScores = false;
    bool hasStability = false;
    FigureColumns figures = FigureColumns::WithCounts;
    std::optional<std::vector<std::uint32_t>> indicators = {};  // Only of these; absent: of all.
    bool hasDots = true;  // Else names are made of letters, digits and _ alone, as databases like them.
};
std::vector<TableColumn> tableColumnsOf(const AtlasHead& head, const TableShape& shape);

// What an indicator's figures are measured in, as tables keep them: a share is a fraction there, percent is display.
std::string tableUnit(const Indicator& indicator);

// The levels by whose areas a row of `level` says where it lies: those above it, at the top the top itself.
std::uint32_t firstParentLevel(const AtlasHead& head, std::uint32_t level);

}  // namespace dex
