#include "map/hairlines.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

constexpr int kBits = 20;

// Square tiles beside each other, each { cells a side, areas }.
AtlasHead headOf(std::initializer_list<std::pair<std::int32_t, std::uint32_t>> tiles) {
    AtlasHead head;
    head.levels.resize(1);
    head.lods.resize(1);
    head.lods[0].gridBits = kBits;
    std::int32_t x = 0;
    for (const auto& [side, areas] : tiles) {
        TileInfo tile;
        tile.box = {x, 0, x + side, side};
        tile.areaCount = areas;
        head.lods[0].tiles.push_back(tile);
        head.levels[0].areaCount += areas;
        x += side;
    }
    return head;
}

// So many css px for a cell.
double at(double pxPerCell) { return pxPerCell * cellsPerWorld(kBits); }

TEST(Hairlines, AreDrawnFromAWidthOfSixteenPixelsOn) {
    const AtlasHead head = headOf({{1600, 100}});  // 160 cells wide in the mean.
    EXPECT_FALSE(showsHairlines(head, at(0.0999)));
    EXPECT_TRUE(showsHairlines(head, at(0.1001)));
}

TEST(Hairlines, AreJudgedWhereAreasAreNarrowestAndNotByOpenLand) {
    // A city's 300 areas of 10 cells, or its 30, beside 200 of the open country, of 1,000.
    for (const AtlasHead& head : {headOf({{173, 300}, {14142, 200}}), headOf({{14142, 200}, {55, 30}})}) {
        EXPECT_FALSE(showsHairlines(head, at(0.1)));
        EXPECT_FALSE(showsHairlines(head, at(1.5)));
        EXPECT_TRUE(showsHairlines(head, at(1.7)));
    }
}

TEST(Hairlines, AskNothingOfATileWithoutAreas) {
    EXPECT_TRUE(showsHairlines(headOf({{1000, 0}, {1600, 100}}), at(0.1001)));
}

}  // namespace
}  // namespace dex
