#include "find/ground_bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/exact.h"

namespace dex {

namespace {

constexpr double kRadian = std::numbers::pi / 180 / kGroundPerDegree;
// Metres of 1e-7 degrees by the radii of curvature of WGS 84: the least is along the meridian at the equator, a(1 − e²);
// across it a, also at the equator; the greatest of both a/√(1 − e²), at the poles.
constexpr double kMinNorth = 6335439.3 * kRadian;
constexpr double kMinAcross = 6378137 * kRadian;
constexpr double kMax = 6399593.7 * kRadian;
// Distances are rounded to 0.1 m, so by at most half of it; the rest is for the last digits of the arithmetic.
constexpr double kRounding = 0.1;
constexpr std::int64_t kHalfTurn = 1'800'000'000;

double squareOf(GroundPoint a, GroundPoint b, double east, double north) {
    std::int64_t across = std::int64_t{b.lon} - a.lon;
    // The short way round.
    if (across > kHalfTurn) across -= 2 * kHalfTurn;
    if (across < -kHalfTurn) across += 2 * kHalfTurn;
    const double x = east * static_cast<double>(across);
    const double y = north * static_cast<double>(std::int64_t{b.lat} - a.lat);
    return x * x + y * y;
}

}  // namespace

GroundBounds::GroundBounds(std::int32_t southLat, std::int32_t northLat) {
    const double south = cosine(southLat * kRadian), north = cosine(northLat * kRadian);
    // Between two parallels the cosine is least at one of them, and greatest there too unless the equator is between them.
    minEast_ = kMinAcross * std::max(0.0, std::min(south, north));
    maxEast_ = kMax * (southLat <= 0 && northLat >= 0 ? 1 : std::max(south, north));
}

bool GroundBounds::areBeyond(GroundPoint a, GroundPoint b, double metres) const {
    const double limit = metres + kRounding;
    return squareOf(a, b, minEast_, kMinNorth) > limit * limit;
}

bool GroundBounds::areWithin(GroundPoint a, GroundPoint b, double metres) const {
    const double limit = metres - kRounding;
    return limit > 0 && squareOf(a, b, maxEast_, kMax) < limit * limit;
}

bool GroundBounds::areBeyond(std::int32_t fromLat, std::int32_t toLat, double metres) {
    const double north = kMinNorth * static_cast<double>(std::int64_t{toLat} - fromLat);
    return north > metres + kRounding || -north > metres + kRounding;
}

std::int64_t GroundBounds::latsBeyond(double metres) {
    // No two points of the Earth are further apart than its latitudes reach.
    constexpr double kMost = 1'800'000'001;
    return static_cast<std::int64_t>(std::min(kMost, std::floor((metres + kRounding) / kMinNorth) + 1));
}

}  // namespace dex
