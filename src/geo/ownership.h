#pragma once

#include "geo/noding.h"
#include "geo/topology.h"

namespace dex {

struct Owned {
    Topology topology;               // At kSourceBits.
    double overlapSquareMetres = 0;  // On the ground; claimed by two areas or more.
};

// Says for each side of each border which area it is. Ground that several areas claim goes to the smallest of them,
// so that an area drawn inside another that has no hole there is kept. Fails with BadShape and the area's number where
// nothing is left of an area.
Result<Owned> findOwners(Noded noded, std::uint32_t areaCount);

}  // namespace dex
