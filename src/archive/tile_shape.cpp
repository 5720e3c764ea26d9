#include "archive/tile_shape.h"

#include "geo/exact.h"

namespace dex {

std::int64_t doubleArea(const Tile& tile, const PointRange& ring) {
    const TilePoint* points = tile.ringPoints.data() + ring.first;
    std::int64_t area = 0;
    for (std::uint32_t i = 0; i < ring.count; ++i) {
        const TilePoint p = points[i], q = points[i + 1 < ring.count ? i + 1 : 0];
        area += std::int64_t{p.x} * q.y - std::int64_t{q.x} * p.y;
    }
    return area;
}

std::vector<TilePolygon> polygonsOf(const Tile& tile) {
    std::vector<TilePolygon> polygons;
    for (std::uint32_t a = 0; a < tile.areas.size(); ++a) {
        const TileArea& area = tile.areas[a];
        for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
            // Outlines and holes go round in opposite directions, so the sign of the area tells them apart.
            if (doubleArea(tile, tile.rings[r]) > 0) {
                polygons.push_back({a, r, 0});
            } else {
                ++polygons.back().holes;
            }
        }
    }
    return polygons;
}

}  // namespace dex
