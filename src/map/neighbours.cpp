#include "map/neighbours.h"

#include <algorithm>

#include "base/sort.h"
#include "map/border.h"

namespace dex {
namespace {

// Where a neighbour's shared border lies, seen from the middle of the set.
struct Side {
    std::uint32_t area = 0;
    double x = 0, y = 0;
};

// Clockwise from north: first those to the east.
bool comesBefore(const Side& a, const Side& b) {
    const auto isEast = [](const Side& side) { return side.x > 0 || (side.x == 0 && side.y >= 0); };
    if (isEast(a) != isEast(b)) return isEast(a);
    const double turn = a.x * b.y - a.y * b.x;
    return turn != 0 ? turn < 0 : a.area < b.area;
}

}  // namespace

std::vector<Neighbour> neighboursOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set) {
    const std::vector<BorderArc> border = borderOf(tiles, keys, set);
    GridBox box;
    for (const BorderArc& arc : border) {
        for (std::uint32_t i = 0; i < arc.points.count; ++i) box.add(arc.point(i));
    }
    const double middleX = (static_cast<double>(box.minX) + box.maxX) / 2;
    const double middleY = (static_cast<double>(box.minY) + box.maxY) / 2;

    std::vector<Side> sides;
    for (const BorderArc& arc : border) {
        // Beyond the edge of the map, or in no area of this level.
        if (arc.outer == kOutside || (!set.grouping.empty() && arc.outer >= set.grouping.size())) continue;
        const std::uint32_t area = set.grouping.empty() ? arc.outer : set.grouping[arc.outer];
        auto side = std::find_if(sides.begin(), sides.end(), [&](const Side& one) { return one.area == area; });
        if (side == sides.end()) side = sides.insert(sides.end(), {area, 0, 0});
        for (std::uint32_t i = 0; i < arc.points.count; ++i) {
            // A sum, not a mean: only its direction counts.
            side->x += arc.point(i).x - middleX;
            side->y += arc.point(i).y - middleY;
        }
    }
    std::vector<Neighbour> neighbours;
    for (const std::uint32_t i :
         orderBy(sides.size(), [&](std::uint32_t a, std::uint32_t b) { return comesBefore(sides[a], sides[b]); }))
        neighbours.push_back({sides[i].area, compassOf(sides[i].x, sides[i].y)});
    return neighbours;
}

std::optional<Neighbour> NeighbourWalk::step(const TileStore& tiles, std::span<const TileKey> keys,
                                             const AreaSet& selected, int direction) {
    // Still on the area that the last step chose: the walk goes on round the same middle.
    const bool goesOn = !ring_.empty() && ring_[at_].area == selected.which;
    if (!goesOn) {
        ring_ = neighboursOf(tiles, keys, selected);
        if (ring_.empty()) return std::nullopt;
        at_ = direction > 0 ? 0 : ring_.size() - 1;
    } else {
        at_ = (at_ + (direction > 0 ? 1 : ring_.size() - 1)) % ring_.size();
    }
    return ring_[at_];
}

}  // namespace dex
