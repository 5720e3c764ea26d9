#include "map/tile_grid.h"

#include <algorithm>
#include <cmath>

namespace dex {
namespace {

constexpr double kSquaresPerArea = 2;
constexpr std::uint64_t kMostEntriesPerArea = 24;  // A hostile tile of wide areas gets larger squares, not more memory.

std::int64_t parts(std::uint16_t cells) { return std::int64_t{cells} << kPartBits; }

struct Span {
    std::uint32_t first, last;
    std::uint64_t size() const { return last - first + 1; }
};

}  // namespace

TileGrid::TileGrid(const Tile& tile) {
    if (tile.areas.empty() || tile.box.empty()) return;
    const std::int64_t width = (std::int64_t{tile.box.maxX} - tile.box.minX) << kPartBits;
    const std::int64_t height = (std::int64_t{tile.box.maxY} - tile.box.minY) << kPartBits;
    const double squares = static_cast<double>(tile.areas.size()) * kSquaresPerArea;
    const double side = std::sqrt(static_cast<double>(width + 1) * static_cast<double>(height + 1) / squares);
    side_ = std::max({std::int64_t{1}, static_cast<std::int64_t>(side), width / 1024, height / 1024});

    const auto across = [&](const TileArea& area) {
        return Span{square(parts(area.min.x)), square(parts(area.max.x))};
    };
    const auto up = [&](const TileArea& area) { return Span{square(parts(area.min.y)), square(parts(area.max.y))}; };
    std::uint64_t entries = 0;
    for (;; side_ *= 2) {
        entries = 0;
        for (const TileArea& area : tile.areas) entries += across(area).size() * up(area).size();
        if (entries <= kMostEntriesPerArea * tile.areas.size() || side_ > std::max(width, height)) break;
    }
    columns_ = square(width) + 1;
    rows_ = square(height) + 1;

    // Counted, then filled from the back, so that each square's areas come in their order.
    starts_.assign(std::size_t{columns_} * rows_ + 1, 0);
    const auto forSquares = [&](const TileArea& area, auto&& act) {
        const Span x = across(area), y = up(area);
        for (std::uint32_t row = y.first; row <= y.last; ++row) {
            for (std::uint32_t column = x.first; column <= x.last; ++column)
                act(starts_[std::size_t{row} * columns_ + column]);
        }
    };
    for (const TileArea& area : tile.areas) forSquares(area, [](std::uint32_t& count) { ++count; });
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    areas_.resize(entries);
    for (std::size_t i = tile.areas.size(); i-- > 0;) {
        forSquares(tile.areas[i], [&](std::uint32_t& end) { areas_[--end] = static_cast<std::uint32_t>(i); });
    }
}

std::optional<AreaNumber> TileGrid::areaAt(const Tile& tile, FinePoint point) const {
    for (std::uint32_t i : candidates(point)) {
        const TileArea& area = tile.areas[i];
        if (point.x < parts(area.min.x) || point.x > parts(area.max.x) || point.y < parts(area.min.y) ||
            point.y > parts(area.max.y)) {
            continue;
        }
        if (contains(tile, area, point)) return area.number;
    }
    return std::nullopt;
}

std::span<const std::uint32_t> TileGrid::candidates(FinePoint point) const {
    if (point.x < 0 || point.y < 0) return {};
    const std::int64_t column = point.x / side_, row = point.y / side_;
    if (column >= columns_ || row >= rows_) return {};
    const std::size_t at = static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column);
    return std::span(areas_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

bool contains(const Tile& tile, const TileArea& area, FinePoint point) {
    bool inside = false;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        const auto ring = std::span(tile.ringPoints).subspan(tile.rings[r].first, tile.rings[r].count);
        if (ring.empty()) continue;
        TilePoint before = ring.back();
        for (TilePoint here : ring) {
            const bool wasAbove = parts(before.y) > point.y, isAbove = parts(here.y) > point.y;
            if (wasAbove != isAbove) {
                const TilePoint low = isAbove ? before : here, high = isAbove ? here : before;
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
