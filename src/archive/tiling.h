#pragma once

#include "archive/geometry_build.h"
#include "geo/topology.h"

namespace dex {

// Cuts the areas of a level of detail into tiles of about `areasPerTile` (0: all in one) that lie near one another
// along the Hilbert curve, and into more where they would not fit, and encodes them.
Result<std::vector<EncodedTile>> encodeTiles(const Topology& topology, std::uint32_t areaCount,
                                             std::uint32_t areasPerTile);

}  // namespace dex
