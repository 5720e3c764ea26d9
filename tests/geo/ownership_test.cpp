#include "geo/ownership.h"

#include <gtest/gtest.h>

#include "geo/simplify.h"
#include "support/drawing.h"

namespace dex {
namespace {

using namespace drawing;

// In cells of the drawing.
double areaOfCycles(const Topology& t, AreaNumber area) {
    const Cycles cycles = findCycles(t);
    double sum = 0;
    for (std::size_t c = 0; c < cycles.size(); ++c) {
        if (areaOf(t, cycles[c].front()) == area) sum += static_cast<double>(doubleArea(t, cycles[c])) / 2;
    }
    const double cell = cellsPerWorld(kSourceBits) / cellsPerWorld(kBits);
    return sum / cell / cell;
}

std::size_t cycleCount(const Topology& t, AreaNumber area) {
    const Cycles cycles = findCycles(t);
    std::size_t count = 0;
    for (std::size_t c = 0; c < cycles.size(); ++c) count += areaOf(t, cycles[c].front()) == area;
    return count;
}

TEST(Ownership, NeighboursShareOneArc) {
    const Topology t = bordersOf({area({box(0, 0, 10, 10)}), area({box(10, 0, 20, 10)})});
    EXPECT_EQ(t.arcs.size(), 3u);
    EXPECT_EQ(areaOfCycles(t, 0), 100);
    EXPECT_EQ(areaOfCycles(t, 1), 100);
}

TEST(Ownership, FloatNoiseInSharedPointsIsNoGap) {
    AreaPolygon east = area({box(10, 0, 20, 10)});
    for (auto& p : east.parts[0][0]) p.x += 1e-14;
    EXPECT_EQ(bordersOf({area({box(0, 0, 10, 10)}), east}).arcs.size(), 3u);
}

TEST(Ownership, ANeighboursVertexOnAStraightEdgeIsPutIntoIt) {
    const Topology t = bordersOf({area({box(0, 0, 10, 30)}), area({box(10, 0, 20, 11)}), area({box(10, 11, 20, 30)})});
    EXPECT_EQ(t.arcs.size(), 6u);
    EXPECT_EQ(cycleCount(t, kOutside), 1u);
}

TEST(Ownership, AnEnclaveIsOneClosedArc) {
    const Topology t = bordersOf({area({box(0, 0, 30, 30), box(10, 10, 20, 20)}), area({box(10, 10, 20, 20)})});
    ASSERT_EQ(t.arcs.size(), 2u);
    EXPECT_TRUE(t.isClosed(t.arcs[0]) && t.isClosed(t.arcs[1]));
    EXPECT_EQ(areaOfCycles(t, 0), 800);
    EXPECT_EQ(areaOfCycles(t, 1), 100);
}

TEST(Ownership, AnEnclaveDrawnWithoutAHoleIsKept) {
    const Topology t = bordersOf({area({box(0, 0, 30, 30)}), area({box(10, 10, 20, 20)})});
    EXPECT_EQ(areaOfCycles(t, 0), 800);
    EXPECT_EQ(areaOfCycles(t, 1), 100);
}

TEST(Ownership, AnIslandInALakeBelongsToWhoeverDrewIt) {
    const AreaPolygon land =
        together({area({box(0, 0, 90, 90), box(10, 10, 80, 80)}), area({box(20, 20, 70, 70), box(30, 30, 60, 60)})});
    const Topology t = bordersOf({land, area({box(40, 40, 50, 50)})});
    EXPECT_EQ(areaOfCycles(t, 0), 8100 - 4900 + 2500 - 900);
    EXPECT_EQ(areaOfCycles(t, 1), 100);
    EXPECT_EQ(cycleCount(t, kOutside), 5u);  // The sea, and two lakes each with a shore and an island.
}

TEST(Ownership, PartsThatTouchAtAPointAreTwoCycles) {
    const Topology t = bordersOf({together({area({box(0, 0, 10, 10)}), area({box(10, 10, 20, 20)})})});
    EXPECT_EQ(cycleCount(t, 0), 2u);
    EXPECT_EQ(areaOfCycles(t, 0), 200);
}

TEST(Ownership, TwoAreasMayShareTwoBorders) {
    // A lake between them interrupts the first.
    const Topology t = bordersOf({area({{{0, 0}, {10, 0}, {10, 10}, {5, 15}, {10, 20}, {10, 30}, {0, 30}}}),
                                  area({{{10, 0}, {20, 0}, {20, 30}, {10, 30}, {10, 20}, {15, 15}, {10, 10}}})});
    std::size_t shared = 0;
    for (const Arc& arc : t.arcs) shared += arc.left != kOutside && arc.right != kOutside;
    EXPECT_EQ(shared, 2u);
}

TEST(Ownership, PartsThatShareAnEdgeBecomeOne) {
    const Topology t = bordersOf({together({area({box(0, 0, 10, 10)}), area({box(10, 0, 20, 10)})})});
    ASSERT_EQ(t.arcs.size(), 1u);
    EXPECT_EQ(areaOfCycles(t, 0), 200);
}

TEST(Ownership, GroundClaimedTwiceGoesToTheSmallerAndIsReported) {
    Result<Noded> noded = nodeBorders({area({box(0, 0, 100, 100)}), area({box(90, 0, 120, 100)})});
    ASSERT_TRUE(noded.ok());
    EXPECT_EQ(noded->insertedOnEdges, 4u);
    Result<Owned> owned = findOwners(std::move(noded).value(), 2);
    ASSERT_TRUE(owned.ok());
    EXPECT_EQ(areaOfCycles(owned->topology, 0), 9000);
    EXPECT_EQ(areaOfCycles(owned->topology, 1), 3000);
    EXPECT_NEAR(owned->overlapSquareMetres, 1000 * 4.777 * 4.777 * 0.62 * 0.62, 200);
}

TEST(Ownership, BordersThatCrossAreSplitWhereTheyDo) {
    const Topology t = bordersOf({area({{{0, 0}, {100, 0}, {50, 77}}}), area({{{0, 50}, {50, -33}, {100, 50}}})});
    const Cycles cycles = findCycles(t);
    for (std::size_t c = 0; c < cycles.size(); ++c) {
        for (const HalfArc h : cycles[c]) EXPECT_EQ(areaOf(t, h), areaOf(t, cycles[c].front()));
    }
}

TEST(Ownership, RingsMayRunEitherWayAndRepeatTheirFirstPoint) {
    Ring backwards = {{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}};
    EXPECT_EQ(areaOfCycles(bordersOf({area({backwards})}), 0), 100);
}

TEST(Ownership, SpikesAndRepeatedPointsAreTakenOut) {
    EXPECT_EQ(bordersOf({area({{{0, 0}, {5, 0}, {5, 0}, {5, -9}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}})}).arcs.size(),
              1u);
}

TEST(Ownership, AnAreaWithoutGroundIsRefusedByNumber) {
    const Result<Noded> flat = nodeBorders({area({box(0, 0, 10, 10)}), area({{{0, 0}, {5, 0}, {9, 0}}})});
    ASSERT_FALSE(flat.ok());
    EXPECT_EQ(flat.error(), (Error{Status::BadShape, 1}));
    EXPECT_EQ(nodeBorders({AreaPolygon{}}).error(), (Error{Status::BadShape, 0}));
}

TEST(Ownership, AnAreaDrawnTwiceIsKeptByTheFirst) {
    Result<Noded> noded = nodeBorders({area({box(0, 0, 10, 10)}), area({box(0, 0, 10, 10)})});
    ASSERT_TRUE(noded.ok());
    EXPECT_EQ(findOwners(std::move(noded).value(), 2).error(), (Error{Status::BadShape, 1}));
}

}  // namespace
}  // namespace dex
