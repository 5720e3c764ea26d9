#include "archive/tile_audit.h"

#include <gtest/gtest.h>

#include "archive/geometry_build.h"
#include "support/drawing.h"

namespace dex {
namespace {

using namespace drawing;

Tile twoSquares() {
    GeometryReport report;
    const auto built =
        buildGeometry({area({box(0, 0, 10, 10)}), area({box(10, 0, 20, 10)})}, {LodSpec{kBits, 0, 0}}, {}, report);
    return std::move(decodeTile(built->lods[0].tiles[0].bytes, 2)).value();
}

TEST(TileAudit, FindsNothingWrongWithASoundTile) {
    const TileAudit audit = auditTiles({twoSquares()}, 2);
    EXPECT_TRUE(audit.isSound());
    EXPECT_EQ(audit.triangles, 4u);
    EXPECT_EQ(audit.segments, 7u);
}

TEST(TileAudit, FindsBordersThatCross) {
    Tile tile = twoSquares();
    for (TilePoint& p : tile.arcPoints) {
        if (p == TilePoint{0, 10}) p = {15, 3};
    }
    EXPECT_GT(auditTiles({tile}, 2).meetings, 0u);
}

TEST(TileAudit, FindsAPointOfOneBorderOnAnother) {
    Tile tile = twoSquares();
    for (TilePoint& p : tile.arcPoints) {
        if (p == TilePoint{0, 10}) p = {10, 5};
    }
    EXPECT_GT(auditTiles({tile}, 2).meetings, 0u);
}

TEST(TileAudit, FindsTrianglesThatDoNotCoverTheArea) {
    Tile tile = twoSquares();
    tile.triangles[0] = tile.triangles[1];
    EXPECT_EQ(auditTiles({tile}, 2).unequalSums, 1u);
}

TEST(TileAudit, FindsBordersWithAnotherAreaOnTheirSide) {
    Tile tile = twoSquares();
    std::swap(tile.arcs[0].left, tile.arcs[0].right);
    EXPECT_GT(auditTiles({tile}, 2).unequalSums, 0u);
}

TEST(TileAudit, CountsAreasThatAreMissingOrRepeated) {
    EXPECT_EQ(auditTiles({twoSquares()}, 3).missingAreas, 1u);
    EXPECT_EQ(auditTiles({twoSquares(), twoSquares()}, 2).repeatedAreas, 2u);
}

}  // namespace
}  // namespace dex
