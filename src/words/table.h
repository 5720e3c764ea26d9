#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "words/findings.h"

namespace dex {

// How many of a larger area's areas are in the class of highest risk.
struct InsideFinding {
    std::uint32_t inClass = 0;
    std::uint32_t areas = 0;
};

// `key`: a whole number to sort by, or empty where there is nothing to sort.
struct TableCell {
    std::string text;
    std::string key;
};

// Value, rank, and the class or what is inside.
inline constexpr std::size_t kTableCells = 3;
using TableRow = std::array<TableCell, kTableCells>;

// "Southwark’s 173 small areas"
std::string tableTitle(const Findings& findings, const Level& level, std::string_view holder, std::uint32_t count);
// The names of the cells; `hasInside` as the rows have it. All of this needs findings with a head.
std::array<std::string, kTableCells> tableColumns(const Findings& findings, bool hasInside);
TableRow tableRow(const Findings& findings, const AreaFinding& area, const InsideFinding* inside);

}  // namespace dex
