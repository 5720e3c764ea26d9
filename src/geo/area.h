#pragma once

#include <cstdint>
#include <vector>

#include "geo/grid.h"

namespace dex {

// An area's number: its position among the small areas sorted by code.
using AreaNumber = std::uint32_t;
inline constexpr AreaNumber kOutside = 0xffffffff;  // No area: beyond the edge of the map.

// One small area as its publisher drew it. Each part is a polygon: its first ring is the outline, the others are
// holes. Rings may run either way and may or may not repeat their first point.
struct AreaPolygon {
    using Ring = std::vector<WorldPoint>;
    using Part = std::vector<Ring>;
    std::vector<Part> parts;
};

}  // namespace dex
