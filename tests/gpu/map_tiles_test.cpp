#include "gpu/map_tiles.h"

#include <gtest/gtest.h>

#include "gpu/null_device.h"

namespace dex {
namespace {

// One area whose ring has so many points, and a triangle at its last one.
Tile tileWithPoints(std::uint32_t count) {
    Tile tile;
    tile.ringPoints.resize(count);
    tile.rings = {{0, count}};
    tile.areas.resize(1);
    tile.areas[0].ringCount = 1;
    tile.triangles = {0, 1, count - 1};
    return tile;
}

TEST(MapTiles, NumberThePointsInSixteenBitsShortOfTheIndexThatBeginsANewStrip) {
    NullDevice device;
    MapTiles tiles(device);
    tiles.load({0, 0}, tileWithPoints(0xffff));
    tiles.load({0, 1}, tileWithPoints(0x10000));
    EXPECT_EQ(tiles.find({0, 0})->indexFormat, IndexFormat::U16);
    EXPECT_EQ(tiles.find({0, 1})->indexFormat, IndexFormat::U32);
    tiles.dropAll();
    EXPECT_TRUE(device.faults().empty());
}

}  // namespace
}  // namespace dex
