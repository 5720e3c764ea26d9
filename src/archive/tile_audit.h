#pragma once

#include <cstdint>
#include <vector>

#include "archive/tile.h"

namespace dex {

// What is wrong with the geometry of one level of detail. decodeTile has refused what is not well formed; this asks
// what it costs more to know.
struct TileAudit {
    std::uint32_t meetings = 0;        // Pairs of border segments that cross, overlap or touch away from a junction.
    std::uint32_t missingAreas = 0;    // In no tile.
    std::uint32_t repeatedAreas = 0;   // In more than one.
    std::uint32_t emptyRings = 0;      // Without an area of their own.
    std::uint32_t unequalSums = 0;     // Areas whose triangles, rings and borders do not enclose exactly the same.
    std::uint32_t unequalBorders = 0;  // Borders that the tiles on their two sides give differently.
    std::uint64_t segments = 0;
    std::uint64_t triangles = 0;

    bool isSound() const {
        return meetings + missingAreas + repeatedAreas + emptyRings + unequalSums + unequalBorders == 0;
    }
};

// Looks at all tiles of a level together. Sums are of whole numbers and compared exactly. That borders meet only at
// junctions and that each area is what its borders enclose leaves neither gap nor overlap between neighbours.
TileAudit auditTiles(const std::vector<Tile>& tiles, std::uint32_t areaCount);

}  // namespace dex
