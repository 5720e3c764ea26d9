#include "find/circle.h"

#include <algorithm>
#include <cmath>

#include "base/exact.h"

namespace dex {

namespace {

constexpr std::int32_t kEast = 1'800'000'000, kNorth = 900'000'000;  // Of the whole earth, in 1e-7 degrees.

}  // namespace

CircleEdge::CircleEdge(const Circle& circle) : circle_(circle) {
    const double lat = circle.centre.lat;
    const auto north = static_cast<double>(GroundBounds::latsBeyond(circle.metres));
    const double low = std::max<double>(lat - north, -kNorth), high = std::min<double>(lat + north, kNorth);
    middle_ = groundUnitAt(lat);
    bounds_ = GroundBounds(static_cast<std::int32_t>(low), static_cast<std::int32_t>(high));
    // Meridians are nearest to one another at the parallel that is farthest from the equator.
    const double least = std::min(groundUnitAt(low).east, groundUnitAt(high).east);
    const double east = std::floor((circle.metres + 1.0) / std::max(least, 1e-9)) + 1;
    const double west = circle.centre.lon - east, end = circle.centre.lon + east;
    const bool isRound = west < -kEast || end > kEast;
    box_ = {isRound ? -kEast : static_cast<std::int32_t>(west), static_cast<std::int32_t>(low),
            isRound ? kEast : static_cast<std::int32_t>(end), static_cast<std::int32_t>(high)};
}

int CircleEdge::compare(GroundPoint point) const {
    if (!box_.contains({point.lon, point.lat})) return 1;
    const double radius = circle_.metres;
    if (bounds_.areBeyond(circle_.centre, point, radius)) return 1;
    if (bounds_.areWithin(circle_.centre, point, radius)) return -1;
    const double metres = metresBetween(circle_.centre, point);
    return metres < radius ? -1 : (metres > radius ? 1 : 0);
}

bool CircleEdge::reaches(GroundPoint from, GroundPoint to) const {
    if (isWithin(from) || isWithin(to)) return true;
    // The foot of the perpendicular, on a plane that is true at the centre.
    const auto eastOf = [&](GroundPoint p) {
        return static_cast<double>(std::int64_t{p.lon} - circle_.centre.lon) * middle_.east;
    };
    const auto northOf = [&](GroundPoint p) {
        return static_cast<double>(std::int64_t{p.lat} - circle_.centre.lat) * middle_.north;
    };
    const double x = eastOf(from), y = northOf(from), dx = eastOf(to) - x, dy = northOf(to) - y;
    const double square = dx * dx + dy * dy;
    if (square <= 0) return false;
    const double along = -(x * dx + y * dy) / square;
    if (!(along > 0 && along < 1)) return false;
    const auto between = [along](std::int32_t a, std::int32_t b) {
        return static_cast<std::int32_t>(nearestWhole(a + along * static_cast<double>(std::int64_t{b} - a)));
    };
    return isWithin({between(from.lon, to.lon), between(from.lat, to.lat)});
}

}  // namespace dex
