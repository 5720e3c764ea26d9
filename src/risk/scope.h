#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/column.h"

namespace dex {

// A scope is the set of areas among which all are compared: a mark for each area, 1 where it is in. Empty: all of them.
using Scope = std::vector<std::uint8_t>;

// The small areas of one area of a level. `groupOf` is that level's grouping.
Scope scopeOf(std::span<const std::uint32_t> groupOf, std::uint32_t area);

// The areas of a level whose small areas are all in the scope.
Scope scopeAtLevel(std::span<const std::uint8_t> smallAreas, std::span<const std::uint32_t> groupOf,
                   std::uint32_t groupCount);

// The column's cells in the scope; those outside have no number, as though they were not in the file.
Column inScope(const Column& column, std::span<const std::uint8_t> scope);

}  // namespace dex
