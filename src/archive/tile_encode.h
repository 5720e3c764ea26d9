#pragma once

#include <span>

#include "archive/geometry_build.h"
#include "geo/topology.h"

namespace dex {

// Writes the areas of a tile. `borders` holds every arc of theirs and no others; `areas` are their numbers, rising.
// Fails with TooLarge where they do not fit a tile, and with BadShape where an outline cannot be triangulated.
Result<EncodedTile> encodeTile(const Topology& borders, std::span<const AreaNumber> areas);

}  // namespace dex
