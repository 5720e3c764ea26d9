#include "output/areas_geojson.h"

#include <gtest/gtest.h>

#include "geo/projection.h"
#include "output/number_text.h"
#include "support/mini_tile.h"
#include "support/town.h"

namespace dex {
namespace {

std::size_t countOf(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++count;
    return count;
}

class AreasGeoJsonOf : public testing::Test {
protected:
    // The town's small areas a–f, and "." where nothing is. Area c has a hole.
    const MiniMap map_{{"aabbb.", "ccccc.", "c.c.c.", "cccccd", "eeee.f"}};
    const std::vector<Tile> tiles_{miniTile(map_, "abc"), miniTile(map_, "def")};
    std::string text(std::uint32_t level, const GeoJsonStyle& style = {}, const TableRows& rows = {}) {
        const auto cells =
            AreaCells::of(library_, columns_, nullptr, geoJsonShape(level, true), {.decimals = kExactly});
        return cells ? AreasGeoJson(library_, *cells, tiles_, rows, style).rest() : "";
    }
    Library library_ = town::opened();
    const LevelColumns columns_;
};

TEST_F(AreasGeoJsonOf, IsThereWhenNamesBordersAndColumnsAre) {
    EXPECT_EQ(text(0), "");
    town::supply(library_, FileKind::Names);
    town::supply(library_, FileKind::Grouping);
    EXPECT_EQ(text(0), "");
    town::supply(library_, FileKind::Column);
    EXPECT_NE(text(0), "");
}

TEST_F(AreasGeoJsonOf, IsAFeatureALineWithEveryCellAndItsState) {
    town::supplyAll(library_);
    const std::string small = text(0);
    EXPECT_TRUE(
        small.starts_with("{\"type\":\"FeatureCollection\",\"name\":\"small-area\",\"title\":\"A made-up town\","
                          "\"attribution\":\"Source: nobody.\",\"features\":[\n"));
    EXPECT_TRUE(small.ends_with("}\n]}\n"));
    EXPECT_EQ(countOf(small, "\n"), 8u);  // Six features, the head and the foot.
    EXPECT_NE(
        small.find("{\"type\":\"Feature\",\"properties\":{\"code\":\"S4\",\"name\":\"Heath\",\"ward.code\":\"W2\","
                   "\"ward\":\"High\",\"patch.code\":\"P1\",\"patch\":\"Core\",\"district.code\":\"D1\","
                   "\"district\":\"East\",\"N1.older\":0.5,"
                   "\"N1.older.numerator\":50,\"N1.older.denominator\":100,\"N1.older.state\":\"value\","
                   "\"N2.rent\":3,\"N2.rent.state\":\"wider-area\",\"G.young\":0.1,"),
        std::string::npos);
}

TEST_F(AreasGeoJsonOf, HasOneOutlineAnAreaWithItsHolesAndPartsAtItsOwnPlace) {
    town::supplyAll(library_);
    const std::string small = text(0);
    EXPECT_EQ(countOf(small, "\"Polygon\""), 6u);
    // The outline of c, then its two holes: three rings that close where they began.
    const std::size_t c = small.find("\"S2\""), d = small.find("\"S3\"");
    EXPECT_EQ(countOf(small.substr(c, d - c), "[["), 3u);
    const std::string districts = text(3);
    EXPECT_EQ(countOf(districts, "\n"), 4u);
    EXPECT_EQ(countOf(districts, "\"MultiPolygon\""), 1u);  // East is e and f, apart.
    const LonLat corner = toLonLat(toWorld(map_.corner, map_.gridBits));
    EXPECT_NE(districts.find("[" + std::to_string(corner.lonDeg).substr(0, 6)), std::string::npos);
}

// The signed area of a ring's first corner turn tells which way it runs.
double turnOf(const std::string& feature) {
    const std::size_t from = feature.find("[[[") + 2;
    const std::string ring = feature.substr(from, feature.find("]]", from) - from);
    std::vector<double> numbers;
    for (std::size_t at = 0; at < ring.size();) {
        const std::size_t end = std::min(ring.find_first_of(",[]", at), ring.size());
        if (end > at) numbers.push_back(std::stod(ring.substr(at, end - at)));
        at = end + 1;
    }
    double doubled = 0;
    for (std::size_t i = 0; i + 3 < numbers.size(); i += 2)
        doubled += numbers[i] * numbers[i + 3] - numbers[i + 2] * numbers[i + 1];
    return doubled;
}

TEST_F(AreasGeoJsonOf, RunsRoundAsItsReaderDrawsIt) {
    town::supplyAll(library_);
    const std::string usual = text(0), turned = text(0, {.isClockwise = true});
    EXPECT_EQ(usual.size(), turned.size());
    EXPECT_GT(turnOf(usual.substr(usual.find("\"S0\""))), 0);
    EXPECT_LT(turnOf(turned.substr(turned.find("\"S0\""))), 0);
}

// A page that has it made in pieces gets the same.
TEST_F(AreasGeoJsonOf, IsTheSameInPieces) {
    town::supplyAll(library_);
    const auto cells = AreaCells::of(library_, columns_, nullptr, geoJsonShape(0, true), {.decimals = kExactly});
    for (const TableRows& rows : {TableRows(), TableRows{.place = LevelArea{3, 1}}}) {
        AreasGeoJson table(library_, *cells, tiles_, rows);
        std::string pieces;
        double share = 0;
        for (int i = 0; !table.isDone(); ++i) {
            ASSERT_LT(i, 10);
            table.write(2, pieces);
            EXPECT_GT(table.share(), share);
            share = table.share();
        }
        EXPECT_EQ(share, 1);
        EXPECT_EQ(pieces, text(0, {}, rows));
        EXPECT_EQ(table.rest(), "");
    }
}

TEST_F(AreasGeoJsonOf, HasOnlyTheAreasOfAPlaceAndAsFineAsAsked) {
    town::supplyAll(library_);
    const std::string east = text(0, {.decimals = 3}, {.place = LevelArea{3, 1}});
    EXPECT_EQ(countOf(east, "\n"), 4u);
    EXPECT_EQ(countOf(east, "\"S4\""), 1u);
    EXPECT_EQ(countOf(east, "\"S0\""), 0u);
    const std::size_t corner = east.find("[[[") + 3;
    EXPECT_EQ(east.find(',', corner) - east.find('.', corner), 4u);
}

TEST_F(AreasGeoJsonOf, HasOnlyTheAreasThatAreNamed) {
    town::supplyAll(library_);
    const TableRows rows{.areas = std::vector{LevelArea{0, 2}, LevelArea{1, 0}, LevelArea{0, 5}}};
    const std::string named = text(0, {}, rows), all = text(0);
    EXPECT_EQ(countOf(named, "\"Feature\""), 2u);
    // Each as it stands among all.
    for (const char* name : {"\"S2\"", "\"S5\""}) {
        const auto lineOf = [&](const std::string& text) {
            const std::size_t at = text.find(name), begin = text.rfind('\n', at) + 1;
            return text.substr(begin, text.find('\n', at) - begin).substr(0, 200);
        };
        EXPECT_EQ(lineOf(named), lineOf(all));
    }
}

}  // namespace
}  // namespace dex
