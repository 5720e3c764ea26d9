#include "find/ground_tile.h"

namespace dex {

namespace {

GroundPoint groundAt(const Tile& tile, TilePoint point) {
    return toGround(toLonLat(toWorld(GridPoint{tile.box.minX + point.x, tile.box.minY + point.y}, tile.gridBits)));
}

}  // namespace

GroundTile::GroundTile(const Tile& tile) : tile_(&tile), isMade_(tile.areas.size()), points_(tile.ringPoints.size()) {
    boxes_.reserve(tile.areas.size());
    for (const TileArea& area : tile.areas) {
        const GroundPoint low = groundAt(tile, area.min), high = groundAt(tile, area.max);
        boxes_.push_back({low.lon, low.lat, high.lon, high.lat});
    }
}

void GroundTile::make(std::size_t area) {
    if (isMade_[area]) return;
    isMade_[area] = true;
    const TileArea& one = tile_->areas[area];
    for (const PointRange& ring : std::span(tile_->rings).subspan(one.firstRing, one.ringCount)) {
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
            points_[i] = groundAt(*tile_, tile_->ringPoints[i]);
    }
}

std::span<const GroundPoint> GroundTile::ring(std::size_t area, std::size_t which) {
    make(area);
    const PointRange& range = tile_->rings[tile_->areas[area].firstRing + which];
    return std::span(points_).subspan(range.first, range.count);
}

GroundTile::Triangle GroundTile::triangle(std::size_t area, std::size_t which) {
    make(area);
    const std::size_t first = 3 * (tile_->areas[area].firstTriangle + which);
    const auto corner = [&](std::size_t i) { return points_[tile_->triangles[first + i]]; };
    return {corner(0), corner(1), corner(2)};
}

bool GroundTile::surrounds(std::size_t area, double lon, double lat) {
    bool isInside = false;
    for (std::size_t r = 0; r < ringCount(area); ++r) {
        const auto points = ring(area, r);
        if (points.empty()) continue;
        GroundPoint before = points.back();
        for (const GroundPoint here : points) {
            if ((before.lat > lat) != (here.lat > lat)) {
                const double along = (lat - before.lat) / (static_cast<double>(here.lat) - before.lat);
                if (before.lon + along * (static_cast<double>(here.lon) - before.lon) > lon) isInside = !isInside;
            }
            before = here;
        }
    }
    return isInside;
}

}  // namespace dex
