#include "map/tile_index.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace dex {
namespace {

std::int64_t parts(std::uint16_t cells) { return std::int64_t{cells} << kPartBits; }

}  // namespace

TileIndex::TileIndex(const Tile& tile) {
    std::vector<GridBox> boxes;
    boxes.reserve(tile.areas.size());
    for (const TileArea& area : tile.areas) boxes.push_back({area.min.x, area.min.y, area.max.x, area.max.y});
    bytes_ = AreaIndex::pack(boxes);
    // Packed a line ago, so it can be opened.
    boxes_ = AreaIndex::open(bytes_).value();
}

std::optional<AreaNumber> TileIndex::areaAt(const Tile& tile, FinePoint point) const {
    if (point.x < 0 || point.y < 0 || point.x > parts(0xffff) || point.y > parts(0xffff)) return std::nullopt;
    const GridPoint cell{static_cast<std::int32_t>(point.x >> kPartBits),
                         static_cast<std::int32_t>(point.y >> kPartBits)};
    // Nearly always enough for the boxes over one point; where it is not, there is a second search with room for all.
    std::array<std::uint32_t, 32> few;
    std::vector<std::uint32_t> many;
    std::span<std::uint32_t> found = few;
    const std::size_t count = boxes_.search(cell, found);
    if (count > found.size()) {
        many.resize(count);
        found = many;
        boxes_.search(cell, found);
    }
    for (const std::uint32_t i : found.first(count)) {
        if (contains(tile, tile.areas[i], point)) return tile.areas[i].number;
    }
    return std::nullopt;
}

bool contains(const Tile& tile, const TileArea& area, FinePoint point) {
    // A whole height lies above the point just when it lies above the cell that the point stands in.
    const std::int64_t row = point.y >> kPartBits;
    bool inside = false;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        const auto ring = std::span(tile.ringPoints).subspan(tile.rings[r].first, tile.rings[r].count);
        if (ring.empty()) continue;
        TilePoint before = ring.back();
        for (const TilePoint here : ring) {
            const bool wasAbove = before.y > row, isAbove = here.y > row;
            if (wasAbove != isAbove) {
                const TilePoint low = isAbove ? before : here, high = isAbove ? here : before;
                // Whether the edge passes east of the point, both sides times the edge's height: nothing is divided or
                // rounded.
                const std::int64_t east = (parts(high.x) - parts(low.x)) * (point.y - parts(low.y));
                const std::int64_t reach = (point.x - parts(low.x)) * (parts(high.y) - parts(low.y));
                if (reach < east) inside = !inside;
            }
            before = here;
        }
    }
    return inside;
}

}  // namespace dex
