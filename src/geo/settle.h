#pragma once

#include "geo/topology.h"

namespace dex {

struct Settled {
    Topology topology;            // On the coarser grid.
    std::uint32_t displaced = 0;  // Points that could not take the nearest position of the grid.
    std::uint32_t stuck = 0;      // Points that found none: the topology is then unusable.
};

// Moves every point to a coarser grid so that borders stay what they were: a point moves only when its borders sweep
// over no other point and end across no other border. Where the nearest position is barred it takes another close
// by. Points left on a straight line are then left out.
Settled settle(const Topology& source, int gridBits);

}  // namespace dex
