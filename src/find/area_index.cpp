#include "find/area_index.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "base/sort.h"
#include "geo/hilbert.h"

namespace dex {
namespace {

static_assert(std::endian::native == std::endian::little, "The bytes are read in place.");

constexpr std::uint32_t kCurve = 0xffff;  // Cells a side of the Hilbert curve, less one.

// The place of a box's middle on the curve over `bounds`.
std::uint32_t placeOnCurve(const GridBox& box, const GridBox& bounds) {
    const auto scaled = [](std::int64_t low, std::int64_t high, std::int64_t from, std::int64_t to) {
        const std::int64_t width = std::max<std::int64_t>(1, to - from);
        return static_cast<std::uint16_t>(((low + high) / 2 - from) * kCurve / width);
    };
    return box.empty() ? 0
                       : hilbertDistance(scaled(box.minX, box.maxX, bounds.minX, bounds.maxX),
                                         scaled(box.minY, box.maxY, bounds.minY, bounds.maxY));
}

}  // namespace

AreaIndex::Node::Node() {
    for (std::uint32_t i = 0; i < kInNode; ++i) put(i, GridBox{});
}

void AreaIndex::Node::put(std::uint32_t child, const GridBox& box) {
    minX[child] = box.minX;
    minY[child] = box.minY;
    maxX[child] = box.maxX;
    maxY[child] = box.maxY;
}

GridBox AreaIndex::Node::bounds() const {
    GridBox all;
    for (std::uint32_t i = 0; i < kInNode; ++i) all.add(box(i));
    return all;
}

std::uint32_t AreaIndex::Node::touching(const GridBox& query) const {
    static constexpr std::uint32_t kBits[kInNode] = {1u << 0,  1u << 1,  1u << 2,  1u << 3, 1u << 4,  1u << 5,
                                                     1u << 6,  1u << 7,  1u << 8,  1u << 9, 1u << 10, 1u << 11,
                                                     1u << 12, 1u << 13, 1u << 14, 1u << 15};
    std::uint32_t bits = 0;
    for (std::uint32_t i = 0; i < kInNode; ++i) {
        // Without a branch, so that the compiler can compare all sixteen at once.
        const int apart = int{minX[i] > query.maxX} | int{minY[i] > query.maxY} | int{maxX[i] < query.minX} |
                          int{maxY[i] < query.minY};
        bits |= apart != 0 ? 0 : kBits[i];
    }
    return bits;
}

Bytes AreaIndex::pack(std::span<const GridBox> boxes) {
    DEX_CHECK(boxes.size() <= kMaxAreas);
    GridBox bounds;
    for (const GridBox& box : boxes) bounds.add(box);
    std::vector<std::uint32_t> places;
    places.reserve(boxes.size());
    for (const GridBox& box : boxes) places.push_back(placeOnCurve(box, bounds));
    const std::vector<std::uint32_t> leaves =
        orderBy(boxes.size(), [&](std::uint32_t a, std::uint32_t b) { return places[a] < places[b]; });

    std::vector<Node> nodes;
    const auto place = [&nodes](std::size_t i, const GridBox& box) {
        if (i % kInNode == 0) nodes.emplace_back();
        nodes.back().put(i % kInNode, box);
    };
    for (std::size_t i = 0; i < leaves.size(); ++i) place(i, boxes[leaves[i]]);
    // Each level is packed from the boxes of the one below, until a level is one node: the root.
    for (std::size_t begin = 0, end = nodes.size(); end - begin > 1; begin = end, end = nodes.size()) {
        for (std::size_t i = begin; i < end; ++i) place(i - begin, nodes[i].bounds());
    }
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(boxes.size()));
    for (const std::uint32_t leaf : leaves) out.u32(leaf);
    out.append(std::as_bytes(std::span(nodes)));
    return out.take();
}

Result<AreaIndex> AreaIndex::open(ByteSpan bytes) {
    ByteReader in(bytes);
    const std::uint32_t count = in.u32();
    if (count > kMaxAreas) return Error{Status::TooLarge, 0};
    AreaIndex index;
    std::array<std::uint32_t, kMaxLevels> used{};  // Children of each level's nodes together.
    std::uint32_t nodes = 0;
    // One area alone still needs a node to be found in; no area needs none.
    for (std::uint32_t below = count; below > (nodes > 0 ? 1 : 0);) {
        used[index.levelCount_] = below;
        index.starts_[index.levelCount_++] = nodes;
        below = (below + kInNode - 1) / kInNode;
        nodes += below;
    }
    const ByteSpan areas = in.take(count * sizeof(std::uint32_t)), tree = in.take(nodes * sizeof(Node));
    DEX_TRY(in.finish());
    index.areas_ = {reinterpret_cast<const std::uint32_t*>(areas.data()), count};
    index.nodes_ = {reinterpret_cast<const Node*>(tree.data()), nodes};
    for (std::uint32_t i = 0; i < count; ++i) {
        if (index.areas_[i] >= count) return Error{Status::BadIndex, (i + 1) * sizeof(std::uint32_t)};
    }
    for (std::uint32_t level = 0; level < index.levelCount_; ++level) {
        const std::uint32_t last = index.starts_[level] + (used[level] - 1) / kInNode;
        // A box in a place that no child has would lead a search beyond the level below.
        for (std::uint32_t i = (used[level] - 1) % kInNode + 1; i < kInNode; ++i) {
            if (index.nodes_[last].box(i) == GridBox{}) continue;
            return Error{Status::BadIndex, in.position() - (nodes - last) * sizeof(Node)};
        }
    }
    return index;
}

std::size_t AreaIndex::search(const GridBox& query, std::span<std::uint32_t> found) const {
    struct Visit {
        std::uint32_t level, node;
    };
    // Depth first: of each level the children of one node at most wait here.
    std::array<Visit, kMaxLevels * kInNode> waiting;
    std::size_t depth = 0, count = 0;
    if (levelCount_ > 0) waiting[depth++] = {levelCount_ - 1, 0};
    while (depth > 0) {
        const auto [level, node] = waiting[--depth];
        for (std::uint32_t bits = nodes_[starts_[level] + node].touching(query); bits != 0; bits &= bits - 1) {
            const std::uint32_t child = node * kInNode + static_cast<std::uint32_t>(std::countr_zero(bits));
            if (level > 0) {
                waiting[depth++] = {level - 1, child};
            } else if (count++ < found.size()) {
                found[count - 1] = areas_[child];
            }
        }
    }
    return count;
}

}  // namespace dex
