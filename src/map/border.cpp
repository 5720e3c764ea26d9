#include "map/border.h"

#include <algorithm>

namespace dex {
namespace {

bool holds(const Tile& tile, AreaNumber number) {
    const auto at = std::lower_bound(tile.areas.begin(), tile.areas.end(), number,
                                     [](const TileArea& area, AreaNumber wanted) { return area.number < wanted; });
    return at != tile.areas.end() && at->number == number;
}

}  // namespace

GridPoint BorderArc::point(std::uint32_t i) const {
    const TilePoint inTile = tile->arcPoints[points.first + (reversed ? points.count - 1 - i : i)];
    // To the finest grid, on which points of all tiles can be compared.
    const int shift = kMaxGridBits - tile->gridBits;
    return {(tile->box.minX + inTile.x) << shift, (tile->box.minY + inTile.y) << shift};
}

std::vector<BorderArc> borderOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set) {
    std::vector<BorderArc> border;
    for (std::size_t k = 0; k < keys.size(); ++k) {
        const Tile* tile = tiles.tile(keys[k]);
        if (!tile) continue;
        for (const TileArc& arc : tile->arcs) {
            const bool left = set.has(arc.left);
            if (left == set.has(arc.right) || arc.points.count < 2) continue;
            const AreaNumber inner = left ? arc.left : arc.right;
            // A border between tiles is an arc of both: it is taken from the tile of its inner area.
            if (!holds(*tile, inner)) continue;
            // Coarser tiles stand in for finer ones and come first: where a later one has the area too, that one's
            // border is drawn.
            const bool finerHolds =
                std::any_of(keys.begin() + static_cast<std::ptrdiff_t>(k) + 1, keys.end(), [&](TileKey key) {
                    const Tile* finer = key.lod > keys[k].lod ? tiles.tile(key) : nullptr;
                    return finer && holds(*finer, inner);
                });
            if (!finerHolds) border.push_back({tile, arc.points, !left, inner, left ? arc.right : arc.left});
        }
    }
    return border;
}

}  // namespace dex
