#include "find/circle.h"

#include <algorithm>
#include <cmath>

#include "base/exact.h"

namespace dex {

namespace {

constexpr std::int32_t kEast = 1'800'000'000, kNorth = 900'000'000;  // Of the whole earth, in 1e-7 degrees.
// A distance is rounded to 0.1 m before it is compared, and what is worked out here differs in the last bits.
constexpr double kSlack = 0.051;

double length(double x, double y) { return std::sqrt(x * x + y * y); }

}  // namespace

CircleEdge::CircleEdge(const Circle& circle) : circle_(circle) {
    const double lat = circle.centre.lat;
    const double reach = circle.metres + 1.0;
    middle_ = groundUnitAt(lat);
    // A degree along the meridian is shortest at the equator.
    const double north = std::floor(reach / groundUnitAt(0).north) + 1;
    const double low = std::max<double>(lat - north, -kNorth), high = std::min<double>(lat + north, kNorth);
    // The mean of two latitudes, one of which is the centre's.
    const GroundUnit south = groundUnitAt((lat + low) / 2), far = groundUnitAt((lat + high) / 2);
    const bool crossesEquator = (lat + low < 0) != (lat + high < 0);
    least_ = {std::min(south.east, far.east),
              crossesEquator ? groundUnitAt(0).north : std::min(south.north, far.north)};
    most_ = {crossesEquator ? groundUnitAt(0).east : std::max(south.east, far.east), std::max(south.north, far.north)};
    const double east = std::floor(reach / std::max(least_.east, 1e-9)) + 1;
    const double west = circle.centre.lon - east, end = circle.centre.lon + east;
    const bool isRound = west < -kEast || end > kEast;
    box_ = {isRound ? -kEast : static_cast<std::int32_t>(west), static_cast<std::int32_t>(low),
            isRound ? kEast : static_cast<std::int32_t>(end), static_cast<std::int32_t>(high)};
}

int CircleEdge::compare(GroundPoint point) const {
    if (!box_.contains({point.lon, point.lat})) return 1;
    const double x = std::abs(static_cast<double>(std::int64_t{point.lon} - circle_.centre.lon));
    const double y = static_cast<double>(std::int64_t{point.lat} - circle_.centre.lat);
    const double radius = circle_.metres;
    // Half round the earth the short way is another.
    if (x < kEast) {
        if (length(x * most_.east, y * most_.north) < radius - kSlack) return -1;
        if (length(x * least_.east, y * least_.north) > radius + kSlack) return 1;
    }
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
