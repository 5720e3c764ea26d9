#include "map/hairlines.h"

#include <algorithm>
#include <cmath>

#include "map/tile_store.h"

namespace dex {

bool showsHairlines(const AtlasHead& head, double pxPerWorld) {
    constexpr double kFromPx = 16;
    const Lod& overview = head.lods[0];
    return std::all_of(overview.tiles.begin(), overview.tiles.end(), [&](const TileInfo& tile) {
        const WorldBox box = worldBox(overview, tile);
        return std::sqrt((box.maxX - box.minX) * (box.maxY - box.minY) / tile.areaCount) * pxPerWorld > kFromPx;
    });
}

}  // namespace dex
