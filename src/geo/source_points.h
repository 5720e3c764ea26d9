#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "geo/area.h"

namespace dex {

// A ring of the source as numbers of points; its area lies to the left, whether outline or hole.
struct SourceRing {
    AreaNumber area = 0;
    std::vector<std::uint32_t> points;  // Closes by itself.
};

struct SourceRings {
    std::vector<SourceRing> rings;
    std::vector<GridPoint> points;  // At kSourceBits.
    std::vector<AreaNumber> droppedParts;
    std::uint32_t holes = 0;
    std::uint64_t sourcePoints = 0;
};

// Puts rings on the source grid. Points in the same or in adjoining cells become one. Fails with BadShape and the
// area's number where nothing of an area is left.
Result<SourceRings> readRings(const std::vector<AreaPolygon>& areas);

// Takes out repeated points and ways that lead out and straight back.
void removeSpikes(std::vector<std::uint32_t>& ring);

}  // namespace dex
