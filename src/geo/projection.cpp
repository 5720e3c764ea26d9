#include "geo/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/exact.h"

namespace dex {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kMaxLatDeg = 85.0511287798066;  // Where the square world ends: atan(sinh(π)).

}  // namespace

WorldPoint toWorld(LonLat place) {
    const double lat = std::clamp(place.latDeg, -kMaxLatDeg, kMaxLatDeg) * kDegree;
    // ln(tan(45° + lat / 2)), with the functions of base/exact.h: every machine puts a vertex into the same cell.
    // tan(45° + x) = (1 + tan x) / (1 − tan x), with x half of the latitude.
    const double half = tangent(lat / 2);
    const double northing = ln((1 + half) / (1 - half));
    return {place.lonDeg / 360 + 0.5, northing / (2 * std::numbers::pi) + 0.5};
}

LonLat toLonLat(WorldPoint point) {
    const double northing = (point.y - 0.5) * 2 * std::numbers::pi;
    const double stretch = exponential(northing);
    // 2 atan(tanh(northing / 2)): toWorld() turned round.
    return {(point.x - 0.5) * 360, 2 * arctangent((stretch - 1) / (stretch + 1)) / kDegree};
}

GridPoint toGrid(WorldPoint point, int bits) {
    const double cells = cellsPerWorld(bits);
    // Ties go towards the north-east (docs/format.md, "Grid").
    const auto nearest = [cells](double position) {
        return static_cast<std::int32_t>(std::clamp(std::floor(position * cells + 0.5), 0.0, cells));
    };
    return {nearest(point.x), nearest(point.y)};
}

// 1 / cosh of the northing: the C library's own brings 2 kB of tables, which do not compress.
double groundScale(double worldY) {
    const double stretch = exponential((worldY - 0.5) * 2 * std::numbers::pi);
    return 2 / (stretch + 1 / stretch);
}

WorldBox toWorld(const GridBox& box, int bits) {
    if (box.empty()) return {};
    const WorldPoint low = toWorld(GridPoint{box.minX, box.minY}, bits);
    const WorldPoint high = toWorld(GridPoint{box.maxX, box.maxY}, bits);
    return {low.x, low.y, high.x, high.y};
}

}  // namespace dex
