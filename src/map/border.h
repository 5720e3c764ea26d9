#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "map/outline.h"

namespace dex {

// One arc of a set's border, as found in the tile where its inner area lives.
struct BorderArc {
    const Tile* tile = nullptr;
    PointRange points;
    bool reversed = false;  // To be run backwards, for the set to lie on the left.
    AreaNumber inner = kOutside;
    AreaNumber outer = kOutside;

    // At kMaxGridBits, so that arcs of all grids compare. `i` counts along the running direction.
    GridPoint point(std::uint32_t i) const;
    GridPoint first() const { return point(0); }
    GridPoint last() const { return point(points.count - 1); }
};

// The arcs with exactly one side in the set, each once: an area's are taken from the finest of the tiles that holds it.
// `keys` come coarser ones first. Pointers hold until the store's tiles change.
std::vector<BorderArc> borderOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set);

}  // namespace dex
