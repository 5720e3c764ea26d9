#include "archive/geometry_build.h"

#include <gtest/gtest.h>

#include "archive/tile_audit.h"
#include "support/drawing.h"

namespace dex {
namespace {

using namespace drawing;

std::vector<Tile> tilesOf(const EncodedLod& lod, std::uint32_t areaCount) {
    std::vector<Tile> tiles;
    for (const EncodedTile& encoded : lod.tiles) {
        Result<Tile> tile = decodeTile(encoded.bytes, areaCount);
        EXPECT_TRUE(tile.ok());
        if (tile.ok()) tiles.push_back(std::move(tile).value());
    }
    return tiles;
}

TEST(BuildGeometry, EveryLevelOfDetailIsSound) {
    for (unsigned seed = 0; seed < 5; ++seed) {
        const Patchwork work(seed, 16, 30, 14);
        GeometryReport report;
        const auto built = buildGeometry(work.areas, {{20, 80, 0}, {21, 40, 0}, {22, 20, 10}, {23, 0, 8}}, {}, report);
        ASSERT_TRUE(built.ok());
        ASSERT_EQ(built->lods.size(), 4u);
        for (const EncodedLod& lod : built->lods)
            EXPECT_TRUE(auditTiles(tilesOf(lod, 30), 30).isSound()) << seed << " " << lod.gridBits;
        EXPECT_EQ(report.lods[3].gridBits, 23);
        EXPECT_LT(report.lods[0].points, report.lods[3].points);
    }
}

TEST(BuildGeometry, AreasSmallerThanACellOfACoarseGridAreStillDrawn) {
    // Cells of 16 bits are 128 of these wide.
    const Patchwork work(8, 6, 36, 20);
    GeometryReport report;
    const auto built = buildGeometry(work.areas, {{16, 500, 0}}, {}, report);
    ASSERT_TRUE(built.ok());
    EXPECT_TRUE(auditTiles(tilesOf(built->lods[0], 36), 36).isSound());
}

TEST(BuildGeometry, TheSameAreasGiveTheSameBytes) {
    const Patchwork work(3, 12, 20, 14);
    GeometryReport first, second;
    const std::vector<LodSpec> lods = {{21, 40, 0}, {23, 0, 6}};
    const auto a = buildGeometry(work.areas, lods, {}, first), b = buildGeometry(work.areas, lods, {}, second);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t k = 0; k < a->lods[i].tiles.size(); ++k)
            EXPECT_EQ(a->lods[i].tiles[k].bytes, b->lods[i].tiles[k].bytes);
    }
}

TEST(BuildGeometry, LargerAreasAreTheSumOfTheirSmallOnes) {
    const Patchwork work(5, 10, 12, 20);
    GroupingSpec halves;
    halves.areaCount = 2;
    for (std::uint32_t i = 0; i < 12; ++i) halves.parents.push_back(i % 2);
    GeometryReport report;
    const auto built = buildGeometry(work.areas, {{23, 0, 0}}, {halves}, report);
    ASSERT_TRUE(built.ok());
    ASSERT_EQ(built->places.size(), 2u);
    const LevelPlaces &small = built->places[0], &large = built->places[1];
    for (std::uint32_t parent = 0; parent < 2; ++parent) {
        double sum = 0;
        GridBox box;
        for (std::uint32_t i = parent; i < 12; i += 2) {
            sum += small.squareMetres[i];
            box.add(small.boxes[i]);
        }
        EXPECT_NEAR(large.squareMetres[parent], sum, sum * 1e-4);
        EXPECT_EQ(large.boxes[parent], box);
    }
}

TEST(BuildGeometry, AnchorsStandInsideTheirAreas) {
    GeometryReport report;
    // A horseshoe, whose middle is outside.
    const AreaPolygon shoe = area({{{0, 0}, {100, 0}, {100, 100}, {70, 100}, {70, 30}, {30, 30}, {30, 100}, {0, 100}}});
    const auto built = buildGeometry({shoe, area({box(200, 0, 201, 1)})}, {{23, 0, 0}}, {}, report);
    ASSERT_TRUE(built.ok());
    const GridPoint p = {built->places[0].anchors[0].x - kCorner.x, built->places[0].anchors[0].y - kCorner.y};
    EXPECT_TRUE(p.x > 5 && p.x < 95 && p.y > 5 && p.y < 95);
    EXPECT_FALSE(p.x > 25 && p.x < 75 && p.y > 25);
    EXPECT_TRUE(built->places[0].boxes[1].contains(built->places[0].anchors[1]));
}

TEST(BuildGeometry, TheReportSaysWhatTheSourceHeld) {
    GeometryReport report;
    const auto built =
        buildGeometry({together({area({box(0, 0, 30, 30), box(10, 10, 20, 20)}), area({box(40, 0, 50, 10)})})},
                      {{23, 0, 0}}, {}, report);
    ASSERT_TRUE(built.ok());
    EXPECT_EQ(report.sourceAreas, 1u);
    EXPECT_EQ(report.multiPartAreas, 1u);
    EXPECT_EQ(report.holes, 1u);
    EXPECT_EQ(report.sourcePoints, 12u);
    EXPECT_EQ(report.lods[0].arcs, 3u);
    EXPECT_EQ(report.lods[0].junctions, 0u);
    EXPECT_EQ(report.lods[0].bytes, built->lods[0].tiles[0].bytes.size());
}

TEST(BuildGeometry, AnAreaThatIsNothingIsRefusedByNumber) {
    GeometryReport report;
    const auto built = buildGeometry({area({box(0, 0, 9, 9)}), AreaPolygon{}}, {{23, 0, 0}}, {}, report);
    EXPECT_EQ(built.error(), (Error{Status::BadShape, 1}));
}

TEST(BuildGeometry, AnAreaTooWideForATileIsRefusedByNumber) {
    GeometryReport report;
    const auto built = buildGeometry({area({box(0, 0, 9, 9)}), area({box(10, 0, 80000, 9)})}, {{23, 0, 0}}, {}, report);
    EXPECT_EQ(built.error(), (Error{Status::TooLarge, 1}));
}

}  // namespace
}  // namespace dex
