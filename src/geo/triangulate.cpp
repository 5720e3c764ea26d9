#include "geo/triangulate.h"

#include <algorithm>

#include "geo/exact.h"

namespace dex {

namespace {

std::int64_t distance2(GridPoint a, GridPoint b) {
    const std::int64_t x = b.x - a.x, y = b.y - a.y;
    return x * x + y * y;
}

// Whether the way from `at` to `p` begins strictly inside the corner whose inside is left of prev → at → next.
bool isInCorner(GridPoint prev, GridPoint at, GridPoint next, GridPoint p) {
    const int turn = side(prev, at, next), in = side(prev, at, p), out = side(at, next, p);
    // At a corner that turns right more than half of all ways lead inside.
    if (turn > 0) return in > 0 && out > 0;
    return in > 0 || out > 0;
}

// Whether an edge is in the way of a segment whose ends are points of the same drawing.
bool isBarred(GridPoint a, GridPoint b, GridPoint u, GridPoint v) {
    if (!boxOf(a, b).touches(boxOf(u, v))) return false;
    if (segmentsCross(a, b, u, v)) return true;
    return (u != a && u != b && isOnSegment(u, a, b)) || (v != a && v != b && isOnSegment(v, a, b));
}

// A chain of the ring and its base.
struct Chain {
    std::span<const GridPoint> ring;
    std::uint32_t first, last;

    GridPoint before(std::uint32_t k) const { return ring[k == first ? last : k - 1]; }
    GridPoint after(std::uint32_t k) const { return ring[k == last ? first : k + 1]; }

    bool isDiagonal(std::uint32_t i, std::uint32_t k) const {
        const GridPoint a = ring[i], b = ring[k];
        if (a == b) return false;
        if (!isInCorner(before(i), a, after(i), b) || !isInCorner(before(k), b, after(k), a)) return false;
        for (std::uint32_t e = first; e <= last; ++e) {
            if (isBarred(a, b, ring[e], after(e))) return false;
        }
        return true;
    }
    bool isThird(std::uint32_t k) const {
        return side(ring[first], ring[k], ring[last]) > 0 && (k == first + 1 || isDiagonal(first, k)) &&
               (k == last - 1 || isDiagonal(k, last));
    }

    // The position of a third point, or `first` where there is none.
    std::uint32_t findThird() const {
        // The tile's codec guesses the same: a third point that was guessed costs next to nothing in the file.
        const EarGuess guess = guessEar(ring, first, last);
        for (const Ear ear : {guess.likely, guess.other}) {
            if (ear == Ear::None) continue;
            const std::uint32_t k = ear == Ear::First ? first + 1 : last - 1;
            if (isThird(k)) return k;
        }
        std::vector<std::pair<std::int64_t, std::uint32_t>> near;
        for (std::uint32_t k = first + 1; k < last; ++k) {
            if (side(ring[first], ring[k], ring[last]) <= 0) continue;
            // Near points first: they make compact triangles, and are the likeliest to be seen from both ends.
            near.push_back({distance2(ring[first], ring[k]) + distance2(ring[k], ring[last]), k});
        }
        std::sort(near.begin(), near.end());
        for (const auto& [distance, k] : near) {
            if (isThird(k)) return k;
        }
        return first;
    }
};

// Whether a bridge from a to b would leave or enter an edge's middle or cross a hole that is still to come.
bool barsBridge(GridPoint a, GridPoint b, std::span<const GridPoint> ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (isBarred(a, b, ring[i], ring[(i + 1) % ring.size()])) return true;
    }
    return false;
}

// Holes in the order of their western points; each is joined there to the nearest point that can be seen, which lies
// on what is joined already.
bool bridgeHoles(const std::vector<std::vector<GridPoint>>& rings, std::vector<GridPoint>& ring,
                 std::vector<Bridge>& bridges) {
    struct West {
        GridPoint point;
        std::uint32_t hole, position;
    };
    std::vector<West> wests;
    for (std::uint32_t h = 1; h < rings.size(); ++h) {
        std::uint32_t west = 0;
        for (std::uint32_t k = 1; k < rings[h].size(); ++k) {
            const GridPoint p = rings[h][k], q = rings[h][west];
            if (p.x < q.x || (p.x == q.x && p.y < q.y)) west = k;
        }
        wests.push_back({rings[h][west], h, west});
    }
    std::sort(wests.begin(), wests.end(), [](const West& a, const West& b) {
        return a.point.x != b.point.x ? a.point.x < b.point.x : a.hole < b.hole;
    });
    for (std::size_t w = 0; w < wests.size(); ++w) {
        const std::vector<GridPoint>& hole = rings[wests[w].hole];
        std::vector<std::pair<std::int64_t, std::uint32_t>> near;
        for (std::uint32_t k = 0; k < ring.size(); ++k) near.push_back({distance2(ring[k], wests[w].point), k});
        std::sort(near.begin(), near.end());
        const auto corner = [](std::span<const GridPoint> r, std::size_t k, GridPoint p) {
            return isInCorner(r[(k + r.size() - 1) % r.size()], r[k], r[(k + 1) % r.size()], p);
        };
        const auto found = std::find_if(near.begin(), near.end(), [&](const auto& candidate) {
            const std::uint32_t k = candidate.second;
            const GridPoint a = ring[k], b = wests[w].point;
            if (a == b || !corner(ring, k, b) || !corner(hole, wests[w].position, a) || barsBridge(a, b, ring))
                return false;
            return std::none_of(wests.begin() + static_cast<std::ptrdiff_t>(w), wests.end(),
                                [&](const West& other) { return barsBridge(a, b, rings[other.hole]); });
        });
        if (found == near.end()) return false;
        bridges.push_back({found->second, wests[w].hole - 1, wests[w].position});
        std::vector<GridPoint> walked(hole.begin() + wests[w].position, hole.end());
        walked.insert(walked.end(), hole.begin(), hole.begin() + wests[w].position + 1);
        // The ring goes to the hole, round it, and back: both ends of the bridge come twice.
        walked.push_back(ring[found->second]);
        ring.insert(ring.begin() + found->second + 1, walked.begin(), walked.end());
    }
    return true;
}

}  // namespace

EarGuess guessEar(std::span<const GridPoint> ring, std::uint32_t first, std::uint32_t last) {
    const GridPoint a = ring[first], b = ring[last], p = ring[first + 1], q = ring[last - 1];
    // Who writes a tile and who reads it both guess by this: another guess would be another format.
    const bool atFirst = side(a, p, b) > 0, atLast = side(a, q, b) > 0;
    if (!atFirst && !atLast) return {};
    if (!atLast) return {Ear::First, Ear::None};
    if (!atFirst) return {Ear::Last, Ear::None};
    // An ear that holds the next point of the chain is none; else the shorter cut is likelier.
    const bool firstHolds = isInTriangle(ring[first + 2], a, p, b) || (p != q && isInTriangle(q, a, p, b));
    const bool lastHolds = isInTriangle(ring[last - 2], a, q, b) || (p != q && isInTriangle(p, a, q, b));
    const bool preferFirst = firstHolds != lastHolds ? lastHolds : distance2(p, b) <= distance2(a, q);
    return preferFirst ? EarGuess{Ear::First, Ear::Last} : EarGuess{Ear::Last, Ear::First};
}

void cutBridge(std::vector<std::uint32_t>& ring, std::span<const std::uint32_t> hole, const Bridge& bridge) {
    std::vector<std::uint32_t> walked(hole.begin() + bridge.holePoint, hole.end());
    walked.insert(walked.end(), hole.begin(), hole.begin() + bridge.holePoint + 1);
    walked.push_back(ring[bridge.from]);
    ring.insert(ring.begin() + bridge.from + 1, walked.begin(), walked.end());
}

std::optional<Triangulation> triangulate(const std::vector<std::vector<GridPoint>>& rings) {
    Triangulation result;
    std::vector<GridPoint> ring = rings[0];
    if (ring.size() < 3 || !bridgeHoles(rings, ring, result.bridges)) return std::nullopt;
    std::vector<std::uint32_t> stack;
    const bool whole =
        walkTriangles(static_cast<std::uint32_t>(ring.size()), stack, [&](std::uint32_t first, std::uint32_t last) {
            const std::uint32_t third = Chain{ring, first, last}.findThird();
            result.thirds.push_back(third);
            return third;
        });
    // A chain without a third point: the rings are not as the header asks for.
    if (!whole) return std::nullopt;
    return result;
}

}  // namespace dex
