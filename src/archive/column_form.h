#pragma once

#include <cstdint>

#include "archive/column.h"
#include "archive/limits.h"

namespace dex {

// How a column's numbers are kept (docs/format.md, "Column").
enum class ColumnForm : std::uint8_t { Decimals, Doubles, Counts, CountsOverShared };

inline constexpr int kMaxDecimals = 15;

// States as they are stored: all but EqualRollUp.
inline constexpr std::uint8_t kStoredStates = static_cast<std::uint8_t>(CellState::kCount) - 1;
inline std::uint8_t storedState(CellState state) {
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(state) - (state > CellState::EqualRollUp ? 1 : 0));
}
inline CellState stateStored(std::uint8_t stored) {
    return static_cast<CellState>(stored + (stored >= static_cast<std::uint8_t>(CellState::EqualRollUp) ? 1 : 0));
}

// Exact for 0–22.
double powerOfTen(int decimals);

}  // namespace dex
