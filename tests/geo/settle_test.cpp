#include "geo/settle.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "geo/exact.h"
#include "geo/ownership.h"
#include "geo/simplify.h"
#include "support/drawing.h"

namespace dex {
namespace {

using namespace drawing;

// Whether two drawings have the same faces around the same arcs in the same order, each with an area of the same sign.
void expectSameShape(const Topology& a, const Topology& b) {
    ASSERT_EQ(a.arcs.size(), b.arcs.size());
    const Cycles first = findCycles(a), second = findCycles(b);
    ASSERT_EQ(first.halfArcs, second.halfArcs);
    ASSERT_EQ(first.starts, second.starts);
    for (std::size_t c = 0; c < first.size(); ++c) {
        EXPECT_EQ(doubleArea(a, first[c]) > 0, doubleArea(b, second[c]) > 0);
        EXPECT_NE(doubleArea(b, second[c]), 0);
    }
    std::vector<std::pair<GridPoint, GridPoint>> segments;
    for (const Arc& arc : b.arcs) {
        const auto chain = b.chain(arc);
        for (std::size_t k = 0; k + 1 < chain.size(); ++k)
            segments.push_back({b.points[chain[k]], b.points[chain[k + 1]]});
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const auto [p, q] = segments[i];
            const auto [u, v] = segments[k];
            if (p == u || p == v || q == u || q == v) {
                EXPECT_FALSE(p != u && p != v && isOnSegment(p, u, v));
                EXPECT_FALSE(q != u && q != v && isOnSegment(q, u, v));
            } else {
                EXPECT_FALSE(segmentsMeet(p, q, u, v));
            }
        }
    }
}

TEST(Settle, EveryPatchworkKeepsItsShapeOnEveryGrid) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        const Topology source = bordersOf(Patchwork(seed, 12, 20, 8).areas);
        for (const int bits : {23, 22, 21}) {
            const Settled settled = settle(source, bits);
            if (settled.stuck == 0) expectSameShape(source, settled.topology);
            if (bits > 21) {
                EXPECT_EQ(settled.stuck, 0u) << seed << " " << bits;
            }
        }
    }
}

TEST(Simplify, EveryPatchworkKeepsItsShapeAtEveryTolerance) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        const Topology source = bordersOf(Patchwork(seed, 12, 8, 40).areas);
        for (const double metres : {1.0, 20.0, 100.0, 1000.0})
            expectSameShape(source, Simplifier(source).run(metres).topology);
    }
}

TEST(Simplify, ARingNeverLosesItsArea) {
    const Topology source = bordersOf({area({{{0, 0}, {3, 1}, {6, 0}, {5, 3}, {6, 6}, {3, 5}, {0, 6}, {1, 3}}})});
    const Topology rough = Simplifier(source).run(1e6).topology;
    ASSERT_EQ(rough.arcs.size(), 1u);
    EXPECT_EQ(rough.arcs[0].count, 4u);
    expectSameShape(source, rough);
}

TEST(Simplify, TwoBordersBetweenTheSameJunctionsStayApart) {
    const Topology source = bordersOf(
        {area({{{0, 0}, {10, 1}, {20, 0}, {20, 20}, {0, 20}}}), area({{{0, 0}, {10, -1}, {20, 0}, {10, 1}}})});
    expectSameShape(source, Simplifier(source).run(1e6).topology);
}

TEST(Simplify, AnIslandKeepsItsSideOfTheCoast) {
    // Straightening the bay would put the island on land.
    const Topology source = bordersOf(
        {area({{{0, 0}, {40, 0}, {50, 30}, {60, 0}, {100, 0}, {100, 90}, {0, 90}}}), area({box(48, 2, 52, 6)})});
    const Simplifier::Simplified rough = Simplifier(source).run(500);
    EXPECT_GT(rough.reinserted, 0u);
    expectSameShape(source, rough.topology);
}

TEST(Simplify, StaysWithinItsTolerance) {
    const Topology source = bordersOf(Patchwork(3, 16, 3, 30).areas);
    const Topology rough = Simplifier(source).run(60).topology;
    const double cells = 60 * cellsPerGroundMetre(source.points[0], kSourceBits);
    ASSERT_LT(rough.arcPoints.size(), source.arcPoints.size());
    for (std::size_t a = 0; a < source.arcs.size(); ++a) {
        const auto chain = rough.chain(rough.arcs[a]);
        for (const std::uint32_t id : source.chain(source.arcs[a])) {
            double nearest = 1e300;
            const GridPoint p = source.points[id];
            for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
                const GridPoint u = rough.points[chain[k]], v = rough.points[chain[k + 1]];
                const double dx = v.x - u.x, dy = v.y - u.y;
                const double t = std::clamp(((p.x - u.x) * dx + (p.y - u.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
                nearest = std::min(nearest, std::hypot(u.x + t * dx - p.x, u.y + t * dy - p.y));
            }
            EXPECT_LE(nearest, cells + 1);
        }
    }
}

TEST(Specks, PartsSmallerThanACellGoUnlessTheyAreTheArea) {
    Topology t = bordersOf(
        {together({area({box(0, 0, 50, 50)}), area({box(80, 80, 80.5, 80.5)})}), area({box(90, 0, 90.5, 0.5)})});
    EXPECT_EQ(t.arcs.size(), 3u);
    EXPECT_EQ(dropSpecks(t, kBits), 1u);
    EXPECT_EQ(t.arcs.size(), 2u);
    // What is left of the second area grows to what the grid can show.
    const Settled settled = settle(t, kBits);
    EXPECT_EQ(settled.stuck, 0u);
    expectSameShape(t, settled.topology);
}

}  // namespace
}  // namespace dex
