#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/grid.h"

namespace dex {

// A polygon is cut along bridges into one ring without holes, and that ring is cut into triangles: the edge from its
// last point back to its first is the base of one, whose third point cuts the rest into two chains, each with a base
// of its own. So a triangulation is a list of third points, and costs about as much as it surprises (guessEar).

// A cut from a point of the ring so far to a point of a hole, which is walked whole and left by the same cut.
struct Bridge {
    std::uint32_t from = 0;       // Position in the ring so far.
    std::uint32_t hole = 0;       // Which hole.
    std::uint32_t holePoint = 0;  // Position in it.
};

struct Triangulation {
    std::vector<Bridge> bridges;        // In the order in which they are cut; every hole once.
    std::vector<std::uint32_t> thirds;  // Positions in the cut ring; see walkTriangles for the order.
};

// The outline runs anticlockwise, holes clockwise. A ring may come back to a point where it was, as findCycles makes
// of what touches there, but rings do not touch each other, cross nowhere and have no point inside an edge. Every triangle turns left and has an area; nothing is returned for rings that are not like that.
std::optional<Triangulation> triangulate(const std::vector<std::vector<GridPoint>>& rings);

// Puts a hole into the ring so far: positions before are positions in whatever is walked.
void cutBridge(std::vector<std::uint32_t>& ring, std::span<const std::uint32_t> hole, const Bridge& bridge);

// Where the third point of a chain's triangle is to be expected: next to its first point or next to its last one.
enum class Ear : std::uint8_t { First, Last, None };
struct EarGuess {
    Ear likely = Ear::None;
    Ear other = Ear::None;  // None where only one turns left.
};
EarGuess guessEar(std::span<const GridPoint> ring, std::uint32_t first, std::uint32_t last);

// Walks the chains of a ring of `count` points: `third(first, last)` says the position strictly between them; it may
// stop the walk by returning `first`. Chains near the first point come first.
template <typename Third>
bool walkTriangles(std::uint32_t count, std::vector<std::uint32_t>& stack, const Third& third) {
    stack.assign({0, count - 1});
    while (!stack.empty()) {
        const std::uint32_t last = stack.back();
        stack.pop_back();
        const std::uint32_t first = stack.back();
        stack.pop_back();
        if (last - first < 2) continue;
        const std::uint32_t middle = third(first, last);
        if (middle == first) return false;
        stack.insert(stack.end(), {middle, last, first, middle});
    }
    return true;
}

}  // namespace dex
