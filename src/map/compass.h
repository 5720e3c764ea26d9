#pragma once

#include <cstdint>

namespace dex {

// The eight points, clockwise.
enum class Compass : std::uint8_t { North, NorthEast, East, SouthEast, South, SouthWest, West, NorthWest };

// Where (x, y) lies from (0, 0), y north.
Compass compassOf(double x, double y);

}  // namespace dex
