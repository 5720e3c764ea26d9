#include "map/outline.h"

#include <gtest/gtest.h>

#include <set>

#include "map/neighbours.h"
#include "support/mini_tile.h"

namespace dex {
namespace {

using Numbers = std::vector<std::uint32_t>;

// Of all chains; positive when the set lies on the left. In squares of the mini map.
double turned(const Outline& outline, const MiniMap& map) {
    double twice = 0;
    for (std::size_t c = 0; c < outline.starts.size(); ++c) {
        const std::size_t end = c + 1 < outline.starts.size() ? outline.starts[c + 1] : outline.points.size();
        for (std::size_t i = outline.starts[c]; i + 1 < end; ++i) {
            const WorldPoint a = outline.points[i], b = outline.points[i + 1];
            twice += (a.x - 0.5) * (b.y - 0.5) - (b.x - 0.5) * (a.y - 0.5);
        }
    }
    const double side = map.side / cellsPerWorld(map.gridBits);
    return twice / 2 / side / side;
}

bool closed(const Outline& outline, std::size_t chain) {
    const std::size_t end = chain + 1 < outline.starts.size() ? outline.starts[chain + 1] : outline.points.size();
    return outline.points[outline.starts[chain]] == outline.points[end - 1];
}

const MiniMap kSixAreas{{"aabb", "acbd", "eeff"}};

struct OutlineTest : testing::Test {
    OutlineTest() {
        store.open({miniLod(kSixAreas, {"abcdef"}, 80, 0), miniLod(kSixAreas, {"ace", "bdf"}, 0, 1)});
        store.put({0, 0}, miniTile(kSixAreas, "abcdef"));
        store.put({1, 0}, miniTile(kSixAreas, "ace"));
        store.put({1, 1}, miniTile(kSixAreas, "bdf"));
    }
    TileStore store;
    const std::vector<TileKey> fine{{1, 0}, {1, 1}};
};

TEST_F(OutlineTest, RunsRoundOneArea) {
    const Outline outline = outlineOf(store, fine, {{}, 0});
    ASSERT_EQ(outline.starts.size(), 1u);
    EXPECT_TRUE(closed(outline, 0));
    EXPECT_NEAR(turned(outline, kSixAreas), 3, 1e-6);
}

TEST_F(OutlineTest, RunsRoundASetAcrossTilesOnce) {
    const Numbers grouping{0, 0, 0, 1, 1, 1};
    const Outline outline = outlineOf(store, fine, {grouping, 0});
    ASSERT_EQ(outline.starts.size(), 1u);
    EXPECT_TRUE(closed(outline, 0));
    EXPECT_NEAR(turned(outline, kSixAreas), 7, 1e-6);
}

TEST_F(OutlineTest, TakesEachAreaFromTheFinestTileDrawn) {
    const std::vector<TileKey> mixed{{0, 0}, {1, 0}, {1, 1}};
    EXPECT_EQ(outlineOf(store, mixed, {{}, 1}).points, outlineOf(store, fine, {{}, 1}).points);
    const Numbers all(6, 0);
    EXPECT_NEAR(turned(outlineOf(store, std::vector<TileKey>{{0, 0}, {1, 0}}, {all, 0}), kSixAreas), 12, 1e-6);
}

TEST_F(OutlineTest, HasAChainForEachPartAndHole) {
    const MiniMap map{{"aaa.b", "aca..", "aaa.b"}};
    store.open({miniLod(map, {"abc"}, 0, 0)});
    store.put({0, 0}, miniTile(map, "abc"));
    const std::vector<TileKey> keys{{0, 0}};
    const Outline ring = outlineOf(store, keys, {{}, 0});
    EXPECT_EQ(ring.starts.size(), 2u);
    EXPECT_NEAR(turned(ring, map), 8, 1e-6);
    EXPECT_EQ(outlineOf(store, keys, {{}, 1}).starts.size(), 2u);
}

TEST_F(OutlineTest, IsEmptyForWhatIsNotThere) {
    EXPECT_TRUE(outlineOf(store, fine, {{}, 77}).points.empty());
    EXPECT_TRUE(outlineOf(store, {}, {{}, 0}).points.empty());
    EXPECT_TRUE(outlineOf(store, std::vector<TileKey>{{1, 0}}, {{}, 1}).points.empty());
}

TEST_F(OutlineTest, NeighboursComeClockwiseFromNorth) {
    // Of c: b to the east, e to the south, a from the west to the north.
    using Neighbours = std::vector<Neighbour>;
    EXPECT_EQ(neighboursOf(store, fine, {{}, 2}),
              (Neighbours{{1, Compass::East}, {4, Compass::South}, {0, Compass::NorthWest}}));
    const Numbers grouping{0, 0, 0, 1, 2, 2};
    EXPECT_EQ(neighboursOf(store, fine, {grouping, 2}), (Neighbours{{1, Compass::East}, {0, Compass::NorthWest}}));
}

TEST_F(OutlineTest, WalksRoundTheNeighboursOfOneArea) {
    NeighbourWalk walk;
    std::uint32_t selected = 2;
    const auto step = [&](int direction) {
        selected = walk.step(store, fine, {{}, selected}, direction).value_or(Neighbour{99}).area;
        return selected;
    };
    EXPECT_EQ(step(1), 1u);
    EXPECT_EQ(step(1), 4u);
    EXPECT_EQ(step(1), 0u);
    EXPECT_EQ(step(1), 1u);
    EXPECT_EQ(step(-1), 0u);
    // Selected in another way, an area becomes the middle.
    selected = 3;
    EXPECT_EQ(step(1), 5u);
    selected = 5;
    walk.reset();
    EXPECT_NE(step(-1), 99u);
}

TEST_F(OutlineTest, WalksNowhereFromAnIsland) {
    const MiniMap map{{"a.b"}};
    store.open({miniLod(map, {"ab"}, 0, 0)});
    store.put({0, 0}, miniTile(map, "ab"));
    EXPECT_FALSE(NeighbourWalk().step(store, std::vector<TileKey>{{0, 0}}, {{}, 0}, 1));
}

}  // namespace
}  // namespace dex
