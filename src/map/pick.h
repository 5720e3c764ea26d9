#pragma once

#include <optional>

#include "archive/tile.h"
#include "geo/grid.h"
#include "map/tile_store.h"

namespace dex {

// Which small area is at a point of the world, by the finest tiles that are here. Where the tiles of a level of detail
// that could hold the point are all here, their answer is final, also when it is "none"; else the next coarser is
// asked, as the eye sees it.
std::optional<AreaNumber> areaAt(const TileStore& tiles, WorldPoint point);

}  // namespace dex
