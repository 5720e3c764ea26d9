#include "map/pick.h"

#include <cmath>

namespace dex {

std::optional<AreaNumber> areaAt(const TileStore& tiles, WorldPoint point) {
    if (!(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1)) return std::nullopt;
    // From the finest down: the first that can answer does.
    for (std::size_t lod = tiles.lods().size(); lod-- > 0;) {
        const Lod& directory = tiles.lods()[lod];
        // The nearest part of a cell, the same for all tiles of this level of detail.
        const double partsPerWorld = cellsPerWorld(directory.gridBits + kPartBits);
        const auto x = static_cast<std::int64_t>(std::floor(point.x * partsPerWorld + 0.5));
        const auto y = static_cast<std::int64_t>(std::floor(point.y * partsPerWorld + 0.5));
        bool isFinal = true;
        for (std::size_t i = 0; i < directory.tiles.size(); ++i) {
            const GridBox& box = directory.tiles[i].box;
            const FinePoint inTile{x - (std::int64_t{box.minX} << kPartBits),
                                   y - (std::int64_t{box.minY} << kPartBits)};
            if (inTile.x < 0 || inTile.y < 0 || x > (std::int64_t{box.maxX} << kPartBits) ||
                y > (std::int64_t{box.maxY} << kPartBits)) {
                continue;
            }
            const TileKey key{static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)};
            const Tile* tile = tiles.tile(key);
            // A tile that has not arrived may hold the point: a coarser answer stands in for its own.
            if (!tile) {
                isFinal = false;
            } else if (const auto area = tiles.index(key)->areaAt(*tile, inTile)) {
                return area;
            }
        }
        if (isFinal) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace dex
