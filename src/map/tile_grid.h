#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "archive/tile.h"

namespace dex {

// A point between grid points: kParts parts to a cell, counted from the tile's south-west corner.
struct FinePoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
};
inline constexpr int kPartBits = 8;

// Answers "which area of this tile is here?" exactly.
//
// The tile's box is cut into squares, each with the areas whose box touches it; the few candidates are decided by
// even-odd over all rings in whole numbers. An edge counts for the heights from its lower end up to, not including, its
// upper end, and for points strictly west of it, whichever area asks: so a point on a shared border belongs to one of
// the two areas and never to both or none.
class TileGrid {
public:
    TileGrid() = default;
    explicit TileGrid(const Tile& tile);

    // `tile` is the one the grid was made of.
    std::optional<AreaNumber> areaAt(const Tile& tile, FinePoint point) const;

    std::size_t bytes() const { return (starts_.capacity() + areas_.capacity()) * sizeof(std::uint32_t); }

private:
    std::span<const std::uint32_t> candidates(FinePoint point) const;
    std::uint32_t square(std::int64_t parts) const { return static_cast<std::uint32_t>(parts / side_); }

    std::uint32_t columns_ = 0, rows_ = 0;
    std::int64_t side_ = 1;              // Parts a square's side.
    std::vector<std::uint32_t> starts_;  // By square, row by row; one more than squares.
    std::vector<std::uint32_t> areas_;   // Positions in Tile::areas.
};

// Even-odd over the rings of one area of the tile.
bool contains(const Tile& tile, const TileArea& area, FinePoint point);

}  // namespace dex
