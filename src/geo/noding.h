#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "geo/area.h"
#include "geo/topology.h"

namespace dex {

// The grid on which source borders are compared: 3.7 cm of Mercator, finer than any published boundary.
inline constexpr int kSourceBits = 30;

// Borders as pieces that cross nowhere and touch only at their ends, with what the source says of each.
struct Noded {
    std::vector<GridPoint> points;  // Sorted by x, then y; no two alike.
    // One ring's use of a piece: the ring's area lies to the left of the way from a to b.
    struct Use {
        std::uint32_t a = 0, b = 0;
        AreaNumber area = 0;
    };
    std::vector<Use> uses;
    std::uint32_t insertedOnEdges = 0;
    std::uint32_t crossingsResolved = 0;
    std::vector<AreaNumber> droppedParts;  // Areas that lost a part too small or thin for the source grid.
    std::uint32_t holes = 0;
    std::uint64_t sourcePoints = 0;
};

// Puts every ring on the source grid, makes one point of points that lie together (publishers' files differ in the
// last digits of a shared vertex), puts a neighbour's vertex into the straight edge it stands on, and splits edges
// that cross. Fails with BadShape and the area's number where an area has no ring left.
Result<Noded> nodeBorders(const std::vector<AreaPolygon>& areas);

}  // namespace dex
