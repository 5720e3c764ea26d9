#include "geo/triangulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geo/exact.h"

namespace dex {
namespace {

using Ring = std::vector<GridPoint>;

std::int64_t doubleAreaOf(const Ring& ring) {
    std::int64_t area = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) area += cross(ring[0], ring[i], ring[i + 1]);
    return area;
}

// Twice the area of all triangles; −1 where one does not turn left or there is no triangulation.
std::int64_t triangulatedArea(const std::vector<Ring>& rings) {
    const auto result = triangulate(rings);
    if (!result) return -1;
    std::vector<GridPoint> all;
    std::vector<std::vector<std::uint32_t>> numbers;
    for (const Ring& ring : rings) {
        numbers.emplace_back();
        for (const GridPoint p : ring) {
            numbers.back().push_back(static_cast<std::uint32_t>(all.size()));
            all.push_back(p);
        }
    }
    std::vector<std::uint32_t> cut = numbers[0];
    for (const Bridge& bridge : result->bridges) cutBridge(cut, numbers[bridge.hole + 1], bridge);
    std::vector<std::uint32_t> stack;
    std::size_t at = 0;
    std::int64_t area = 0;
    const bool whole =
        walkTriangles(static_cast<std::uint32_t>(cut.size()), stack, [&](std::uint32_t first, std::uint32_t last) {
            const std::uint32_t third = result->thirds[at++];
            const std::int64_t one = cross(all[cut[first]], all[cut[third]], all[cut[last]]);
            area += one;
            return one > 0 ? third : first;
        });
    return whole && at == result->thirds.size() ? area : -1;
}

void expectWhole(const std::vector<Ring>& rings) {
    std::int64_t area = 0;
    for (const Ring& ring : rings) area += doubleAreaOf(ring);
    EXPECT_EQ(triangulatedArea(rings), area);
}

TEST(Triangulate, CutsAConvexRing) { expectWhole({{{0, 0}, {4, 0}, {6, 3}, {3, 6}, {0, 5}}}); }

TEST(Triangulate, CutsACombWhoseTeethHideEachOther) {
    Ring comb = {{0, 0}, {100, 0}};
    for (int x = 100; x > 0; x -= 10) {
        comb.push_back({x, 40});
        comb.push_back({x - 5, 2});
    }
    expectWhole({comb});
}

TEST(Triangulate, UsesPointsOnStraightEdges) {
    expectWhole({{{0, 0}, {2, 0}, {4, 0}, {4, 2}, {4, 4}, {2, 4}, {0, 4}, {0, 2}}});
    expectWhole({{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {0, 3}}});
}

TEST(Triangulate, GoesAroundHoles) {
    expectWhole({{{0, 0}, {100, 0}, {100, 100}, {0, 100}},
                 {{20, 20}, {20, 40}, {40, 40}, {40, 20}},
                 {{60, 20}, {60, 40}, {80, 40}, {80, 20}},
                 {{20, 60}, {20, 80}, {80, 80}, {80, 60}}});
}

TEST(Triangulate, GoesAroundHolesOnOneLine) {
    std::vector<Ring> rings = {{{0, 0}, {200, 0}, {200, 20}, {0, 20}}};
    for (int x = 10; x < 190; x += 20) rings.push_back({{x, 5}, {x, 15}, {x + 10, 15}, {x + 10, 5}});
    expectWhole(rings);
}

TEST(Triangulate, AHoleMayTouchTheOutlineAtAPoint) {
    // One ring that comes back to (0, 10): the hole hangs on it.
    expectWhole({{{0, 0}, {20, 0}, {20, 20}, {0, 20}, {0, 10}, {10, 15}, {10, 5}, {0, 10}}});
}

TEST(Triangulate, TwoLakesThatTouchAtAPointAreOneHole) {
    expectWhole({{{0, 0}, {40, 0}, {40, 40}, {0, 40}}, {{10, 10}, {10, 30}, {20, 20}, {30, 30}, {30, 10}, {20, 20}}});
}

TEST(Triangulate, RefusesARingThatCrossesItself) {
    EXPECT_EQ(triangulatedArea({{{0, 0}, {10, 10}, {10, 0}, {0, 9}}}), -1);
    EXPECT_EQ(triangulatedArea({{{0, 0}, {10, 0}}}), -1);
    EXPECT_EQ(triangulatedArea({{{0, 0}, {5, 0}, {10, 0}}}), -1);
}

TEST(Triangulate, StarsOfAnyShapeComeOutWhole) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const int count = 3 + static_cast<int>(random() % 60);
        Ring star;
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * M_PI * i / count, radius = 100 + static_cast<int>(random() % 3000);
            star.push_back(
                {static_cast<int>(5000 + radius * std::cos(angle)), static_cast<int>(5000 + radius * std::sin(angle))});
        }
        if (count < 4) continue;
        // A small hole around the centre, where a star has room.
        expectWhole({star});
        expectWhole({star, {{4990, 4995}, {4995, 5005}, {5005, 5000}}});
    }
}

}  // namespace
}  // namespace dex
