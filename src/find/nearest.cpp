#include "find/nearest.h"

#include <algorithm>
#include <limits>

namespace dex {

NearestPoint::NearestPoint(std::span<const GroundPoint> points) {
    for (std::uint32_t i = 0; i < points.size(); ++i) sorted_.push_back({points[i], i});
    std::sort(sorted_.begin(), sorted_.end(), [](const One& a, const One& b) {
        return a.at.lat != b.at.lat ? a.at.lat < b.at.lat : a.point < b.point;
    });
    if (!sorted_.empty()) bounds_ = GroundBounds(sorted_.front().at.lat, sorted_.back().at.lat);
}

std::optional<NearestPoint::Found> NearestPoint::nearest(GroundPoint from) const {
    if (sorted_.empty()) return std::nullopt;
    const std::int32_t south = sorted_.front().at.lat, north = sorted_.back().at.lat;
    // Bounds hold between their parallels alone. Most questions are asked from among the points.
    const bool isAmong = from.lat >= south && from.lat <= north;
    const GroundBounds bounds = isAmong ? bounds_ : GroundBounds(std::min(south, from.lat), std::max(north, from.lat));
    Found best{0, std::numeric_limits<double>::infinity()};
    const auto consider = [&](const One& one) {
        if (bounds.areBeyond(from, one.at, best.metres)) return;
        const double metres = metresBetween(from, one.at);
        if (metres < best.metres || (metres == best.metres && one.point < best.point)) best = {one.point, metres};
    };
    auto above = std::lower_bound(sorted_.begin(), sorted_.end(), from.lat,
                                  [](const One& one, std::int32_t lat) { return one.at.lat < lat; });
    auto below = above;
    while (true) {
        const bool isAbove = above != sorted_.end() && !GroundBounds::areBeyond(from.lat, above->at.lat, best.metres);
        const bool isBelow =
            below != sorted_.begin() && !GroundBounds::areBeyond(from.lat, (below - 1)->at.lat, best.metres);
        // What lies further north and south is further away than the best for its latitude alone.
        if (!isAbove && !isBelow) return best;
        if (isAbove) consider(*above++);
        if (isBelow) consider(*--below);
    }
}

}  // namespace dex
