#pragma once

#include <cstdint>

#include "archive/limits.h"

namespace dex {

// How a column's numbers are kept (docs/format.md, "Column").
enum class ColumnForm : std::uint8_t { Decimals, Doubles, Counts, CountsOverShared };

inline constexpr int kMaxDecimals = 15;

// Exact for 0–22.
double powerOfTen(int decimals);

}  // namespace dex
