#include "output/areas_geojson.h"

#include <gtest/gtest.h>

#include "geo/projection.h"
#include "support/mini_tile.h"
#include "support/town.h"

namespace dex {
namespace {

std::size_t countOf(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++count;
    return count;
}

class AreasGeoJson : public testing::Test {
protected:
    // The town's small areas a–f, and "." where nothing is. Area c has a hole.
    const MiniMap map_{{"aabbb.", "ccccc.", "c.c.c.", "cccccd", "eeee.f"}};
    const std::vector<Tile> tiles_{miniTile(map_, "abc"), miniTile(map_, "def")};
    Library library_ = town::opened();
    const LevelColumns columns_;
};

TEST_F(AreasGeoJson, IsThereWhenNamesBordersColumnsAndOutlinesAre) {
    EXPECT_FALSE(areasGeoJson(library_, columns_, 0, tiles_));
    town::supply(library_, FileKind::Names);
    town::supply(library_, FileKind::Grouping);
    EXPECT_FALSE(areasGeoJson(library_, columns_, 0, tiles_));
    town::supply(library_, FileKind::Column);
    EXPECT_TRUE(areasGeoJson(library_, columns_, 0, tiles_));
    EXPECT_FALSE(areasGeoJson(library_, columns_, 0, {}));
}

TEST_F(AreasGeoJson, IsAFeatureALineWithEveryCellAndItsState) {
    town::supplyAll(library_);
    const std::string text = areasGeoJson(library_, columns_, 0, tiles_).value();
    EXPECT_TRUE(
        text.starts_with("{\"type\":\"FeatureCollection\",\"name\":\"small-area\",\"title\":\"A made-up town\","
                         "\"attribution\":\"Source: nobody.\",\"features\":[\n"));
    EXPECT_TRUE(text.ends_with("}\n]}\n"));
    EXPECT_EQ(countOf(text, "\n"), 8u);  // Six features, the head and the foot.
    EXPECT_NE(text.find("{\"type\":\"Feature\",\"properties\":{\"code\":\"S4\",\"name\":\"Heath\",\"N1.older\":0.5,"
                        "\"N1.older.numerator\":50,\"N1.older.denominator\":100,\"N1.older.state\":\"value\","
                        "\"N2.rent\":3,\"N2.rent.state\":\"wider-area\",\"G.young\":0.1,"),
              std::string::npos);
}

TEST_F(AreasGeoJson, HasOneOutlineAnAreaWithItsHolesAndPartsAtItsOwnPlace) {
    town::supplyAll(library_);
    const std::string small = areasGeoJson(library_, columns_, 0, tiles_).value();
    EXPECT_EQ(countOf(small, "\"Polygon\""), 6u);
    // The outline of c, then its two holes: three rings that close where they began.
    const std::size_t c = small.find("\"S2\""), d = small.find("\"S3\"");
    EXPECT_EQ(countOf(small.substr(c, d - c), "[["), 3u);
    const std::string districts = areasGeoJson(library_, columns_, 3, tiles_).value();
    EXPECT_EQ(countOf(districts, "\n"), 4u);
    EXPECT_EQ(countOf(districts, "\"MultiPolygon\""), 1u);  // East is e and f, apart.
    const LonLat corner = toLonLat(toWorld(map_.corner, map_.gridBits));
    EXPECT_NE(districts.find("[" + std::to_string(corner.lonDeg).substr(0, 6)), std::string::npos);
}

}  // namespace
}  // namespace dex
