#pragma once

#include "find/area_marks.h"
#include "find/circle.h"
#include "find/ground_tile.h"

namespace dex {

// Whether an area lies in a circle whole, or at all: whole where all its corners do; at all where the centre lies in it or an
// edge comes nearer than the radius.
class AreaInCircle {
public:
    explicit AreaInCircle(const Circle& circle) : centre_(circle.centre), edge_(circle) {}

    // kInside brings kChosen and kTouched.
    AreaMark operator()(GroundTile& tile, std::size_t area) const;

private:
    bool holdsAllCorners(GroundTile& tile, std::size_t area) const;
    bool reachesAnEdge(GroundTile& tile, std::size_t area) const;

    GroundPoint centre_;
    CircleEdge edge_;
};

}  // namespace dex
