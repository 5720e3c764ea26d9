// Layers and lists that lie where they cannot be: each is refused or noted, with what to set.

#include <gtest/gtest.h>

#include <regex>

#include "compile/check_places.h"
#include "compile/land.h"
#include "compile/letters.h"
#include "compile/match_codes.h"
#include "compile/mini.h"
#include "compile/read_layer.h"
#include "text/face.h"

namespace dex {
namespace {

TEST(Land, IsWherePeopleLive) {
    const auto around = [](double lon, double lat) { return DegreeBox{lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1}; };
    for (const auto& [lon, lat] :
         {std::pair{-0.1, 51.5}, std::pair{-1.2, 60.3}, std::pair{-6.3, 49.9}, std::pair{174.8, -41.3},
          std::pair{-176.5, -43.9}, std::pair{178.0, -18.0}, std::pair{-150.0, 61.2}, std::pair{28.2, -25.7},
          std::pair{139.7, 35.7}, std::pair{-5.7, -15.95}}) {
        EXPECT_TRUE(touchesLand(around(lon, lat))) << lon << ", " << lat;
    }
    for (const auto& [lon, lat] :
         {std::pair{51.5, -0.1}, std::pair{53.5, -2.2}, std::pair{-30.0, 20.0}, std::pair{0.0, 0.0}}) {
        EXPECT_FALSE(touchesLand(around(lon, lat))) << lon << ", " << lat;
    }
}

// A file of the made-up town with latitude before longitude.
std::string swappedText(const std::string& file) {
    return std::regex_replace(mini::textOf(mini::folder() + "/" + file), std::regex(R"(\[(-?[0-9.]+),(-?[0-9.]+)\])"),
                              "[$2,$1]");
}

std::string folderWith(const std::string& file, const std::string& text) {
    const std::string extra = mini::scratch("places");
    std::ofstream(extra + "/" + file, std::ios::binary) << text;
    return extra;
}

std::string square(const std::string& code, double west, double south, double east, double north) {
    const auto point = [](double x, double y) { return "[" + std::to_string(x) + "," + std::to_string(y) + "]"; };
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code +
           "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + point(west, south) + "," + point(east, south) +
           "," + point(east, north) + "," + point(west, north) + "," + point(west, south) + "]]}}";
}

std::string layerOf(const std::vector<std::string>& features) {
    std::string text;
    for (const std::string& feature : features) text += (text.empty() ? "" : ",") + feature;
    return "{\"type\":\"FeatureCollection\",\"features\":[" + text + "]}";
}

Problems problemsOf(const std::string& layer, const FileSettings& settings = {}, std::size_t* count = nullptr) {
    const std::string folder = folderWith("areas.geojson", layer);
    Problems problems;
    const auto features = readLayer({folder + "/areas.geojson", "areas.geojson", "", {"code"}, {}, settings}, problems);
    EXPECT_EQ(features.has_value(), !problems.any());
    if (count != nullptr) *count = features ? features->size() : 0;
    return problems;
}

bool holds(const Problems& problems, const std::string& part) {
    return problems.any() && problems.sentences()[0].find(part) != std::string::npos;
}

TEST(Places, InTheOpenSeaHaveLatitudeFirst) {
    const auto run = mini::compile(mini::recipe(), folderWith("areas.geojson", swappedText("areas.geojson")));
    EXPECT_FALSE(run.atlas);
    const std::string said = run.firstProblem();
    EXPECT_NE(said.find("areas.geojson: its areas lie in the open sea, at 0."), std::string::npos) << said;
    EXPECT_NE(said.find("\"files\": {\"areas.geojson\": {\"order\": \"latitude-first\"}}"), std::string::npos) << said;
    const auto mended =
        mini::compile(mini::replaced(mini::recipe(), "\"groupings\"",
                                     "\"files\": {\"areas.geojson\": {\"order\": \"latitude-first\"}}, \"groupings\""),
                      folderWith("areas.geojson", swappedText("areas.geojson")));
    EXPECT_TRUE(mended.atlas) << mended.firstProblem();
}

TEST(Places, OfPostcodesAgreeWithTheAreas) {
    const auto swapped = mini::compile(
        mini::replaced(mini::replaced(mini::recipe(), "\"east\": \"Longitude\"", "\"east\": \"Latitude\""),
                       "\"north\": \"Latitude\"", "\"north\": \"Longitude\""));
    EXPECT_FALSE(swapped.atlas);
    EXPECT_NE(swapped.firstProblem().find("naming the other column \"east\""), std::string::npos)
        << swapped.firstProblem();
    const auto away = mini::compile(
        mini::recipe(),
        folderWith("postcodes.csv", "Postcode,Longitude,Latitude\nTN1 1AA,-3.1,55.9\nTN1 1AB,-3.2,55.8\n"));
    EXPECT_FALSE(away.atlas);
    EXPECT_NE(away.firstProblem().find("its postcodes lie at 55.8° north to 55.9° north, 3.2° west to 3.1° west"),
              std::string::npos)
        << away.firstProblem();
}

TEST(Places, OfAWholeListAgreeWithTheAreas) {
    const auto run = mini::compile(mini::recipe(), folderWith("wards.geojson", swappedText("wards.geojson")));
    EXPECT_FALSE(run.atlas);
    EXPECT_NE(run.firstProblem().find("wards.geojson: its areas lie at"), std::string::npos) << run.firstProblem();
}

TEST(Places, MetresAreNoDegrees) {
    EXPECT_TRUE(holds(problemsOf(layerOf({square("A", 530000, 180000, 531000, 181000)})),
                      "which are metres and no degrees. Give it its plane: \"files\": {\"areas.geojson\": {\"plane\": "
                      "\"EPSG:27700\"}} if it is the British National Grid"));
    EXPECT_TRUE(holds(problemsOf(layerOf({square("A", -11000, 6700000, -10000, 6701000)})), "\"EPSG:3857\""));
    FileSettings grid;
    grid.plane = "EPSG:27700";
    EXPECT_FALSE(problemsOf(layerOf({square("A", 530000, 180000, 531000, 181000)}), grid).any());
    EXPECT_TRUE(holds(problemsOf(layerOf({square("A", -0.1, 51, 0.1, 52)}), grid), "which are degrees"));
}

TEST(Places, LatitudeBeyondThePoleIsALongitude) {
    EXPECT_TRUE(holds(problemsOf(layerOf({square("A", -37, 174, -36, 175)})),
                      "latitude comes first. Say so: \"files\": {\"areas.geojson\": {\"order\": \"latitude-first\"}}"));
    FileSettings settings;
    settings.isLatitudeFirst = true;
    EXPECT_FALSE(problemsOf(layerOf({square("A", -37, 174, -36, 175)}), settings).any());
}

TEST(Places, AreasAcrossTheDateLineAreRefusedWithTheirCode) {
    for (const double east : {181.0, -179.0}) {
        const Problems problems =
            problemsOf(layerOf({square("A", 170, -40, 171, -39), square("B", 179, -40, east, -39)}));
        EXPECT_TRUE(holds(problems, "feature 2, \"B\": lies across the 180th meridian"));
    }
    // Beyond it altogether: counted on from 180.
    std::size_t count = 0;
    EXPECT_FALSE(problemsOf(layerOf({square("A", 181, -40, 182, -39)}), {}, &count).any());
    EXPECT_EQ(count, 1u);
}

TEST(Places, OfOneAreaMayHaveARowEach) {
    std::string layer = mini::textOf(mini::folder() + "/areas.geojson");
    // A second part of A01, to the west of it.
    const std::string part = square("A01", -0.07, 51.5, -0.06, 51.51);
    layer.insert(layer.rfind(']'), "," + std::regex_replace(part, std::regex("\"code\":\"A01\""),
                                                            "\"code\":\"A01\",\"name\":\"North 001A\""));
    const auto run = mini::compile(mini::recipe(), folderWith("areas.geojson", layer));
    ASSERT_TRUE(run.atlas) << run.firstProblem();
    EXPECT_EQ(run.report.geometry.multiPartAreas, mini::compile(mini::recipe()).report.geometry.multiPartAreas + 1);
    EXPECT_EQ(run.report.notes,
              (std::vector<std::string>{
                  "areas.geojson: 1 row holds further parts of areas, such as of \"A01\". They were merged"}));
    const auto at = layer.rfind("North 001A");
    const auto other = mini::compile(mini::recipe(), folderWith("areas.geojson", layer.replace(at, 10, "Elsewhere ")));
    EXPECT_FALSE(other.atlas);
    EXPECT_NE(other.firstProblem().find("the code \"A01\" is used for two areas, "), std::string::npos)
        << other.firstProblem();
}

TEST(Places, AreLeftOutByTheirCodes) {
    const std::string folder =
        folderWith("areas.geojson", layerOf({square("A", 0, 51, 1, 52), square("B", 1, 51, 2, 52)}));
    Problems problems;
    const auto features = readLayer({folder + "/areas.geojson", "areas.geojson", "", {"code"}, {"B"}, {}}, problems);
    ASSERT_TRUE(features);
    ASSERT_EQ(features->size(), 1u);
    EXPECT_EQ(features->at(0).attributes[0], "A");
    EXPECT_FALSE(readLayer({folder + "/areas.geojson", "areas.geojson", "", {"code"}, {"C"}, {}}, problems));
    EXPECT_TRUE(holds(problems, "has no area \"C\" to leave out"));
}

// Made-up areas on both sides of the 180th meridian: New Zealand's kind.
TEST(Places, OnBothSidesOfTheDateLineAreNoted) {
    Recipe recipe;
    recipe.base.file = "areas.geojson";
    recipe.lods = {{19, 0, 100}};
    Areas areas;
    areas.levels.emplace_back().codes = {"A", "B"};
    const auto box = [](double west, double east) {
        return AreaPolygon{
            {{{toWorld({west, -40}), toWorld({east, -40}), toWorld({east, -39}), toWorld({west, -40})}}}};
    };
    areas.polygons = {box(174, 175), box(-177, -176)};
    Problems problems;
    noteDateLine(recipe, areas, problems);
    ASSERT_EQ(problems.notes().size(), 1u);
    EXPECT_NE(problems.notes()[0].find("\"base\": {\"leaveOut\": [\"B\"]}"), std::string::npos) << problems.notes()[0];
    // One area with a part on either side is wider than any grid has room for.
    areas.polygons[0].parts.push_back(areas.polygons[1].parts[0]);
    checkWidths(recipe, areas, problems);
    ASSERT_TRUE(problems.any());
    EXPECT_NE(problems.sentences()[0].find("both sides of the 180th meridian"), std::string::npos);
    Problems none;
    areas.polygons = {box(-1, 0), box(1, 2)};
    noteDateLine(recipe, areas, none);
    EXPECT_TRUE(none.notes().empty());
}

TEST(Places, WithoutAnythingToDrawSayWhatToDo) {
    std::string layer = mini::textOf(mini::folder() + "/areas.geojson");
    const std::string square = "[[[-0.05,51.5],[-0.04,51.5],[-0.04,51.51],[-0.05,51.51],[-0.05,51.5]]]";
    const auto run = mini::compile(
        mini::recipe(),
        folderWith("areas.geojson", mini::replaced(layer, square, "[[[-0.05,51.5],[-0.04,51.5],[-0.05,51.5]]]")));
    EXPECT_FALSE(run.atlas);
    EXPECT_NE(run.firstProblem().find("\"base\": {\"leaveOut\": [\"A01\"]}"), std::string::npos) << run.firstProblem();
    EXPECT_TRUE(holds(problemsOf("{\"type\":\"FeatureCollection\",\"features\":[]}"), "contains no areas"));
    EXPECT_TRUE(holds(problemsOf("hello"), "it is in no format that GDAL knows"));
    EXPECT_TRUE(holds(problemsOf("\xff\xfe{"), "it is UTF-16. Save it as UTF-8"));
}

TEST(Places, TextThatIsNotUtf8IsRefusedWithItsFeature) {
    std::string layer = layerOf({square("A", 0, 51, 1, 52), square("caf\xe9", 1, 51, 2, 52)});
    const Problems problems = problemsOf(layer);
    EXPECT_TRUE(problems.any());
    std::size_t count = 0;
    FileSettings settings;
    settings.encoding = "windows-1252";
    EXPECT_FALSE(problemsOf(layer, settings, &count).any());
    EXPECT_EQ(count, 2u);
}

TEST(MatchCodes, PutsRightWhatAProgramTookForNumbers) {
    const CodeIndex areas{{"010101", 0}, {"110102", 1}};
    const auto keysOf = [&](const std::vector<std::string>& keys, std::size_t notes) {
        Table table;
        for (const std::string& key : keys) table.rows.push_back({1, key, {}});
        Problems problems;
        matchCodes(table, areas, problems);
        EXPECT_EQ(problems.notes().size(), notes);
        std::vector<std::string> found;
        for (const Table::Row& row : table.rows) found.push_back(row.key);
        return found;
    };
    using Keys = std::vector<std::string>;
    EXPECT_EQ(keysOf({"010101", "110102"}, 0), (Keys{"010101", "110102"}));
    EXPECT_EQ(keysOf({"10101", "110102"}, 1), (Keys{"010101", "110102"}));
    EXPECT_EQ(keysOf({"10101.0", "110102.0000"}, 1), (Keys{"010101", "110102"}));
    EXPECT_EQ(keysOf({"110102.5"}, 0), (Keys{"110102.5"}));
    // One that fits nothing leaves all as they are.
    EXPECT_EQ(keysOf({"10101", "99"}, 0), (Keys{"10101", "99"}));
}

TEST(Letters, AreThoseOfTheFaces) {
    for (const char* name : {"regular", "semibold"}) {
        const std::string file = mini::textOf(std::string(DEX_ROOT) + "/build/faces/" + name + ".otf");
        if (file.empty()) GTEST_SKIP() << "build/faces is made by the build";
        const ByteSpan bytes = asBytes(file);
        const auto face = Face::open({bytes.begin(), bytes.end()});
        ASSERT_TRUE(face.ok());
        for (char32_t c = 0x20; c < 0x3000; ++c)
            EXPECT_EQ(face->has(c), isInFaces(c)) << std::hex << static_cast<unsigned>(c);
    }
}

}  // namespace
}  // namespace dex
