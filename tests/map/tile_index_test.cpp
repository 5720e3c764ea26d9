#include "map/tile_index.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "support/mini_tile.h"

namespace dex {
namespace {

// An island in a lake (c in b), an enclave (d in a), two parts (e), a touch at a point (f).
const MiniMap kEnclaves{{"aaaaaeff", "abbbaaef", "abcba..e", "abbbadda", "aaaaadda", "..e.aaaa"}};

FinePoint fine(const Tile& tile, GridPoint point, std::int64_t partX = 0, std::int64_t partY = 0) {
    return {((std::int64_t{point.x} - tile.box.minX) << kPartBits) + partX,
            ((std::int64_t{point.y} - tile.box.minY) << kPartBits) + partY};
}

int owners(const Tile& tile, FinePoint point) {
    int count = 0;
    for (const TileArea& area : tile.areas) count += contains(tile, area, point);
    return count;
}

TEST(TileIndex, FindsTheAreaOfEverySquare) {
    const Tile tile = miniTile(kEnclaves, "abcdef");
    const TileIndex index(tile);
    for (std::int32_t row = 0; row < kEnclaves.height(); ++row) {
        for (std::int32_t column = 0; column < kEnclaves.columns(); ++column) {
            const AreaNumber wanted = kEnclaves.at(column, row);
            const auto found = index.areaAt(tile, fine(tile, kEnclaves.middle(column, row)));
            EXPECT_EQ(found.value_or(kOutside), wanted) << column << ", " << row;
        }
    }
}

TEST(TileIndex, GivesEveryPointOfABorderToExactlyOneArea) {
    MiniMap map{{"abcab", "cbaac", "bacbc", "aabcb"}};
    for (map.shake = 0; map.shake < 40; ++map.shake) {
        const Tile tile = miniTile(map, "abc");
        for (std::int32_t row = 1; row < map.height(); ++row) {
            for (std::int32_t column = 1; column < map.columns(); ++column) {
                const GridPoint a = map.vertex(column, row);
                EXPECT_EQ(owners(tile, fine(tile, a)), 1);
                for (const GridPoint b : {map.vertex(column + 1, row), map.vertex(column, row + 1)}) {
                    if (column + 1 == map.columns() || row + 1 == map.height()) continue;
                    // The middle of an edge is a whole number of half cells: exactly on the border.
                    EXPECT_EQ(owners(tile, fine(tile, a, (b.x - a.x) * 128, (b.y - a.y) * 128)), 1);
                }
            }
        }
    }
}

TEST(TileIndex, GivesEveryPointWithinTheMapToExactlyOneAreaAndFindsIt) {
    std::mt19937 random(11);
    const std::string letters = "abcdefghijkl";
    for (std::uint32_t round = 1; round <= 20; ++round) {
        MiniMap map;
        map.shake = round;
        for (int row = 0; row < 9; ++row) {
            map.rows.emplace_back();
            for (int column = 0; column < 11; ++column) map.rows.back() += letters[random() % letters.size()];
        }
        const Tile tile = miniTile(map, letters);
        const TileIndex index(tile);
        const auto width = static_cast<std::uint32_t>((map.columns() - 2) * map.side) << kPartBits;
        const auto height = static_cast<std::uint32_t>((map.height() - 2) * map.side) << kPartBits;
        for (int i = 0; i < 500; ++i) {
            const FinePoint point = fine(tile, map.middle(0, 0), random() % width, random() % height);
            ASSERT_EQ(owners(tile, point), 1);
            const auto found = index.areaAt(tile, point);
            ASSERT_TRUE(found);
            const auto area = std::find_if(tile.areas.begin(), tile.areas.end(),
                                           [&](const TileArea& one) { return one.number == *found; });
            ASSERT_TRUE(contains(tile, *area, point));
        }
    }
}

TEST(TileIndex, FindsNothingOutsideOrInAnEmptyTile) {
    const Tile tile = miniTile(kEnclaves, "abcdef");
    const TileIndex index(tile);
    EXPECT_FALSE(index.areaAt(tile, {-1, 5}));
    EXPECT_FALSE(index.areaAt(tile, {5, -1}));
    EXPECT_FALSE(index.areaAt(tile, {std::int64_t{1} << 40, 5}));
    EXPECT_FALSE(index.areaAt(tile, {5, std::int64_t{1} << 40}));
    EXPECT_FALSE(TileIndex(Tile{}).areaAt(Tile{}, {0, 0}));
    EXPECT_FALSE(TileIndex().areaAt(Tile{}, {0, 0}));
}

TEST(TileIndex, NeedsLittleMemoryHoweverWideTheAreas) {
    Tile tile;
    tile.gridBits = 20;
    tile.box.add(GridPoint{0, 0});
    tile.box.add(GridPoint{65535, 65535});
    tile.ringPoints = {{0, 0}, {65535, 0}, {65535, 65535}};
    for (std::uint32_t i = 0; i < 5000; ++i) {
        tile.rings.push_back({0, 3});
        tile.areas.push_back({i, i, 1, 0, 0, {0, 0}, {65535, 65535}});
    }
    const TileIndex index(tile);
    EXPECT_LE(index.bytes(), 24u * 5000);
    EXPECT_TRUE(index.areaAt(tile, {1000 << kPartBits, 1 << kPartBits}));
}

TEST(TileIndex, CopesWithATileWithoutExtent) {
    Tile tile;
    tile.gridBits = 20;
    tile.box.add(GridPoint{7, 7});
    tile.ringPoints = {{0, 0}, {0, 0}, {0, 0}};
    tile.rings.push_back({0, 3});
    tile.areas.push_back({3, 0, 1, 0, 0, {0, 0}, {0, 0}});
    EXPECT_FALSE(TileIndex(tile).areaAt(tile, {0, 0}));
}

}  // namespace
}  // namespace dex
