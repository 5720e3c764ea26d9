#include "archive/tile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <set>

#include "archive/geometry_build.h"
#include "archive/tile_audit.h"
#include "archive/tile_shape.h"
#include "support/drawing.h"

namespace dex {
namespace {

using namespace drawing;

Tile onlyTile(const std::vector<AreaPolygon>& areas, Bytes* bytes = nullptr) {
    GeometryReport report;
    const Result<AtlasGeometry> built = buildGeometry(areas, {LodSpec{kBits, 0, 0}}, {}, report);
    EXPECT_TRUE(built.ok());
    EXPECT_EQ(built->lods[0].tiles.size(), 1u);
    const EncodedTile& encoded = built->lods[0].tiles[0];
    if (bytes != nullptr) *bytes = encoded.bytes;
    Result<Tile> tile = decodeTile(encoded.bytes, static_cast<std::uint32_t>(areas.size()));
    EXPECT_TRUE(tile.ok());
    EXPECT_EQ(tile->box, encoded.box);
    EXPECT_EQ(tile->triangles.size(), 3 * encoded.triangleCount);
    return std::move(tile).value();
}

double areaOf(const Tile& tile, std::size_t rank) {
    double sum = 0;
    for (std::uint32_t r = 0; r < tile.areas[rank].ringCount; ++r) {
        sum += static_cast<double>(doubleArea(tile, tile.rings[tile.areas[rank].firstRing + r])) / 2;
    }
    return sum;
}

void expectSound(const Tile& tile, std::uint32_t areaCount) { EXPECT_TRUE(auditTiles({tile}, areaCount).isSound()); }

TEST(Tile, OneSquareIsTwoTriangles) {
    const Tile tile = onlyTile({area({box(5, 7, 15, 27)})});
    EXPECT_EQ(tile.gridBits, kBits);
    EXPECT_EQ(tile.box, (GridBox{kCorner.x + 5, kCorner.y + 7, kCorner.x + 15, kCorner.y + 27}));
    ASSERT_EQ(tile.areas.size(), 1u);
    EXPECT_EQ(tile.areas[0].triangleCount, 2u);
    EXPECT_EQ(tile.areas[0].min, (TilePoint{0, 0}));
    EXPECT_EQ(tile.areas[0].max, (TilePoint{10, 20}));
    ASSERT_EQ(tile.arcs.size(), 1u);
    EXPECT_EQ(tile.arcPoints.front(), tile.arcPoints.back());
    EXPECT_EQ(areaOf(tile, 0), 200);
    expectSound(tile, 1);
}

TEST(Tile, AHoleRunsClockwise) {
    const Tile tile = onlyTile({area({box(0, 0, 30, 30), box(10, 10, 20, 20)})});
    ASSERT_EQ(tile.areas[0].ringCount, 2u);
    EXPECT_GT(doubleArea(tile, tile.rings[0]), 0);
    EXPECT_LT(doubleArea(tile, tile.rings[1]), 0);
    EXPECT_EQ(areaOf(tile, 0), 800);
    expectSound(tile, 1);
}

TEST(Tile, IslandsInLakesComeBack) {
    const AreaPolygon land =
        together({area({box(0, 0, 90, 90), box(10, 10, 80, 80)}), area({box(20, 20, 70, 70), box(30, 30, 60, 60)})});
    const Tile tile = onlyTile({land, area({box(40, 40, 50, 50)}), area({box(90, 0, 120, 90)})});
    EXPECT_EQ(tile.areas[0].ringCount, 4u);
    EXPECT_EQ(areaOf(tile, 0), 8100 - 4900 + 2500 - 900);
    EXPECT_EQ(areaOf(tile, 1), 100);
    expectSound(tile, 3);
}

TEST(Tile, EnclavesAndTheirRingsShareTheirArcs) {
    const Tile tile = onlyTile({area({box(0, 0, 30, 30), box(10, 10, 20, 20)}), area({box(10, 10, 20, 20)})});
    ASSERT_EQ(tile.arcs.size(), 2u);
    expectSound(tile, 2);
}

TEST(Tile, PartsThatTouchAtAPointComeBack) {
    const Tile tile =
        onlyTile({together({area({box(0, 0, 10, 10)}), area({box(10, 10, 20, 20)})}), area({box(10, 0, 20, 10)})});
    EXPECT_EQ(tile.areas[0].ringCount, 2u);
    expectSound(tile, 2);
}

TEST(Tile, AHoleMayTouchItsOutlineAtAPoint) {
    const Tile tile = onlyTile({area({{{0, 0}, {20, 0}, {20, 20}, {0, 20}, {0, 10}}, {{0, 10}, {10, 15}, {10, 5}}})});
    EXPECT_EQ(areaOf(tile, 0), 350);
    expectSound(tile, 1);
}

TEST(Tile, ABorderSharedTwiceIsTwoArcs) {
    const Tile tile = onlyTile({area({{{0, 0}, {10, 0}, {10, 10}, {5, 15}, {10, 20}, {10, 30}, {0, 30}}}),
                                area({{{10, 0}, {20, 0}, {20, 30}, {10, 30}, {10, 20}, {15, 15}, {10, 10}}})});
    std::size_t shared = 0;
    for (const TileArc& arc : tile.arcs) shared += arc.left != kOutside && arc.right != kOutside;
    EXPECT_EQ(shared, 2u);
    expectSound(tile, 2);
}

TEST(Tile, EveryPatchworkComesBackWhole) {
    for (unsigned seed = 0; seed < 12; ++seed) {
        const Patchwork work(seed, 14, 1 + seed * 6, 12);
        const Tile tile = onlyTile(work.areas);
        expectSound(tile, static_cast<std::uint32_t>(work.areas.size()));
    }
}

TEST(Tile, PointsWellInsideAPatchAreInItsArea) {
    const Patchwork work(99, 16, 12, 20);
    const Tile tile = onlyTile(work.areas);
    std::mt19937 random(1);
    for (const auto& [patch, owner] : work.patches) {
        // The middle of a patch is further than a cell from its border.
        const At middle{(patch[0].x + patch[1].x + patch[2].x + patch[3].x) / 4,
                        (patch[0].y + patch[1].y + patch[2].y + patch[3].y) / 4};
        const double x = kCorner.x + middle.x - tile.box.minX, y = kCorner.y + middle.y - tile.box.minY;
        for (const TileArea& candidate : tile.areas) {
            bool inside = false;
            for (std::uint32_t r = candidate.firstRing; r < candidate.firstRing + candidate.ringCount; ++r) {
                const PointRange& ring = tile.rings[r];
                for (std::uint32_t i = 0; i < ring.count; ++i) {
                    const TilePoint a = tile.ringPoints[ring.first + i],
                                    b = tile.ringPoints[ring.first + (i + 1) % ring.count];
                    if ((a.y <= y) != (b.y <= y) && x < a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y)) inside = !inside;
                }
            }
            EXPECT_EQ(inside, candidate.number == owner);
        }
    }
}

// More arcs than a byte counts end at one point.
TEST(Tile, WedgesOfACakeComeBack) {
    constexpr int kWedges = 300;
    const auto rim = [](int i) {
        const double angle = 2 * std::acos(-1.0) * i / kWedges;
        return At{20000 + std::round(20000 * std::cos(angle)), 20000 + std::round(20000 * std::sin(angle))};
    };
    std::vector<AreaPolygon> wedges;
    for (int i = 0; i < kWedges; ++i) wedges.push_back(area({{{20000, 20000}, rim(i), rim((i + 1) % kWedges)}}));
    expectSound(onlyTile(wedges), kWedges);
}

TEST(Tile, NeighboursInOtherTilesAreNamed) {
    const Patchwork work(4, 12, 40, 16);
    GeometryReport report;
    const Result<AtlasGeometry> built = buildGeometry(work.areas, {LodSpec{kBits, 0, 7}}, {}, report);
    ASSERT_TRUE(built.ok());
    ASSERT_GT(built->lods[0].tiles.size(), 3u);
    std::vector<Tile> tiles;
    for (const EncodedTile& encoded : built->lods[0].tiles) {
        Result<Tile> tile = decodeTile(encoded.bytes, 40);
        ASSERT_TRUE(tile.ok());
        tiles.push_back(std::move(tile).value());
    }
    EXPECT_TRUE(auditTiles(tiles, 40).isSound());
    // Each arc between two tiles is in both, with the same sides.
    std::map<std::set<std::pair<int, int>>, std::set<std::set<AreaNumber>>> sides;
    for (const Tile& tile : tiles) {
        for (const TileArc& arc : tile.arcs) {
            std::set<std::pair<int, int>> points;
            for (std::uint32_t k = 0; k < arc.points.count; ++k) {
                const TilePoint p = tile.arcPoints[arc.points.first + k];
                points.insert({tile.box.minX + p.x, tile.box.minY + p.y});
            }
            sides[points].insert({arc.left, arc.right});
        }
    }
    for (const auto& [points, found] : sides) EXPECT_EQ(found.size(), 1u);
}

TEST(Tile, EveryTruncationIsRefused) {
    Bytes bytes;
    onlyTile(Patchwork(1, 8, 9, 20).areas, &bytes);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_FALSE(decodeTile(cut, 9).ok()) << size;
    }
    bytes.push_back(std::byte{0});
    EXPECT_EQ(decodeTile(bytes, 9).error().status, Status::TrailingBytes);
}

TEST(Tile, AnAreaBeyondTheAtlasIsRefused) {
    Bytes bytes;
    onlyTile(Patchwork(1, 8, 9, 20).areas, &bytes);
    EXPECT_TRUE(decodeTile(bytes, 9).ok());
    EXPECT_FALSE(decodeTile(bytes, 8).ok());
}

// Whatever a tile says that was read, it keeps what Tile promises.
void expectWellFormed(const Tile& tile, std::uint32_t areaCount) {
    ASSERT_FALSE(tile.areas.empty());
    std::uint32_t triangle = 0, ring = 0;
    for (std::size_t i = 0; i < tile.areas.size(); ++i) {
        const TileArea& area = tile.areas[i];
        ASSERT_LT(area.number, areaCount);
        ASSERT_TRUE(i == 0 || area.number > tile.areas[i - 1].number);
        ASSERT_EQ(area.firstTriangle, triangle);
        ASSERT_EQ(area.firstRing, ring);
        triangle += area.triangleCount;
        ring += area.ringCount;
    }
    ASSERT_EQ(tile.triangles.size(), 3u * triangle);
    ASSERT_EQ(tile.rings.size(), ring);
    for (const PointRange& r : tile.rings) ASSERT_LE(std::size_t{r.first} + r.count, tile.ringPoints.size());
    for (const TileArc& arc : tile.arcs) {
        ASSERT_GE(arc.points.count, 2u);
        ASSERT_LE(std::size_t{arc.points.first} + arc.points.count, tile.arcPoints.size());
        ASSERT_TRUE(arc.left == kOutside || arc.left < areaCount);
        ASSERT_TRUE(arc.right == kOutside || arc.right < areaCount);
    }
    for (std::size_t t = 0; t < tile.triangles.size(); t += 3) {
        ASSERT_LT(tile.triangles[t], tile.ringPoints.size());
        const auto at = [&](std::size_t k) { return tile.ringPoints[tile.triangles[t + k]]; };
        ASSERT_GT((at(1).x - at(0).x) * std::int64_t{at(2).y - at(0).y} -
                      (at(1).y - at(0).y) * std::int64_t{at(2).x - at(0).x},
                  0);
    }
}

// Small tiles of every shape, because in them a changed byte is soon a changed shape.
TEST(Tile, ChangedBytesDoNoHarm) {
    const AreaPolygon lakes = area({box(0, 0, 60, 30), box(10, 10, 20, 20), box(30, 10, 40, 20)});
    const AreaPolygon islands = together({area({box(0, 0, 10, 10)}), area({box(20, 0, 30, 10), box(23, 3, 27, 7)})});
    const std::vector<std::pair<std::vector<AreaPolygon>, int>> maps = {{Patchwork(1, 8, 9, 20).areas, 20000},
                                                                        {{area({box(0, 0, 10, 20)})}, 5000},
                                                                        {{lakes, area({box(10, 10, 20, 20)})}, 5000},
                                                                        {{islands}, 5000}};
    std::mt19937 random(2026);
    for (const auto& [areas, mutants] : maps) {
        Bytes bytes;
        onlyTile(areas, &bytes);
        const auto count = static_cast<std::uint32_t>(areas.size());
        for (int i = 0; i < mutants; ++i) {
            Bytes mutant = bytes;
            for (auto changes = 1 + random() % 3; changes > 0; --changes) {
                mutant[random() % mutant.size()] = static_cast<std::byte>(random() % 256);
            }
            const Result<Tile> tile = decodeTile(mutant, count);
            if (tile.ok()) expectWellFormed(*tile, count);
        }
    }
}

}  // namespace
}  // namespace dex
