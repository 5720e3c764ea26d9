#include "map/pick.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "support/mini_tile.h"

namespace dex {
namespace {

const MiniMap kFine{{"aab", "adb", "ccb"}};
const MiniMap kCoarse{{"aab", "aab", "ccb"}};  // d has lost its place at this level of detail.

struct PickTest : testing::Test {
    PickTest() { store.open({miniLod(kCoarse, {"abc"}, 80, 0), miniLod(kFine, {"ad", "bc"}, 0, 1)}); }

    std::optional<AreaNumber> at(std::int32_t column, std::int32_t row) const {
        return areaAt(store, toWorld(kFine.middle(column, row), kFine.gridBits));
    }

    TileStore store;
};

TEST_F(PickTest, KnowsNothingBeforeATileIsHere) { EXPECT_FALSE(at(1, 1)); }

TEST_F(PickTest, AsksTheFinestTileThatIsHere) {
    store.put({0, 0}, miniTile(kCoarse, "abc"));
    EXPECT_EQ(at(1, 1), AreaNumber{0});
    store.put({1, 0}, miniTile(kFine, "ad"));
    EXPECT_EQ(at(1, 1), AreaNumber{3});
    EXPECT_EQ(at(2, 2), AreaNumber{1}) << "from the coarser tile, as long as its finer one is not here";
}

TEST_F(PickTest, TakesTheFinestAnswerAsFinalAlsoWhenItIsNone) {
    const MiniMap smaller{{"aa.", "ad.", "cc."}};
    store.open({miniLod(kCoarse, {"abc"}, 80, 0), miniLod(smaller, {"ad", "c"}, 0, 1)});
    store.put({0, 0}, miniTile(kCoarse, "abc"));
    store.put({1, 0}, miniTile(smaller, "ad"));
    store.put({1, 1}, miniTile(smaller, "c"));
    EXPECT_FALSE(at(2, 2));
    EXPECT_EQ(at(0, 0), AreaNumber{2});
}

TEST_F(PickTest, GivesEachPointOnABorderBetweenTilesToExactlyOneArea) {
    MiniMap map{{"aabb", "aabb", "ccdd"}};
    for (map.shake = 0; map.shake < 30; ++map.shake) {
        const std::vector<std::string> letters{"a", "b", "cd"};
        store.open({miniLod(map, letters, 0, 0)});
        for (std::uint16_t only = 0; only < 4; ++only) {
            for (std::uint16_t i = 0; i < 3; ++i) store.put({0, i}, miniTile(map, letters[i]));
        }
        for (std::int32_t row = 1; row < 3; ++row) {
            const WorldPoint a = toWorld(map.vertex(2, row), map.gridBits);
            ASSERT_TRUE(areaAt(store, a));
            int owners = 0;
            for (std::uint16_t i = 0; i < 3; ++i) {
                TileStore one;
                one.open(store.lods());
                one.put({0, i}, miniTile(map, letters[i]));
                owners += areaAt(one, a).has_value();
            }
            EXPECT_EQ(owners, 1);
        }
    }
}

TEST_F(PickTest, RefusesPointsOutsideTheWorld) {
    store.put({0, 0}, miniTile(kCoarse, "abc"));
    EXPECT_FALSE(areaAt(store, {-0.1, 0.5}));
    EXPECT_FALSE(areaAt(store, {0.5, 2}));
    EXPECT_FALSE(areaAt(store, {std::numeric_limits<double>::quiet_NaN(), 0.5}));
    EXPECT_FALSE(areaAt(store, {0.5, std::numeric_limits<double>::infinity()}));
}

}  // namespace
}  // namespace dex
