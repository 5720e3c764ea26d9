// A made-up town of twelve areas, compiled as London is, with every trap of the published tables in its own.

#include <gtest/gtest.h>

#include <set>

#include "base/exact.h"
#include "compile/audit_lod.h"
#include "compile/mini.h"
#include "compile/score_atlas.h"
#include "find/postcode.h"
#include "model/findings_of.h"
#include "output/level_rings.h"
#include "words/write_facts.h"

namespace dex {
namespace {

const Report::OfTable& tableIn(const Report& report, const std::string& id) {
    for (const auto& table : report.tables) {
        if (table.id == id) return table;
    }
    ADD_FAILURE() << id;
    return report.tables[0];
}

Column columnIn(const AtlasFolder& atlas, std::size_t indicator, std::uint32_t level) {
    auto column = mini::columnAt(atlas, indicator, level);
    EXPECT_TRUE(column);
    return column.value_or(Column{});
}

class Mini : public testing::Test {
protected:
    void SetUp() override {
        run_ = mini::compile(mini::recipe());
        for (const auto& sentence : run_.problems.sentences()) ADD_FAILURE() << sentence;
        ASSERT_TRUE(run_.atlas);
        atlas_ = mini::opened(*run_.atlas, mini::scratch("mini"));
        ASSERT_TRUE(atlas_);
    }
    mini::Run run_;
    std::optional<AtlasFolder> atlas_;
};

TEST_F(Mini, ReportsWhatBecameOfEveryRow) {
    const auto& people = tableIn(run_.report, "people");
    EXPECT_EQ(people.rowsRead, 15u);
    EXPECT_EQ(people.rowsUsed, 11u);
    EXPECT_EQ(people.notes, 2u);
    EXPECT_EQ(people.repeatedRows, 1u);
    EXPECT_EQ(people.unknownRows, 1u);
    EXPECT_EQ(people.unknownCodes, (std::vector<std::string>{"Z99"}));
    EXPECT_EQ(people.areasMatched, 11u);
    EXPECT_EQ(people.unmatchedCodes, (std::vector<std::string>{"A12"}));
    EXPECT_EQ(run_.report.leftOut, (std::vector<std::string>{"absent"}));
    ASSERT_EQ(run_.report.carries.size(), 1u);
    EXPECT_EQ(run_.report.carries[0].split, 2u);
    EXPECT_EQ(run_.report.carries[0].merged, 1u);
    EXPECT_EQ(tableIn(run_.report, "propensity").carried, 3u);
}

TEST_F(Mini, KeepsTheStateOfEveryCell) {
    const Column older = columnIn(*atlas_, 0, 0);
    EXPECT_EQ(older.states[5], CellState::Suppressed);
    EXPECT_EQ(older.states[11], CellState::NotInFile);
    EXPECT_EQ(older.denominators[1], 1200);
    const Column score = columnIn(*atlas_, 3, 0);
    EXPECT_EQ(score.states[4], CellState::Suppressed);
    EXPECT_EQ(score.states[9], CellState::NotPublished);
    EXPECT_EQ(score.values[2], 5e-04);
    EXPECT_EQ(score.values[6], 0);
    EXPECT_EQ(score.states[6], CellState::Value);
}

TEST_F(Mini, CarriesByTheLookupAndNeverByCode) {
    const Column offline = columnIn(*atlas_, 2, 0);
    EXPECT_EQ(offline.values[0], 2.2);
    EXPECT_EQ(offline.states[0], CellState::Value);
    EXPECT_EQ(offline.values[7], offline.values[8]);
    EXPECT_EQ(offline.states[8], CellState::Carried);
    // A11 of old, 92.2 with 1,200 residents, and B11, 96.4 with 1,400: 94.4615 of the new A11.
    EXPECT_EQ(offline.values[10], 5.5385);
    EXPECT_EQ(offline.states[10], CellState::Carried);
}

TEST_F(Mini, RollsUpByCountsAndByResidents) {
    const Column rent = columnIn(*atlas_, 1, 2), small = columnIn(*atlas_, 1, 0);
    EXPECT_EQ(rent.numerators[1], small.numerators[9] + small.numerators[10] + small.numerators[11]);
    EXPECT_EQ(rent.states[1], CellState::Value);
    const Column offline = columnIn(*atlas_, 2, 1);
    EXPECT_EQ(offline.states[0], CellState::WeightedRollUp);
}

TEST_F(Mini, LeavesOutWhatHasNoNumberFromBothSums) {
    const Column wards = columnIn(*atlas_, 0, 1), small = columnIn(*atlas_, 0, 0);
    EXPECT_EQ(wards.denominators[1],
              small.denominators[3] + small.denominators[4] + small.denominators[7] + small.denominators[8]);
}

TEST_F(Mini, NamesAreasByTheRecipesTemplates) {
    Problems problems;
    const auto small = atlas_->names(0, problems), wards = atlas_->names(1, problems);
    EXPECT_EQ(small->names[1], "Upper Town (North 001B)");
    EXPECT_EQ(small->details[1], "North 001B");
    EXPECT_EQ(wards->names[2], "Hill End");
    EXPECT_EQ(wards->details[2], "South");
}

TEST_F(Mini, HasSoundGeometryAtEveryLevelOfDetail) {
    for (std::size_t lod = 0; lod < atlas_->head().lods.size(); ++lod) {
        Problems problems;
        std::vector<Tile> tiles;
        for (std::size_t i = 0; i < atlas_->head().lods[lod].tiles.size(); ++i)
            tiles.push_back(*atlas_->tile(lod, i, problems));
        const LodCounts counts = auditLod(tiles, 12, "lod", problems);
        EXPECT_EQ(counts.parts, 13u);
        EXPECT_EQ(counts.holes, 2u);
        for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    }
}

TEST_F(Mini, UnitesSmallAreasAcrossEnclavesHolesAndTiles) {
    Problems problems;
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < atlas_->head().lods[1].tiles.size(); ++i)
        tiles.push_back(*atlas_->tile(1, i, problems));
    const auto small = levelPolygons(tiles, *atlas_->grouping(0, problems), 12);
    EXPECT_EQ(small[1].size(), 1u);
    EXPECT_EQ(small[1][0].holes.size(), 1u);
    EXPECT_EQ(small[3].size(), 2u);
    const auto wards = levelPolygons(tiles, *atlas_->grouping(1, problems), 3);
    EXPECT_EQ(wards[0].size(), 1u);
    EXPECT_TRUE(wards[0][0].holes.empty());  // The enclave belongs to the same ward.
    EXPECT_EQ(wards[1].size(), 3u);          // The rest, the far part, and the island in the lake.
    EXPECT_EQ(wards[2].size(), 1u);
}

TEST_F(Mini, PutsEachPostcodeIntoItsSmallArea) {
    const auto& shown = run_.report.postcodes;
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->read, 7u);
    EXPECT_EQ(shown->within, 4u);
    EXPECT_EQ(shown->beside, 1u);
    EXPECT_EQ(shown->outside, 1u);
    EXPECT_EQ(shown->withoutPlace, 1u);
    EXPECT_EQ(shown->outwards, 2u);
    Problems problems;
    const auto gazetteer = atlas_->gazetteer(problems);
    const auto names = atlas_->names(0, problems);
    ASSERT_TRUE(gazetteer && names);
    std::string all;
    for (const auto& outward : gazetteer->outwards) {
        const auto postcodes = atlas_->postcodes(outward, problems);
        ASSERT_TRUE(postcodes);
        for (const auto& one : postcodes->all) {
            all += outward.code + " " + inwardText(one.inward) + (one.isBeside ? " beside " : " in ") +
                   names->codes[one.area] + "\n";
        }
    }
    EXPECT_EQ(all, "TN1 1AA in A01\nTN1 1AB in A03\nTN1 1AD beside A01\nTN1 1AE in A02\nTN2 9XY in A12\n");
    for (const AtlasFile& file : atlas_->head().files) EXPECT_NE(file.kind, FileKind::Postcodes);
}

TEST_F(Mini, HasThePointOfEachSmallArea) {
    const auto& shown = run_.report.points;
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->read, 13u);
    EXPECT_EQ(shown->matched, 10u);
    EXPECT_EQ(shown->unknown, 1u);
    EXPECT_EQ(shown->interior, 2u);
    EXPECT_NE(reportText(run_.report).find("13 rows read, 10 used, 1 skipped because they are of other areas"),
              std::string::npos);
    EXPECT_NE(reportJson(run_.report).find("\"interior\": 2"), std::string::npos);
    Problems problems;
    const auto points = atlas_->points(problems);
    const auto names = atlas_->names(0, problems);
    ASSERT_TRUE(points && names);
    ASSERT_TRUE(points->source);
    EXPECT_EQ(points->source->title, "Made by hand for tests");
    EXPECT_EQ(points->all[1], (GroundPoint{-351235, 515085000}));
    // Half to even, both of them.
    EXPECT_EQ(points->all[9], (GroundPoint{-150000, 515150000}));
    // In no row, and in one without a place.
    EXPECT_EQ(points->isInterior, (Flags{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}));
    for (const std::size_t area : {10u, 11u})
        EXPECT_EQ(points->all[area], toGround(toLonLat(toWorld(names->anchors[area], kAnchorBits))));
}

TEST(MiniWithout, ATableOfPointsMeasuresFromInsideEachArea) {
    const auto run = mini::compile(mini::replaced(mini::recipe(), "\"points.csv\"", "\"none.csv\""));
    ASSERT_TRUE(run.atlas) << run.firstProblem();
    EXPECT_NE(reportText(run.report).find("none.csv  is optional and missing, so distances are measured from inside"),
              std::string::npos);
    const auto atlas = mini::opened(*run.atlas, mini::scratch("no-points"));
    ASSERT_TRUE(atlas);
    Problems problems;
    const auto points = atlas->points(problems);
    ASSERT_TRUE(points);
    EXPECT_FALSE(points->source);
    EXPECT_EQ(points->isInterior, Flags(12, 1));
}

TEST_F(Mini, KnowsTheWardThatNoSmallAreaFits) {
    Problems problems;
    const auto gazetteer = atlas_->gazetteer(problems);
    ASSERT_TRUE(gazetteer);
    ASSERT_EQ(gazetteer->unfitted.size(), 1u);
    EXPECT_EQ(gazetteer->unfitted[0].name, "Old Jewry");
    EXPECT_EQ(gazetteer->unfitted[0].within, "North");
    EXPECT_EQ(gazetteer->unfitted[0].level, 1u);
    EXPECT_EQ(run_.report.levels[1].unfitted, 1u);
}

TEST(MiniWithout, AnOptionalListSaysSo) {
    const auto run = mini::compile(mini::replaced(mini::recipe(), "\"postcodes.csv\"", "\"none.csv\""));
    ASSERT_TRUE(run.atlas) << run.firstProblem();
    EXPECT_NE(reportText(run.report).find("none.csv  is optional and missing, so the map cannot find postcodes"),
              std::string::npos);
    const auto needed = mini::compile(mini::replaced(mini::recipe(), "\"wards.geojson\"", "\"none.geojson\""));
    EXPECT_FALSE(needed.atlas);
    EXPECT_NE(needed.firstProblem().find("none.geojson: is not in any of the data folders"), std::string::npos);
}

// Weights are equal, every mean says so, and nobody's number is made up.
TEST(MiniWithout, ResidentsHasMeansThatSaySo) {
    const auto run = mini::compile(mini::replaced(
        mini::recipe(),
        "\"residents\": {\n  \"table\": \"people\",\n  \"value\": {\n   \"column\": \"Total\"\n  }\n },\n", ""));
    ASSERT_TRUE(run.atlas) << run.firstProblem();
    EXPECT_NE(reportText(run.report).find("a mean, its small areas count alike"), std::string::npos);
    EXPECT_NE(reportJson(run.report).find("\"isWeighted\": false"), std::string::npos);
    const auto atlas = mini::opened(*run.atlas, mini::scratch("no-residents"));
    ASSERT_TRUE(atlas);
    EXPECT_EQ(atlas->head().residents, kNoFile);
    const Column small = columnIn(*atlas, 2, 0), districts = columnIn(*atlas, 2, 2);
    EXPECT_EQ(districts.states[1], CellState::EqualRollUp);
    EXPECT_EQ(districts.values[1], rounded9((small.values[9] + small.values[10] + small.values[11]) / 3));

    Problems wrong, problems;
    ScoreRequest request;
    request.level = "district";
    auto scored = scoreAtlas(*atlas, request, wrong, problems);
    ASSERT_TRUE(scored);
    scored->chosen.measure = {MeasureKind::Indicator, 2};
    scored->chosen.selected = LevelArea{2, 1};
    scored->chosen.compared = {LevelArea{2, 0}, LevelArea{2, 1}};
    ASSERT_TRUE(scored->analysis.update(scored->chosen, scored->library));
    const Findings findings = findingsOf(
        {.library = scored->library, .chosen = scored->chosen, .analysis = scored->analysis, .messages = {}});
    const Facts facts = writeFacts(findings);
    ASSERT_TRUE(facts.card);
    EXPECT_NE(facts.card->source.find("mean of its small areas, all counted alike"), std::string::npos);
    EXPECT_EQ(facts.card->detail.find("resident"), std::string::npos) << facts.card->detail;
    ASSERT_TRUE(facts.compare);
    for (const auto& row : facts.compare->rows) EXPECT_NE(row.label, "Residents");
}

TEST(MiniWithout, TheTableOfResidentsIsAsWithoutResidents) {
    std::string recipe =
        mini::replaced(mini::recipe(), "\"table\": \"people\",\n  \"value\"", "\"table\": \"absent\",\n  \"value\"");
    const auto run = mini::compile(recipe);
    ASSERT_TRUE(run.atlas) << run.firstProblem();
    EXPECT_FALSE(run.report.isWeighted);
}

TEST_F(Mini, GivesTheSameBytesEachTime) {
    const auto again = mini::compile(mini::recipe());
    ASSERT_TRUE(again.atlas);
    EXPECT_EQ(again.atlas->json, run_.atlas->json);
}

// Another line here is another version of the format, or another codec: look at docs/format.md.
TEST_F(Mini, HasTheBytesThatItHad) {
    std::string files;
    for (const auto& one : run_.atlas->files) files += one.file.name + " " + std::to_string(one.file.bytes) + "\n";
    EXPECT_EQ(files, mini::textOf(mini::folder() + "/golden.txt"));
}

class FailedRun : public testing::TestWithParam<std::array<const char*, 3>> {};

// A wrong table in place of the right one: the file, its text, and what is said.
TEST_P(FailedRun, SaysFileRowAndColumnAndWritesNothing) {
    const auto& [file, text, said] = GetParam();
    const std::string extra = mini::scratch("wrong");
    std::ofstream(extra + "/" + file, std::ios::binary) << text;
    const auto run = mini::compile(mini::recipe(), extra);
    EXPECT_FALSE(run.atlas);
    EXPECT_TRUE(run.firstProblem().ends_with(said)) << run.firstProblem();
}

INSTANTIATE_TEST_SUITE_P(
    Tables, FailedRun,
    testing::Values(
        std::array{"score.tsv", "code\tscore\nA01\t1.5\nA02\t-12345678901234567\n",
                   "the area \"A02\" has a number above 9,007,199,254,740,992. Give the figures in a larger unit"},
        std::array{
            "people.csv", "area,Total,Aged 65 and over\nA01,1000,about ten\nA02,7,1\n",
            "people.csv, row 2, column \"Aged 65 and over\": expected a number, found \"about ten\". If it stands for "
            "no number, say so in the table: \"marks\": {\"about ten\": \"not-published\"}"},
        std::array{
            "people.csv", "area,Total,Aged 65 and over\nA01,1000,1\nA01,1001,1\n",
            "people.csv, row 3: the area \"A01\" is already in row 2, with other figures. Where an area has several "
            "rows, say which are meant: \"where\""},
        std::array{"people.csv", "area,Total,Aged 65 and over\nQ1,1000,1\n",
                   "people.csv: none of its codes is the code of an area. The first are \"Q1\" there and \"A01\" here"},
        std::array{"lookup.csv", "code,ward,ward_name,district,district_name\nA01,W1,One,D1,Two\n",
                   "lookup.csv: the area \"A02\" has no ward"},
        std::array{"postcodes.csv", "Postcode,Longitude,Latitude\nTN1 1AC,0.1,51\n",
                   "postcodes.csv, row 2, column \"Postcode\": expected a postcode, found \"TN1 1AC\""},
        std::array{"postcodes.csv", "Postcode,Longitude,Latitude\nTN1 1AA,east,51\n",
                   "postcodes.csv, row 2, column \"Longitude\": expected a number, found \"east\""},
        std::array{"postcodes.csv", "Postcode,Longitude,Latitude\nTN1 1AA,-0.045,51.505\nTN11AA,-0.045,51.505\n",
                   "postcodes.csv: the postcode TN1 1AA is there twice"},
        std::array{"points.csv", "code,longitude,latitude\nA01,51.505,-0.045\n",
                   "and of a table by naming the other column \"east\", or \"longitude\""},
        std::array{"points.csv", "code,longitude,latitude\nA01,-0.045,91\n",
                   "points.csv, row 2, column \"latitude\": expected a latitude in degrees, found \"91\""},
        std::array{"points.csv", "code,longitude,latitude\nA01,west,51\n",
                   "points.csv, row 2, column \"longitude\": expected a longitude in degrees, found \"west\""},
        std::array{"points.csv", "code,longitude,latitude\nA01,-0.045,51.505\nA01,-0.045,51.506\n",
                   "points.csv, row 3: the area \"A01\" has another point in a row above"},
        std::array{"points.csv", "code,longitude,latitude\nQ1,-0.045,51.505\n",
                   "points.csv: none of its codes is the code of an area"},
        std::array{"areas.geojson",
                   "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":"
                   "\"A01\",\"name\":\"x\"},"
                   "\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,51]}}]}",
                   "feature 1, \"A01\": is a Point, not a polygon"}),
    [](const auto& test) { return "Case" + std::to_string(test.index); });

TEST(WriteAtlas, LeavesTheOldAtlasWhenItFails) {
    const std::string out = mini::scratch("kept");
    const auto run = mini::compile(mini::recipe());
    ASSERT_TRUE(run.atlas);
    ASSERT_TRUE(mini::opened(*run.atlas, out));
    // A folder stands where a file has to: the new atlas cannot be moved in.
    FinishedAtlas broken = *run.atlas;
    broken.files[0].file.name = "names.00000000000000000000000000000000.dex";
    std::filesystem::create_directories(out + "/" + broken.files[0].file.name + "/full");
    Problems problems;
    writeAtlas(broken, out, problems);
    EXPECT_TRUE(problems.any());
    EXPECT_EQ(mini::textOf(out + "/atlas.json"), run.atlas->json);
    Problems none;
    const auto atlas = AtlasFolder::open(out, none);
    ASSERT_TRUE(atlas);
    EXPECT_TRUE(atlas->names(0, none));
    EXPECT_FALSE(std::filesystem::exists(out + ".new"));
}

TEST(WriteAtlas, RemovesHashedFilesOfTheOldAtlasAndNothingElse) {
    const std::string out = mini::scratch("swept");
    std::ofstream(out + "/column.0123456789abcdef0123456789abcdef.dex") << "old";
    std::ofstream(out + "/notes.txt") << "mine";
    const auto run = mini::compile(mini::recipe());
    ASSERT_TRUE(run.atlas && mini::opened(*run.atlas, out));
    EXPECT_FALSE(std::filesystem::exists(out + "/column.0123456789abcdef0123456789abcdef.dex"));
    EXPECT_TRUE(std::filesystem::exists(out + "/notes.txt"));
}

TEST(AtlasFolder, RefusesAFileThatWasChanged) {
    const std::string out = mini::scratch("changed");
    const auto run = mini::compile(mini::recipe());
    ASSERT_TRUE(run.atlas && mini::opened(*run.atlas, out));
    Problems problems;
    const auto atlas = AtlasFolder::open(out, problems);
    const std::string name = atlas->head().files[atlas->head().levels[0].names].name;
    std::ofstream(out + "/" + name, std::ios::app) << "x";
    EXPECT_FALSE(atlas->names(0, problems));
    EXPECT_TRUE(problems.any());
}

}  // namespace
}  // namespace dex
