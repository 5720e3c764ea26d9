#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/tile.h"
#include "geo/ground.h"

namespace dex {

// The outlines of a tile's areas in whole 1e-7 degrees, for questions about the ground. An area is turned into them when it
// is first asked for: most questions reach few. The tile outlives it.
class GroundTile {
public:
    explicit GroundTile(const Tile& tile);

    std::size_t areaCount() const { return tile_->areas.size(); }
    AreaNumber number(std::size_t area) const { return tile_->areas[area].number; }
    const GroundBox& box(std::size_t area) const { return boxes_[area]; }

    std::size_t ringCount(std::size_t area) const { return tile_->areas[area].ringCount; }
    // Closes by itself: its first point is not repeated.
    std::span<const GroundPoint> ring(std::size_t area, std::size_t which);

    // Three corners each. An area has at least one.
    std::size_t triangleCount(std::size_t area) const { return tile_->areas[area].triangleCount; }
    struct Triangle {
        GroundPoint a, b, c;
    };
    Triangle triangle(std::size_t area, std::size_t which);

    // Even-odd over its rings; of a place on a border this may be either.
    bool surrounds(std::size_t area, double lon, double lat);

private:
    void make(std::size_t area);

    const Tile* tile_;
    std::vector<GroundBox> boxes_;
    std::vector<bool> isMade_;         // By area.
    std::vector<GroundPoint> points_;  // Parallel to Tile::ringPoints.
};

}  // namespace dex
