#pragma once

#include <cmath>
#include <cstdint>

#include "geo/grid.h"

namespace dex {

// Whether the borders of small areas are far enough apart to be drawn: from a mean width of 16 css px on.
inline bool showsHairlines(const WorldBox& whole, std::uint32_t areas, double pxPerWorld) {
    constexpr double kFromPx = 16;
    return std::sqrt((whole.maxX - whole.minX) * (whole.maxY - whole.minY) / areas) * pxPerWorld > kFromPx;
}

}  // namespace dex
