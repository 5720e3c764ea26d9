#include "gpu/border_order.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "support/drawn_map.h"

namespace dex {
namespace {

std::vector<PointRange> runsOf(std::span<const BorderRange> ranges, std::uint32_t with, std::uint32_t without,
                               bool ownedOnly) {
    std::vector<PointRange> runs;
    for (std::size_t at = 0;;) {
        const PointRange run = nextRun(ranges, with, without, ownedOnly, at);
        if (run.count == 0) return runs;
        runs.push_back(run);
    }
}

BorderArcs arcsOf(const Tile& tile) {
    BorderArcs arcs{tile.arcs, tile.arcPoints, {}};
    for (const TileArea& area : tile.areas) arcs.areas.push_back(area.number);
    return arcs;
}

using PieceSet = std::multiset<std::tuple<int, int, int, int>>;
PieceSet piecesIn(const SortedBorders& sorted, const std::vector<PointRange>& runs) {
    PieceSet pieces;
    for (const PointRange run : runs) {
        for (std::uint32_t i = run.first; i < run.first + run.count; ++i) {
            const BorderPiece& p = sorted.pieces[i];
            pieces.insert({p.fromX, p.fromY, p.toX, p.toY});
        }
    }
    return pieces;
}

// What differs at a level, found without sorting.
PieceSet piecesOfLevel(const Tile& tile, const std::vector<std::uint32_t>& grouping) {
    PieceSet pieces;
    const auto parent = [&](AreaNumber a) { return a < grouping.size() ? grouping[a] : kOutside; };
    for (const TileArc& arc : tile.arcs) {
        if (parent(arc.left) == parent(arc.right)) continue;
        for (std::uint32_t i = arc.points.first; i + 1 < arc.points.first + arc.points.count; ++i) {
            pieces.insert({tile.arcPoints[i].x, tile.arcPoints[i].y, tile.arcPoints[i + 1].x, tile.arcPoints[i + 1].y});
        }
    }
    return pieces;
}

TEST(SortBorders, KeepsEveryPieceOnce) {
    const Tile tile = drawnTile(drawnMap(), kAllLetters);
    const SortedBorders sorted = sortBorders(arcsOf(tile), drawnGroupings());
    EXPECT_EQ(sorted.pieces.size(), tile.arcs.size());
    std::uint32_t next = 0;
    for (const BorderRange& range : sorted.ranges) {
        EXPECT_EQ(range.pieces.first, next);
        next += range.pieces.count;
    }
    EXPECT_EQ(next, sorted.pieces.size());
}

TEST(SortBorders, PutsTheTopLevelFirstAsOneRange) {
    const Tile tile = drawnTile(drawnMap(), kAllLetters);
    const auto groupings = drawnGroupings();
    const SortedBorders sorted = sortBorders(arcsOf(tile), groupings);
    const auto runs = runsOf(sorted.ranges, 1u << 2, 0, false);
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].first, 0u);
    EXPECT_EQ(piecesIn(sorted, runs), piecesOfLevel(tile, groupings[2]));
}

TEST(SortBorders, FindsTheBordersOfALevelBelow) {
    const Tile tile = drawnTile(drawnMap(), kAllLetters);
    const auto groupings = drawnGroupings();
    const SortedBorders sorted = sortBorders(arcsOf(tile), groupings);
    PieceSet both = piecesIn(sorted, runsOf(sorted.ranges, 1u << 1, 1u << 2, false));
    both.merge(piecesIn(sorted, runsOf(sorted.ranges, 1u << 2, 0, false)));
    EXPECT_EQ(both, piecesOfLevel(tile, groupings[1]));  // Neighbourhoods nest in boroughs here.
}

TEST(SortBorders, HasNoBordersOfALevelWhoseGroupingIsMissing) {
    const Tile tile = drawnTile(drawnMap(), kAllLetters);
    auto groupings = drawnGroupings();
    groupings[1].clear();
    const SortedBorders sorted = sortBorders(arcsOf(tile), groupings);
    EXPECT_TRUE(runsOf(sorted.ranges, 1u << 1, 1u << 2, false).empty());
    EXPECT_EQ(sortBorders(arcsOf(tile), {}).pieces.size(), tile.arcs.size());
}

TEST(SortBorders, GivesABorderBetweenTwoTilesToOneOfThem) {
    const MiniMap map = drawnMap();
    const Tile west = drawnTile(map, "abdeg"), east = drawnTile(map, "cfh");
    std::size_t owned = 0;
    for (const Tile* tile : {&west, &east}) {
        const SortedBorders sorted = sortBorders(arcsOf(*tile), {});
        for (const PointRange run : runsOf(sorted.ranges, 1, 0, true)) owned += run.count;
    }
    EXPECT_EQ(owned, drawnTile(map, kAllLetters).arcs.size());
}

TEST(SortBorders, IgnoresArcsWithoutLength) {
    BorderArcs arcs;
    arcs.points = {{1, 1}};
    arcs.arcs = {{{0, 1}, 0, 1}};
    EXPECT_TRUE(sortBorders(arcs, {}).pieces.empty());
}

}  // namespace
}  // namespace dex
