#pragma once

#include <cstdint>

namespace dex {

// The distance along the Hilbert curve that fills the square of 65,536 × 65,536 cells: near places have near numbers.
std::uint32_t hilbertDistance(std::uint16_t x, std::uint16_t y);

}  // namespace dex
