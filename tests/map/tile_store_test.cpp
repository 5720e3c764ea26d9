#include "map/tile_store.h"

#include <gtest/gtest.h>

#include "geo/projection.h"
#include "support/mini_tile.h"

namespace dex {
namespace {

using TileKeys = std::vector<TileKey>;

const MiniMap kEightAreas{{"aabbccdd", "aabbccdd", "eeffgghh", "eeffgghh"}};

// Level of detail 0 in one tile, 1 in two, 2 in four.
struct TileStoreTest : testing::Test {
    TileStoreTest() {
        lods = {miniLod(kEightAreas, whole, 80, 0), miniLod(kEightAreas, halves, 20, 1),
                miniLod(kEightAreas, quarters, 0, 3)};
        store.open(lods);
        WorldBox box = toWorld(lods[0].tiles[0].box, kEightAreas.gridBits);
        middle = {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
        width = box.maxX - box.minX;
    }

    // So many device px to a metre on the ground, in a viewport of 800 × 600.
    Sight sight(double pxPerMetre, WorldPoint centre) const {
        return {{0, 0, 800, 600}, 1, centre, pxPerMetre * groundScale(centre.y) * kWorldMetres};
    }
    Sight far() const { return sight(0.01, middle); }
    Sight near() const { return sight(0.05, middle); }
    Sight nearest() const { return sight(0.5, middle); }
    // All of the map on a screen so large that it shows the finest level of detail.
    Sight wall() const {
        Sight large = nearest();
        large.viewport = {0, 0, 80000, 60000};
        return large;
    }
    // Only the western edge of the map.
    Sight corner() const { return sight(0.5, {middle.x - width * 0.45, middle.y}); }

    void put(TileKey key) {
        const auto& tiles = key.lod == 0 ? whole : key.lod == 1 ? halves : quarters;
        EXPECT_TRUE(store.put(key, miniTile(kEightAreas, tiles[key.tile])));
    }

    const std::vector<std::string> whole{"abcdefgh"}, halves{"abef", "cdgh"}, quarters{"ae", "bf", "cg", "dh"};
    std::vector<Lod> lods;
    TileStore store;
    WorldPoint middle;
    double width = 0;
};

TEST_F(TileStoreTest, ChoosesTheCoarsestLevelOfDetailThatLooksRight) {
    store.look(far());
    EXPECT_EQ(store.lod(), 0);
    store.look(near());
    EXPECT_EQ(store.lod(), 1);
    store.look(nearest());
    EXPECT_EQ(store.lod(), 2);
    // More pixels show more, though not in proportion.
    Sight retina = far();
    retina.devicePixelRatio = 2;
    store.look(retina);
    EXPECT_EQ(store.lod(), 0);
    retina.devicePixelRatio = 4;
    store.look(retina);
    EXPECT_EQ(store.lod(), 1);
}

TEST_F(TileStoreTest, WantsTheGroundFirstAndThenWhatIsNearTheMiddle) {
    store.look(sight(0.5, {middle.x - width * 0.3, middle.y}));
    EXPECT_EQ(store.wanted().front(), (TileKey{0, 0}));
    ASSERT_GE(store.wanted().size(), 2u);
    EXPECT_EQ(store.wanted()[1], (TileKey{2, 0}));
    EXPECT_FALSE(store.complete());
    EXPECT_TRUE(store.drawn().empty());
}

TEST_F(TileStoreTest, DrawsACoarserTileUnderTheFinerOnesUntilAllAreHere) {
    put({0, 0});
    store.look(near());
    EXPECT_EQ(store.drawn(), (TileKeys{{0, 0}}));
    EXPECT_EQ(store.wanted(), (TileKeys{{1, 0}, {1, 1}}));
    put({1, 1});
    store.look(near());
    EXPECT_EQ(store.drawn(), (TileKeys{{0, 0}, {1, 1}}));
    EXPECT_EQ(store.wanted(), (TileKeys{{1, 0}}));
    EXPECT_FALSE(store.complete());
    put({1, 0});
    store.look(near());
    EXPECT_EQ(store.drawn(), (TileKeys{{1, 0}, {1, 1}}));
    EXPECT_TRUE(store.wanted().empty());
    EXPECT_TRUE(store.complete());
}

TEST_F(TileStoreTest, StandsInWithTheNextCoarserOneThatCoversTheGap) {
    put({0, 0});
    put({1, 0});
    store.look(corner());
    EXPECT_EQ(store.lod(), 2);
    EXPECT_EQ(store.drawn(), (TileKeys{{1, 0}}));
    // Where it covers a part only, the ground is drawn as well.
    store.look(nearest());
    EXPECT_EQ(store.drawn(), (TileKeys{{0, 0}, {1, 0}}));
}

TEST_F(TileStoreTest, NeedsOnlyWhatIsInSight) {
    put({0, 0});
    store.look(corner());
    EXPECT_EQ(store.wanted(), (TileKeys{{2, 0}}));
    store.look(sight(0.5, {middle.x + width * 30, middle.y}));
    EXPECT_TRUE(store.wanted().empty());
    EXPECT_TRUE(store.drawn().empty());
    EXPECT_TRUE(store.complete());
}

TEST_F(TileStoreTest, NamesAFailedTileOnlyWhereNothingStandsIn) {
    store.fail({0, 0});
    store.look(far());
    EXPECT_EQ(store.drawn(), (TileKeys{{0, 0}}));
    EXPECT_TRUE(store.failed({0, 0}));
    EXPECT_TRUE(store.wanted().empty());
    EXPECT_FALSE(store.complete());

    store.retry();
    store.look(far());
    EXPECT_EQ(store.wanted(), (TileKeys{{0, 0}}));
    put({0, 0});
    store.fail({1, 0});
    store.look(near());
    EXPECT_EQ(store.drawn(), (TileKeys{{0, 0}}));
    EXPECT_EQ(store.wanted(), (TileKeys{{1, 1}}));
}

TEST_F(TileStoreTest, KeepsATileThatIsHereWhenItFailsLater) {
    put({0, 0});
    store.fail({0, 0});
    EXPECT_FALSE(store.failed({0, 0}));
    EXPECT_NE(store.tile({0, 0}), nullptr);
}

TEST_F(TileStoreTest, RefusesATileOnAnotherGrid) {
    Tile tile = miniTile(kEightAreas, "abcdefgh");
    tile.gridBits = 23;
    EXPECT_FALSE(store.put({0, 0}, std::move(tile)));
    EXPECT_TRUE(store.failed({0, 0}));
    EXPECT_EQ(store.tileCount(), 0u);
}

TEST_F(TileStoreTest, DropsWhatIsLongestOutOfSightButNeverTheGroundOrWhatIsNeeded) {
    store = TileStore(1);
    store.open(lods);
    put({0, 0});
    for (std::uint16_t i = 0; i < 4; ++i) put({2, i});
    put({1, 0});
    store.look(wall());
    ASSERT_TRUE(store.complete());
    EXPECT_EQ(store.tileCount(), 5u) << "what this sight needs, whatever the budget";
    store.look(corner());
    EXPECT_EQ(store.tileCount(), 2u);
    EXPECT_NE(store.tile({0, 0}), nullptr);
    EXPECT_NE(store.tile({2, 0}), nullptr);
    EXPECT_EQ(store.takeDropped(), (TileKeys{{1, 0}, {2, 1}, {2, 2}, {2, 3}}));
    EXPECT_TRUE(store.takeDropped().empty());
    // What was dropped is wanted again.
    store.look(wall());
    EXPECT_EQ(store.wanted().size(), 3u);
    EXPECT_FALSE(store.complete());
}

TEST_F(TileStoreTest, KeepsAllForAsLongAsItIsToldTo) {
    store = TileStore(1);
    store.open(lods);
    put({0, 0});
    store.keepAll(true);
    for (std::uint16_t i = 0; i < 4; ++i) put({2, i});
    store.look(corner());
    EXPECT_EQ(store.tileCount(), 5u);
    EXPECT_TRUE(store.takeDropped().empty());
    store.keepAll(false);
    store.look(corner());
    EXPECT_EQ(store.tileCount(), 2u) << "the same sight, which is looked at again";
    EXPECT_EQ(store.takeDropped().size(), 3u);
}

TEST_F(TileStoreTest, CountsTheBytesOfAllTilesAndForgetsThemOnOpen) {
    EXPECT_EQ(store.bytes(), 0u);
    put({0, 0});
    const std::size_t one = store.bytes();
    EXPECT_GT(one, sizeof(Tile));
    put({1, 0});
    EXPECT_GT(store.bytes(), one);
    put({1, 0});
    EXPECT_EQ(store.tileCount(), 2u);
    store.open(lods);
    EXPECT_EQ(store.bytes(), 0u);
    EXPECT_EQ(store.tile({0, 0}), nullptr);
}

TEST_F(TileStoreTest, MakesAnIndexOnceAndCountsItWithItsTile) {
    put({0, 0});
    const std::size_t tile = store.bytes();
    const TileIndex* index = store.index({0, 0});
    ASSERT_NE(index, nullptr);
    EXPECT_EQ(store.bytes(), tile + index->bytes());
    EXPECT_EQ(store.index({0, 0}), index);
    EXPECT_EQ(store.bytes(), tile + index->bytes());
    EXPECT_EQ(store.index({1, 0}), nullptr);
    store.open(lods);
    EXPECT_EQ(store.bytes(), 0u);
}

TEST_F(TileStoreTest, FindsTheTileOfAFile) {
    EXPECT_EQ(store.keyOf(0), (TileKey{0, 0}));
    EXPECT_EQ(store.keyOf(2), (TileKey{1, 1}));
    EXPECT_FALSE(store.keyOf(99));
}

TEST_F(TileStoreTest, DoesNothingBeforeAnAtlasIsOpen) {
    TileStore empty;
    empty.look(far());
    EXPECT_TRUE(empty.drawn().empty());
    EXPECT_TRUE(empty.wanted().empty());
}

}  // namespace
}  // namespace dex
