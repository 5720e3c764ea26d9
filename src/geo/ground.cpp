#include "geo/ground.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/exact.h"

namespace dex {

namespace {

constexpr double kRadius = 6378137;                                // WGS 84, a
constexpr double kFlattening = 1 / 298.257223563;                  // WGS 84, f
constexpr double kEccentricity = kFlattening * (2 - kFlattening);  // e²
constexpr double kRadian = std::numbers::pi / 180 / kGroundPerDegree;
constexpr std::int64_t kHalfTurn = 1'800'000'000;

std::int32_t wholeOf(double degrees, double limit) {
    return static_cast<std::int32_t>(nearestWhole(std::clamp(degrees, -limit, limit) * kGroundPerDegree));
}

}  // namespace

GroundPoint toGround(LonLat place) { return {wholeOf(place.lonDeg, 180), wholeOf(place.latDeg, 90)}; }

LonLat toLonLat(GroundPoint point) { return {point.lon / kGroundPerDegree, point.lat / kGroundPerDegree}; }

GroundUnit groundUnitAt(double lat) {
    const double sin = sine(lat * kRadian);
    const double square = 1 - kEccentricity * sin * sin;
    // The radii of curvature across and along the meridian.
    const double across = kRadius / std::sqrt(square);
    const double along = kRadius * (1 - kEccentricity) / (square * std::sqrt(square));
    return {across * cosine(lat * kRadian) * kRadian, along * kRadian};
}

double metresBetween(GroundPoint a, GroundPoint b) {
    std::int64_t east = std::int64_t{b.lon} - a.lon;
    // The short way round.
    if (east > kHalfTurn) east -= 2 * kHalfTurn;
    if (east < -kHalfTurn) east += 2 * kHalfTurn;
    const GroundUnit unit = groundUnitAt(static_cast<double>(std::int64_t{a.lat} + b.lat) / 2);
    const double x = unit.east * static_cast<double>(east);
    const double y = unit.north * static_cast<double>(std::int64_t{b.lat} - a.lat);
    return nearestWhole(std::sqrt(x * x + y * y) * 10) / 10;
}

}  // namespace dex
