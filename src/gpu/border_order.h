#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/tile.h"
#include "gpu/programs.h"

namespace dex {

// The borders of one tile, kept so that they can be sorted again when a grouping arrives.
struct BorderArcs {
    std::vector<TileArc> arcs;
    std::vector<TilePoint> points;
    std::vector<AreaNumber> areas;  // Of the tile, in order.
};

// Pieces that are borders of the same levels.
struct BorderRange {
    std::uint32_t levels = 0;  // Bit L: the two sides have different parents at level L.
    bool owned = true;         // False: also in the tile of its other, lower-numbered area.
    PointRange pieces;
};

struct SortedBorders {
    std::vector<BorderPiece> pieces;
    std::vector<BorderRange> ranges;
};

// Cuts the arcs into straight pieces and sorts them so that those of the topmost level come first, as one range, and those
// of any other level are few ranges. The outside differs from every area. An empty grouping has no borders; level 0
// needs none.
SortedBorders sortBorders(const BorderArcs& arcs, std::span<const std::vector<std::uint32_t>> groupings);

// The next run of pieces whose levels have all bits of `with` and none of `without`, from the range `at` on, which is moved behind
// it; as long as can be. Empty where there is none any more.
PointRange nextRun(std::span<const BorderRange> ranges, std::uint32_t with, std::uint32_t without, bool ownedOnly,
                   std::size_t& at);

}  // namespace dex
