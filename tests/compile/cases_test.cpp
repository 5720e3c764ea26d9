// Files as people really have them: small inputs that were made after reports of bugs, each with what is right.

#include <gtest/gtest.h>

#include <regex>

#include "compile/mini.h"
#include "geo/projection.h"
#include "output/level_rings.h"

namespace dex {
namespace {

namespace fs = std::filesystem;

class Cases : public testing::Test {
protected:
    // Enters one case; its folder begins with the number. False, and the test is skipped, where it is missing.
    bool enter(const std::string& number) {
        std::error_code failed;
        for (const auto& entry : fs::directory_iterator(std::string(DEX_ROOT) + "/../shared/cases", failed)) {
            if (entry.path().filename().string().starts_with(number)) folder_ = entry.path().string();
        }
        recipe_ = folder_.empty() ? "" : mini::textOf(folder_ + "/recipe.json");
        return !folder_.empty();
    }

    void replace(const std::string& from, const std::string& to) { recipe_ = mini::replaced(recipe_, from, to); }

    // `file` of the case with another text, in a folder that is looked in first.
    void write(const std::string& file, const std::string& text) {
        if (extra_.empty()) extra_ = mini::scratch("case");
        std::ofstream(extra_ + "/" + file, std::ios::binary) << text;
    }

    void compile() {
        run_ = {};
        DataFolders where;
        if (!extra_.empty()) where.folders.push_back(extra_);
        where.folders.push_back(folder_);
        run_.atlas = compileAtlas(recipe_, "recipe.json", where, run_.report, run_.problems);
    }

    void compileWell() {
        compile();
        for (const auto& sentence : run_.problems.sentences()) ADD_FAILURE() << sentence;
        ASSERT_TRUE(run_.atlas);
        atlas_ = mini::opened(*run_.atlas, mini::scratch("case-atlas"));
        ASSERT_TRUE(atlas_);
    }

    std::string refused() {
        compile();
        EXPECT_FALSE(run_.atlas);
        return run_.firstProblem();
    }

    Column column() { return mini::columnAt(*atlas_, 0, 0).value_or(Column{}); }

    std::string notes() const {
        std::string all;
        for (const std::string& note : run_.report.notes) all += note + "\n";
        return all;
    }

    std::string folder_, recipe_, extra_;
    mini::Run run_;
    std::optional<AtlasFolder> atlas_;
};

#define DEX_ENTER(number) \
    if (!enter(number)) GTEST_SKIP() << "../shared/cases is missing"

using Doubles = std::vector<double>;

TEST_F(Cases, Utf16IsReadAsUtf8Is) {
    DEX_ENTER("01");
    const Doubles right{10, 20, 30, 40, 50, 60};
    compileWell();
    EXPECT_EQ(column().values, right);
    for (const char* other : {"figures-be.csv", "figures-nobom.csv"}) {
        enter("01");
        replace("\"figures.csv\"", std::string("\"") + other + "\"");
        compileWell();
        EXPECT_EQ(column().values, right) << other;
    }
}

TEST_F(Cases, ADecimalCommaIsNoSignOfThousands) {
    DEX_ENTER("02");
    compileWell();
    EXPECT_EQ(column().values, (Doubles{0.123, 0.234, 0.345, 0.456, 0.567, 0.678}));
    enter("02");
    replace("\"figures.csv\"", "\"figures-mixed.csv\"");
    compileWell();
    EXPECT_EQ(column().values[0], 0.12);
}

TEST_F(Cases, ASignThatMayBeEitherIsAskedForAndThenRead) {
    DEX_ENTER("02");
    write("figures.csv",
          "code;value\nT0000001;1,234\nT0000002;5,678\nT0000003;3\nT0000004;4\nT0000005;5\nT0000006;6\n");
    EXPECT_EQ(
        refused(),
        "figures.csv, row 2, column \"value\": \"1,234\" in row 2 and \"5,678\" in row 3 may be thousands or "
        "decimals. Say which sign stands before the decimals: \"files\": {\"figures.csv\": {\"decimal\": \",\"}} or "
        "\".\"");
    const std::string recipe = recipe_;
    replace("\"groupings\"", "\"files\": {\"figures.csv\": {\"decimal\": \",\"}}, \"groupings\"");
    compileWell();
    EXPECT_EQ(column().values[0], 1.234);
    recipe_ = recipe;
    replace("\"groupings\"", "\"files\": {\"figures.csv\": {\"decimal\": \".\"}}, \"groupings\"");
    compileWell();
    EXPECT_EQ(column().values[0], 1234);
}

TEST_F(Cases, QuotientsOfADatabaseAreRounded) {
    DEX_ENTER("03");
    compileWell();
    EXPECT_EQ(column().values, (Doubles{333.333333333, 0.333333333, 1666.666666667, 2.5, 0.142857143, 12}));
}

TEST_F(Cases, ALineBreakAtTheEndOfACodeIsABlank) {
    DEX_ENTER("04");
    compileWell();
    Problems problems;
    EXPECT_EQ(atlas_->names(1, problems)->codes, (std::vector<std::string>{"W1", "W2", "W3"}));
    enter("04");
    replace("\"areas.geojson\"", "\"areas-newline.geojson\"");
    compileWell();
    EXPECT_EQ(atlas_->names(0, problems)->codes[2], "T0000003");
}

TEST_F(Cases, ALyingCpgIsNamedAndCanBeOverruled) {
    DEX_ENTER("06");
    const std::string said = refused();
    EXPECT_NE(said.find("areas.shp, feature 1, attribute \"name\": is not the UTF-8 that its .cpg file says"),
              std::string::npos)
        << said;
    EXPECT_NE(said.find("\"files\": {\"areas.shp\": {\"encoding\": \"windows-1252\"}}"), std::string::npos) << said;
    replace("\"groupings\"", "\"files\": {\"areas.shp\": {\"encoding\": \"windows-1252\"}}, \"groupings\"");
    compileWell();
    Problems problems;
    const auto names = atlas_->names(0, problems);
    EXPECT_EQ(names->names[0], "Ynys M\u00f4n 001A");
    EXPECT_EQ(names->names[1], "Caf\u00e9 Row");
}

// A .dbf says nothing about its letters where it has no .cpg beside it.
TEST_F(Cases, ADbfWithoutACpgIsReadByItsBytes) {
    DEX_ENTER("06");
    extra_ = mini::scratch("case");
    for (const char* end : {".dbf", ".prj", ".shp", ".shx"})
        fs::copy_file(folder_ + "/areas" + end, extra_ + "/areas" + end);
    compileWell();
    Problems problems;
    EXPECT_EQ(atlas_->names(0, problems)->names[0], "Ynys M\u00f4n 001A");
}

TEST_F(Cases, TheDatumIsKnownByItsEllipsoid) {
    DEX_ENTER("08");
    // The corner of the first area, by hand: 0.10° west, 51.50° north. 5 m are 7.2e-5° of longitude there.
    for (const char* file : {"areas.shp", "usual.shp"}) {
        enter("08");
        if (std::string(file) != "areas.shp") replace("\"areas.shp\"", std::string("\"") + file + "\"");
        compileWell();
        Problems problems;
        const auto names = atlas_->names(0, problems);
        const GridBox box = names->boxes[0];
        const LonLat corner = toLonLat(toWorld(GridPoint{box.minX, box.minY}, kAnchorBits));
        // Boxes are kept on a coarser grid, outwards: within a cell of it.
        EXPECT_NEAR(corner.lonDeg, -0.10, 4e-4) << file;
        EXPECT_NEAR(corner.latDeg, 51.50, 3e-4) << file;
    }
}

TEST_F(Cases, WithoutAPrjTheRecipeGivesThePlane) {
    DEX_ENTER("09");
    const std::string said = refused();
    EXPECT_NE(said.find("does not declare its projection. Put the .prj file beside it, or give it a plane: "
                        "\"files\": {\"areas.shp\": {\"plane\": \"EPSG:27700\"}}"),
              std::string::npos)
        << said;
    const std::string recipe = recipe_;
    replace("\"groupings\"", "\"files\": {\"areas.shp\": {\"plane\": \"EPSG:27700\"}}, \"groupings\"");
    compileWell();
    // Metres that are said to be degrees, and degrees that are said to be metres.
    recipe_ = recipe;
    replace("\"groupings\"", "\"files\": {\"areas.shp\": {\"plane\": \"EPSG:4326\"}}, \"groupings\"");
    EXPECT_NE(
        refused().find("which are metres and no degrees. Give it its plane: \"files\": {\"areas.shp\": {\"plane\": "
                       "\"EPSG:27700\"}}"),
        std::string::npos)
        << run_.firstProblem();
    recipe_ = recipe;
    replace("\"areas.shp\"", "\"degrees.shp\"");
    replace("\"groupings\"", "\"files\": {\"degrees.shp\": {\"plane\": \"EPSG:27700\"}}, \"groupings\"");
    EXPECT_NE(refused().find("which are degrees, and declares a plane in metres"), std::string::npos)
        << run_.firstProblem();
    recipe_ = recipe;
    replace("\"areas.shp\"", "\"degrees.shp\"");
    replace("\"groupings\"", "\"files\": {\"degrees.shp\": {\"plane\": \"EPSG:4326\"}}, \"groupings\"");
    compileWell();
}

TEST_F(Cases, AreasWithoutGroundAreLeftOutAndNamed) {
    DEX_ENTER("13");
    compileWell();
    Problems problems;
    EXPECT_EQ(atlas_->names(0, problems)->codes.size(), 6u);
    EXPECT_NE(notes().find("feature 7, \"T9999999\": has no outline, and is left out"), std::string::npos) << notes();
    EXPECT_NE(notes().find("\"T9999998\""), std::string::npos) << notes();
}

TEST_F(Cases, CollectionsGiveTheirPolygons) {
    DEX_ENTER("14");
    compileWell();
    Problems problems;
    EXPECT_EQ(atlas_->names(0, problems)->codes.size(), 6u);
    EXPECT_NE(notes().find("\"T0000004\": has lines or points beside its polygons"), std::string::npos) << notes();
    EXPECT_EQ(notes().find("\"T0000005\""), std::string::npos) << notes();
}

TEST_F(Cases, TablesBesideALayerAreNoLayers) {
    DEX_ENTER("16");
    compileWell();
}

TEST_F(Cases, MarksOfStatisticiansAreKnown) {
    DEX_ENTER("22");
    compileWell();
    const Column cells = column();
    EXPECT_EQ(cells.values[0], 12.3);
    EXPECT_EQ(cells.values[3], 45.1);
    EXPECT_EQ(cells.values[5], -0.5);
    EXPECT_EQ(cells.states[1], CellState::NotPublished);
    EXPECT_EQ(cells.states[2], CellState::NotPublished);
    EXPECT_EQ(cells.states[4], CellState::Suppressed);
    EXPECT_EQ(run_.report.tables[1].noted, 1u);
}

TEST_F(Cases, ANumberIsNoDataWhereTheRecipeSaysSoAndOnlyThere) {
    DEX_ENTER("22");
    write("figures.csv",
          "code,value\nT0000001,-999\nT0000002,-999.0\nT0000003,1\nT0000004,2\nT0000005,3\nT0000006,4\n");
    compileWell();
    EXPECT_EQ(column().values[0], -999);
    EXPECT_NE(notes().find("C.value: has -999 and no other negative number"), std::string::npos) << notes();
    replace("\"key\": \"code\",\n   \"geography\": \"small-area\",\n   \"source\": \"made\"\n  }\n ],",
            "\"key\": \"code\",\n   \"geography\": \"small-area\",\n   \"marks\": {\"-999\": \"not-published\"},\n"
            "   \"source\": \"made\"\n  }\n ],");
    compileWell();
    EXPECT_EQ(column().states[0], CellState::NotPublished);
    EXPECT_EQ(column().states[1], CellState::NotPublished);
    EXPECT_EQ(notes(), "");
}

TEST_F(Cases, APercentSignMeansAFractionWherePercentagesAreShown) {
    DEX_ENTER("22");
    replace("\"display\": \"number\"", "\"display\": \"percent\"");
    write("figures.csv",
          "code,value\nT0000001,12.3%\nT0000002,5%\nT0000003,\nT0000004,2%\nT0000005,3%\nT0000006,100%\n");
    compileWell();
    EXPECT_EQ(column().values[0], 0.123);
    EXPECT_EQ(column().values[5], 1);
    write("figures.csv", "code,value\nT0000001,12.3%\nT0000002,0.5\nT0000003,1\nT0000004,2\nT0000005,3\nT0000006,4\n");
    EXPECT_NE(refused().find("the area \"T0000001\" has a percent sign and the area \"T0000002\" has none"),
              std::string::npos)
        << run_.firstProblem();
}

TEST_F(Cases, WhatIsNoNumberSaysWhatToWrite) {
    DEX_ENTER("22");
    write("figures.csv", "code,value\nT0000001,#REF!\nT0000002,1\nT0000003,1\nT0000004,2\nT0000005,3\nT0000006,4\n");
    EXPECT_EQ(
        refused(),
        "figures.csv, row 2, column \"value\": expected a number, found \"#REF!\". If it stands for no number, say so "
        "in the table: \"marks\": {\"#REF!\": \"not-published\"}");
}

TEST_F(Cases, AccentsAreComposed) {
    DEX_ENTER("24");
    compileWell();
    Problems problems;
    EXPECT_EQ(atlas_->names(0, problems)->names[0], "Ynys M\u00f4n (decomposed)");
}

TEST_F(Cases, LettersThatTheFacesLackAreNamed) {
    DEX_ENTER("24");
    compileWell();
    EXPECT_NE(notes().find("names have letters that the map's faces lack"), std::string::npos) << notes();
    EXPECT_NE(notes().find("\u0218 (U+0218)"), std::string::npos) << notes();
    EXPECT_EQ(notes().find("U+0302"), std::string::npos) << notes();
}

TEST_F(Cases, AnAreaThatIsTooWideSaysWhichGridWouldDo) {
    DEX_ENTER("28");
    const std::string said = refused();
    EXPECT_EQ(
        said,
        "areas.geojson, area \"T0000001\": is 81,556 cells wide in $.lods[1], where 65,535 fit. \"gridBits\": 22 would "
        "do");
    replace("\"gridBits\": 23", "\"gridBits\": 22");
    compileWell();
}

TEST_F(Cases, RowsAreChosenByOtherColumns) {
    DEX_ENTER("19");
    EXPECT_NE(refused().find("Say which rows are meant: \"where\""), std::string::npos) << run_.firstProblem();
    for (int i = 0; i < 2; ++i)
        replace("\"count\": \"Observation\"\n     }\n",
                "\"count\": \"Observation\"},\n \"where\": {\"Disability\": \"Disabled\"}\n");
    compileWell();
    EXPECT_EQ(column().numerators, (Doubles{105, 115, 125, 135, 145, 155}));
    EXPECT_EQ(column().denominators, (Doubles{205, 225, 245, 265, 285, 305}));
    replace("{\"Disability\": \"Disabled\"}", "{\"Disability\": \"disabled\"}");
    EXPECT_NE(refused().find("no row that is meant has \"disabled\" in the column \"Disability\""), std::string::npos)
        << run_.firstProblem();
}

TEST_F(Cases, APublishedNumberIsChosenByOtherColumns) {
    DEX_ENTER("19");
    const auto from = recipe_.find("\"value\": {\n    \"numerator\""), to = recipe_.find("\"display\": \"percent\"");
    ASSERT_TRUE(from != std::string::npos && to != std::string::npos);
    recipe_.replace(
        from, to - from,
        "\"value\": {\"column\": \"Value\", \"where\": {\"Sex\": \"Persons\", \"Time period\": [\"2023\"]}}, ");
    replace("\"figures.csv\",\n   \"key\": \"code\"", "\"profile.csv\",\n   \"key\": \"Area Code\"");
    compileWell();
    EXPECT_EQ(column().values, (Doubles{10, 20, 30, 40, 50, 60}));
}

TEST_F(Cases, LayersAreFoundInZips) {
    DEX_ENTER("10");
    Problems problems;
    for (const char* zip : {"boundaries.zip", "geopackage.zip", "mac.zip"}) {
        enter("10");
        recipe_ = std::regex_replace(recipe_, std::regex("\"file\": \"[a-z.-]*\",\\s*\"code\""),
                                     std::string("\"file\": \"") + zip + "\", \"code\"");
        compileWell();
        EXPECT_EQ(atlas_->names(0, problems)->codes.size(), 6u) << zip;
    }
    EXPECT_EQ(notes(), "");
    replace("\"mac.zip\"", "\"boundaries.zip/statistical-boundaries/ESRI/areas.shp\"");
    compileWell();
    replace("areas.shp\"", "none.shp\"");
    EXPECT_NE(refused().find("is not in any of the data folders"), std::string::npos) << run_.firstProblem();
}

TEST_F(Cases, TablesAreFoundInZipsOrListed) {
    DEX_ENTER("11");
    const std::string recipe =
        std::regex_replace(recipe_, std::regex("(\"id\": \"figures\",\\s*\"file\": )\"[a-z.-]*\""), "$1\"FIGURES\"");
    for (const char* zip : {"figures.zip", "folder.zip", "bulk.zip/ts999-lsoa.csv"}) {
        recipe_ = mini::replaced(recipe, "FIGURES", zip);
        compile();
        EXPECT_TRUE(run_.atlas) << zip << ": " << run_.firstProblem();
    }
    recipe_ = mini::replaced(recipe, "FIGURES", "bulk.zip");
    EXPECT_NE(
        refused().find("contains several files: \"ts999-lsoa.csv\", \"ts999-msoa.csv\". Name the one that is meant: "
                       "\"file\": \"bulk.zip/ts999-lsoa.csv\""),
        std::string::npos)
        << run_.firstProblem();
}

TEST_F(Cases, AComplexChangeLeavesAreasWithoutData) {
    DEX_ENTER("17");
    EXPECT_NE(refused().find("list it: \"complex\": [\"X\"]"), std::string::npos) << run_.firstProblem();
    replace("\"merged\": [", "\"complex\": [\"X\"], \"merged\": [");
    compileWell();
    ASSERT_EQ(run_.report.carries.size(), 1u);
    EXPECT_GT(run_.report.carries[0].complex, 0u);
    const Column cells = column();
    EXPECT_EQ(cells.states[3], CellState::ComplexChange);
    EXPECT_EQ(cells.values[0], 10);
}

TEST_F(Cases, PostcodesWithoutAPlaceAndOfOtherShapesAreCounted) {
    DEX_ENTER("18");
    compileWell();
    ASSERT_TRUE(run_.report.postcodes);
    EXPECT_GT(run_.report.postcodes->withoutPlace, 0u);
    EXPECT_EQ(run_.report.postcodes->odd, 1u);
    EXPECT_EQ(run_.report.postcodes->ended, 0u);
    replace("\"nearestMetres\"", "\"ended\": \"doterm\", \"nearestMetres\"");
    compileWell();
    EXPECT_GT(run_.report.postcodes->ended, 0u);
    enter("18");
    replace("\"postcodes.csv\"", "\"headless.csv\"");
    replace("\"pcds\"", "\"Postcode\"");
    replace("\"groupings\"",
            "\"files\": {\"headless.csv\": {\"header\": [\"Postcode\", \"Quality\", \"oseast1m\", \"osnrth1m\"]}}, "
            "\"groupings\"");
    compileWell();
    EXPECT_GT(run_.report.postcodes->within, 0u);
}

TEST_F(Cases, LayersOfTheWildAreRead) {
    DEX_ENTER("27");
    Problems problems;
    for (const char* file : {"bom", "clockwise", "nulls", "three-d", "grid", "ids"}) {
        enter("27");
        replace("\"areas.geojson\"", std::string("\"") + file + ".geojson\"");
        if (std::string(file) == "ids") replace("\"code\": \"code\"", "\"code\": \"id\"");
        compileWell();
        EXPECT_EQ(atlas_->names(0, problems)->codes[0], "T0000001") << file;
    }
}

}  // namespace
}  // namespace dex
