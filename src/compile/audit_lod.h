#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "archive/tile.h"
#include "compile/problems.h"

namespace dex {

struct LodCounts {
    std::uint32_t areas = 0, parts = 0, holes = 0;
    std::uint64_t arcs = 0, edges = 0, triangles = 0;  // Shared edges once; arcs by tile.
};

// Checks the tiles of one level of detail against each other, in whole numbers: every area of the atlas stands in
// exactly one tile; every ring has a positive or negative area and every area a positive one; the triangles turn left
// and sum to their area's rings exactly; what the rings run along is what the arcs say, side for side; an edge is used
// once in each direction at most, so that neighbours leave neither gap nor overlap; and no two edges meet except at an
// end that both have. What is wrong is reported with `name` in front.
LodCounts auditLod(std::span<const Tile> tiles, std::uint32_t areaCount, const std::string& name, Problems& problems);

}  // namespace dex
