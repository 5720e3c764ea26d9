#include "compile/inside_source.h"

#include <algorithm>

namespace dex {

namespace {

WorldBox boxOf(const AreaPolygon& polygon) {
    WorldBox box;
    for (const auto& part : polygon.parts) {
        // The outline; holes lie inside it.
        for (const WorldPoint& p : part[0]) {
            box.minX = std::min(box.minX, p.x);
            box.minY = std::min(box.minY, p.y);
            box.maxX = std::max(box.maxX, p.x);
            box.maxY = std::max(box.maxY, p.y);
        }
    }
    return box;
}

// Whether a ray to the east crosses the ring an odd number of times.
bool crossesOddly(const AreaPolygon::Ring& ring, WorldPoint point) {
    bool odd = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        // Half open in y, so that a ray through a corner crosses once.
        if ((ring[i].y > point.y) == (ring[j].y > point.y)) continue;
        const double x = ring[i].x + (point.y - ring[i].y) / (ring[j].y - ring[i].y) * (ring[j].x - ring[i].x);
        if (point.x < x) odd = !odd;
    }
    return odd;
}

}  // namespace

InsideSource::InsideSource(const Areas& areas, std::size_t level) : areas_(areas) {
    members_.resize(areas.levels[level].codes.size());
    for (std::uint32_t i = 0; i < areas.polygons.size(); ++i) {
        members_[areas.levels[level].of[i]].push_back(i);
        boxes_.push_back(boxOf(areas.polygons[i]));
    }
}

bool InsideSource::contains(std::uint32_t area, GridPoint anchor) const {
    const WorldPoint point = toWorld(anchor, kAnchorBits);
    // A larger area has no outline of its own in the source: it is where its small areas are.
    return std::any_of(members_[area].begin(), members_[area].end(),
                       [&](std::uint32_t i) { return inSmallArea(i, point); });
}

bool InsideSource::inSmallArea(std::uint32_t area, WorldPoint point) const {
    const WorldBox& box = boxes_[area];
    if (point.x < box.minX || point.x > box.maxX || point.y < box.minY || point.y > box.maxY) return false;
    bool inside = false;
    for (const auto& part : areas_.polygons[area].parts) {
        // Odd over all rings of a part: inside a hole is outside.
        for (const auto& ring : part) inside = inside != crossesOddly(ring, point);
    }
    return inside;
}

}  // namespace dex
