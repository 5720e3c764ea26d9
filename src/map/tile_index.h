#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "archive/tile.h"
#include "find/area_index.h"

namespace dex {

// A point between grid points: 1 << kPartBits parts to a cell, counted from the tile's south-west corner.
struct FinePoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
};
inline constexpr int kPartBits = 8;

// Answers "which area of this tile is here?" exactly.
//
// The few areas whose box holds the point are decided by even-odd over all rings in whole numbers. An edge counts for
// the heights from its lower end up to, not including, its upper end, and for points strictly west of it, whichever
// area asks: so a point on a shared border belongs to one of the two areas and never to both or none.
class TileIndex {
public:
    TileIndex() = default;
    explicit TileIndex(const Tile& tile);
    TileIndex(TileIndex&&) = default;
    TileIndex& operator=(TileIndex&&) = default;

    // `tile` is the one the index was made of.
    std::optional<AreaNumber> areaAt(const Tile& tile, FinePoint point) const;

    std::size_t bytes() const { return bytes_.capacity(); }

private:
    Bytes bytes_;
    AreaIndex boxes_;  // In cells of the tile, numbered as Tile::areas; a view of bytes_.
};

// Even-odd over the rings of one area of the tile.
bool contains(const Tile& tile, const TileArea& area, FinePoint point);

}  // namespace dex
