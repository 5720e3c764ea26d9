#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/bytes.h"
#include "geo/grid.h"

namespace dex {

// Answers "which areas could be here?" for a fixed set of boxes, one an area.
//
// The index is a packed R-tree, made once: leaves follow the Hilbert curve, sixteen to a node, and each level is stored
// right after the one below it, so that a node's children need no links. An AreaIndex is only a view: the bytes it was
// opened on must outlive it.
//
// It compares boxes and nothing finer. A caller that needs the true outline (map/pick.h) tests the few candidates
// itself; one that needs the nearest asks for the box around its reach.
//
// The bytes are little-endian and aligned to four: areaCount, an area's number for each leaf, then the nodes, lowest
// level first and root last. They are kept in memory and are no file of the atlas.
class AreaIndex {
public:
    // The area of boxes[i] has number i. An area with an empty box is never found.
    static Bytes pack(std::span<const GridBox> boxes);

    // Checks sizes, numbers and that no node has more children than there are, once, so that queries need not. Fails with
    // Truncated, TrailingBytes, TooLarge or BadIndex; Error::where is the offending offset.
    static Result<AreaIndex> open(ByteSpan bytes);

    AreaIndex() = default;  // Of no areas.

    // Writes the areas whose box touches `query` into `found`, in no promised order, and returns how many there are in
    // all. When that exceeds found.size(), the surplus was counted and not written: grow the buffer and ask again.
    std::size_t search(const GridBox& query, std::span<std::uint32_t> found) const;

    // The same, for a single point. Touching an edge counts, so on a shared border both neighbours are reported.
    std::size_t search(GridPoint point, std::span<std::uint32_t> found) const {
        return search(GridBox{point.x, point.y, point.x, point.y}, found);
    }

    std::uint32_t areaCount() const { return static_cast<std::uint32_t>(areas_.size()); }

private:
    static constexpr std::uint32_t kInNode = 16;
    static constexpr std::uint32_t kMaxAreas = 1u << 24;
    static constexpr std::size_t kMaxLevels = 6;  // 16^6 areas.

    // The boxes of a node's children side by side, so that one query meets all of them at once. Unused ones are empty.
    struct Node {
        std::array<std::int32_t, kInNode> minX, minY, maxX, maxY;

        Node();
        void put(std::uint32_t child, const GridBox& box);
        GridBox box(std::uint32_t child) const { return {minX[child], minY[child], maxX[child], maxY[child]}; }
        GridBox bounds() const;
        std::uint32_t touching(const GridBox& query) const;  // A bit a child.
    };

    std::span<const std::uint32_t> areas_;            // By leaf.
    std::span<const Node> nodes_;                     // Lowest level first, root last.
    std::array<std::uint32_t, kMaxLevels> starts_{};  // Of each level in nodes_.
    std::uint32_t levelCount_ = 0;
};

}  // namespace dex
