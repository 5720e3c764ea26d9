#pragma once

#include <cstdint>
#include <span>

#include "map/scene.h"
#include "map/tile_store.h"

namespace dex {

// The small areas that make up one area of a level.
struct AreaSet {
    std::span<const std::uint32_t> grouping;  // Its level's parent of each small area; empty for the small areas.
    std::uint32_t which = 0;                  // The area of that level.

    bool has(AreaNumber area) const {
        if (area == kOutside) return false;
        return grouping.empty() ? area == which : area < grouping.size() && grouping[area] == which;
    }
};

// The border of a set as it is drawn: the arcs with exactly one side in it, joined to closed chains with the set on
// their left. `keys` are the tiles drawn, coarser ones first (TileStore::drawn); an area is outlined from the finest
// of them that holds it. What lies in none of them is left out, and its neighbours' chains stay open.
Outline outlineOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set);

}  // namespace dex
