#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/tile.h"
#include "geo/grid.h"

namespace dex {

using GridRing = std::vector<GridPoint>;  // Closes by itself.

// A polygon as GeoJSON has it: the outline anticlockwise, then its holes clockwise.
struct GridPolygon {
    GridRing outline;
    std::vector<GridRing> holes;
};

// Of a small area that is in no group, as is one whose tile is not at hand.
inline constexpr std::uint32_t kNoGroup = 0xffffffff;

// The outlines of one level's areas at one level of detail, by area of the level: the union of its small areas, taken
// from the arcs whose two sides lie in different areas of the level. `tiles` are all of the level of detail's that
// hold small areas of a group; `groupOf` is the grouping. No ring passes a point twice, so that outlines which touch at a point stay apart.
std::vector<std::vector<GridPolygon>> levelPolygons(std::span<const Tile> tiles, std::span<const std::uint32_t> groupOf,
                                                    std::uint32_t groupCount);

}  // namespace dex
