// Places that help, from files of every format to the files of an atlas (tests/data/mini).

#include <gtest/gtest.h>

#include "compile/mini.h"
#include "compile/recipe.h"

namespace dex {
namespace {

class MiniVenues : public testing::Test {
protected:
    void SetUp() override {
        run_ = mini::compile(mini::recipe());
        ASSERT_TRUE(run_.atlas) << run_.firstProblem();
        atlas_ = mini::opened(*run_.atlas, mini::scratch("venues"));
        ASSERT_TRUE(atlas_);
        Problems problems;
        venues_ = *atlas_->venues(problems);
        minutes_ = *atlas_->minutes(problems);
    }
    mini::Run run_;
    std::optional<AtlasFolder> atlas_;
    Venues venues_;
    WalkingMinutes minutes_;
};

TEST_F(MiniVenues, HaveAPlaceByCoordinatesByPostcodeAndByLayer) {
    std::string all;
    for (const Venue& venue : venues_.all) {
        all += venues_.kinds[venue.kind].id + ": " + venue.name + " at " + std::to_string(venue.point.lon) + ", " +
               std::to_string(venue.point.lat) + "\n";
    }
    // The order of the lists and of their rows.
    EXPECT_EQ(all,
              "library: Town Library at -450000, 515050000\n"
              "library: Hill Library at -250000, 515150000\n"
              "hub: Quay Hub at -350000, 515050000\n"
              "hub: East Hub at -150000, 515010000\n"
              "tablets: Tablets to borrow, Mill at -200000, 515250000\n"
              "tablets: Tablets to borrow, Farm at -385000, 515050000\n");
}

TEST_F(MiniVenues, HaveTheTextsThatTheRecipeAsksFor) {
    const Venue& town = venues_.all[0];
    EXPECT_EQ(town.address, "1 High Street, Town, TN1 1AA");
    EXPECT_EQ(town.opening, "Mon 9–5, Tue closed");
    EXPECT_EQ(town.link, "https://www.town.example");
    EXPECT_EQ(town.date, "");
    EXPECT_EQ(venues_.sources[town.source].date, "2026");
    // Parts whose columns are blank are left out.
    EXPECT_EQ(venues_.all[1].address, "Hill");
    EXPECT_EQ(venues_.all[1].opening, "");
    EXPECT_EQ(venues_.all[1].link, "mailto:hill@town.example");
    EXPECT_EQ(venues_.all[2].date, "May 2024");
    EXPECT_EQ(venues_.all[2].origin, "Quay Trust");
    EXPECT_EQ(venues_.all[4].offers, "Tablets, lent for a month");
    EXPECT_EQ(venues_.all[4].origin, "Town Council");
    EXPECT_EQ(venues_.all[4].address, "5 Mill Lane, TN2 9XY");
}

TEST_F(MiniVenues, ReportWhatBecameOfEveryRow) {
    ASSERT_EQ(run_.report.venues.size(), 3u);
    const auto& list = run_.report.venues[0];
    EXPECT_EQ(list.read, 8u);
    EXPECT_EQ(list.notes, 1u);
    EXPECT_EQ(list.used, 3u);
    EXPECT_EQ(list.byPostcode, 1u);
    EXPECT_EQ(list.others, 2u);
    EXPECT_EQ(list.outside, 1u);
    EXPECT_EQ(list.unlocated, (std::vector<std::string>{"Lost Hub (venues.csv, row 6)"}));
    EXPECT_EQ(run_.report.venues[1].used, 1u);
    ASSERT_EQ(run_.report.venues[1].unlocated.size(), 1u);
    EXPECT_TRUE(run_.report.venues[1].unlocated[0].starts_with("Nowhere Hub (")) << run_.report.venues[1].unlocated[0];
    EXPECT_EQ(run_.report.venues[2].unlocated,
              (std::vector<std::string>{"Help by telephone (services.json, record 3)"}));
    const std::string text = reportText(run_.report);
    EXPECT_NE(text.find("8 rows read, 3 used, 1 line without a name skipped, 1 located by their postcode, 2 left out "
                        "by \"where\" or \"kind\", 1 outside the map left out"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("1 row without a name or a place left out (Lost Hub (venues.csv, row 6))"), std::string::npos);
    EXPECT_NE(reportJson(run_.report).find("\"unlocated\": [\n     \"Lost Hub (venues.csv, row 6)\""),
              std::string::npos);
}

TEST_F(MiniVenues, AreSoManyMinutesFromTheAreasWhosePointsTheirCatchmentsHold) {
    ASSERT_EQ(minutes_.all.size(), 1u);
    const Catchments& libraries = minutes_.all[0];
    EXPECT_EQ(libraries.kind, 0u);
    EXPECT_EQ(libraries.source.licence, "ODbL 1.0");
    EXPECT_EQ(libraries.bands, (std::vector<std::uint32_t>{5, 10, 15}));
    std::string all;
    for (std::uint32_t area = 0; area < 12; ++area) {
        all += libraries.isWithin(area) ? std::to_string(libraries.bands[libraries.bandOf[area]]) + " " +
                                              venues_.all[libraries.venueOf[area]].name + "\n"
                                        : "–\n";
    }
    // A03, A07 and A08 are on an edge, which counts as in. A08 is ten minutes from both: the nearer. A10 is in a hole of
    // the one and within the other. A row of a library that is gone says nothing.
    EXPECT_EQ(all,
              "5 Town Library\n10 Town Library\n10 Town Library\n–\n–\n–\n10 Town Library\n10 Hill Library\n"
              "10 Hill Library\n15 Hill Library\n–\n–\n");
    const auto& shown = run_.report.catchments[0];
    EXPECT_EQ(shown.read, 5u);
    EXPECT_EQ(shown.used, 4u);
    EXPECT_EQ(shown.venues, 2u);
    EXPECT_EQ(shown.without, 1u);
    EXPECT_EQ(shown.unknown, (std::vector<std::string>{"gone library"}));
    EXPECT_NE(reportText(run_.report).find("5 catchments read, 4 used, of 2 venues; 1 venue without any"),
              std::string::npos);
}

TEST_F(MiniVenues, KeepTheirSourcesToThemselves) {
    ASSERT_EQ(atlas_->head().sources.size(), 1u);
    EXPECT_EQ(atlas_->head().sources[0].title, "Made by hand for tests");
    // Neither file is needed for a picture.
    for (const FileIndex file : {atlas_->head().venues, atlas_->head().minutes})
        EXPECT_EQ(run_.atlas->json.find(atlas_->head().files[file].name), std::string::npos);
}

TEST(MiniWithoutVenues, OptionalFilesLeaveNothingBehind) {
    std::string recipe = mini::recipe();
    for (const char* file : {"hubs.geojson", "services.json", "catchments.geojson"})
        recipe = mini::replaced(recipe, file, "none.x");
    const auto run = mini::compile(recipe);
    ASSERT_TRUE(run.atlas) << run.firstProblem();
    const std::string text = reportText(run.report);
    EXPECT_NE(text.find("hubs  (none.x)  is optional and missing"), std::string::npos);
    EXPECT_NE(text.find("none.x  is missing, so there are no minutes on foot"), std::string::npos);
    const auto atlas = mini::opened(*run.atlas, mini::scratch("few-venues"));
    ASSERT_TRUE(atlas);
    EXPECT_NE(atlas->head().venues, kNoFile);
    EXPECT_EQ(atlas->head().minutes, kNoFile);
    const auto needed = mini::compile(mini::replaced(mini::recipe(), "venues.csv", "none.csv"));
    EXPECT_FALSE(needed.atlas);
    EXPECT_NE(needed.firstProblem().find("none.csv: is not in any of the data folders"), std::string::npos);
}

class WrongVenues : public testing::TestWithParam<std::array<const char*, 3>> {};

TEST_P(WrongVenues, AreSaidWithTheirPlaceAndNothingIsWritten) {
    const auto& [file, text, said] = GetParam();
    const std::string extra = mini::scratch("wrong-venues");
    std::ofstream(extra + "/" + file, std::ios::binary) << text;
    const auto run = mini::compile(mini::recipe(), extra);
    EXPECT_FALSE(run.atlas);
    EXPECT_NE(run.firstProblem().find(said), std::string::npos) << run.firstProblem();
}

#define HEADER "Name,Type,Street,Town,Postcode,Longitude,Latitude,Closed,Page,Monday,Tuesday,As of,By\n"
#define HUB "Quay Hub,Hub,,,,-0.035,51.505,,,,,,\n"
#define LIBRARY "Town Library,Library,,,,-0.035,51.505,,,,,,\n"

INSTANTIATE_TEST_SUITE_P(
    Files, WrongVenues,
    testing::Values(
        std::array{"venues.csv", HEADER HUB "Town Library,Library,,,,west,51.505,,,,,,\n",
                   "venues.csv, row 3: expected a number in \"Longitude\", found \"west\""},
        std::array{"venues.csv", HEADER HUB "Town Library,Library,,,,530000,180000,,,,,,\n",
                   "venues.csv, row 3: its point 530000, 180000 is no place on Earth by EPSG:4326"},
        std::array{"venues.csv", HEADER LIBRARY, "venues.csv: no row has \"Hub\" in the column \"Type\""},
        std::array{"venues.csv",
                   HEADER "Quay Hub,Hub,,,,51.505,-0.035,,,,,,\nTown Library,Library,,,,51.5,-0.03,,,,,,\n",
                   "and of a table by naming the other column \"east\""},
        std::array{"venues.csv", "Name,Type\nQuay Hub,Hub\n", "\"Street\""},
        std::array{
            "hubs.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"title\":\"Quay\"},"
            "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,51],[1,51]]}}]}",
            "feature 1, \"Quay\": is a Line String, not a point"},
        std::array{
            "hubs.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"title\":\"Quay\"},"
            "\"geometry\":{\"type\":\"Point\",\"coordinates\":[530000,180000]}}]}",
            "which are metres and no degrees"},
        std::array{
            "hubs.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"Quay\"},"
            "\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,51]}}]}",
            "has no attribute \"title\""},
        std::array{"services.json", "{\"service\": []}", "has no services"},
        std::array{"services.json", "{\"service\": [{\"id\": 1, \"name\": \"x\"}]}",
                   "services.json: no service has \"location.name\". There are \"service.id\", \"service.name\""},
        std::array{"services.json", "{\"service\": ", "this is not JSON"},
        std::array{
            "catchments.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"place\":\"Town "
            "Library\",\"seconds\":250},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-0.05,51.5],[-0.04,51.5],"
            "[-0.04,51.51],[-0.05,51.5]]]}}]}",
            "feature 1: expected seconds that are whole minutes, up to a day, found \"250\""},
        std::array{
            "catchments.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"place\":\"Tower "
            "Library\",\"seconds\":300},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-0.05,51.5],[-0.04,51.5],"
            "[-0.04,51.51],[-0.05,51.5]]]}}]}",
            "catchments.geojson: none of its catchments is called as a venue is. The first is \"Tower Library\""},
        std::array{
            "catchments.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"place\":\"Town "
            "Library\",\"seconds\":300},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-60,51.5],[60,51.5],"
            "[60,51.6],[-60,51.5]]]}}]}",
            "feature 1: has a part with more than 20,000 corners, or is wider than 90°"}),
    [](const auto& test) { return "Case" + std::to_string(test.index); });

std::string mistakeIn(const std::string& from, const std::string& to) {
    Problems problems;
    EXPECT_FALSE(readRecipe(mini::replaced(mini::recipe(), from, to), "r.json", {}, problems));
    return problems.any() ? problems.sentences()[0] : std::string();
}

TEST(VenueRecipe, SaysWhereItIsWrong) {
    EXPECT_EQ(mistakeIn("\"Hub\": \"hub\"", "\"Hub\": \"hubs\""),
              "r.json: $.venues.lists[0].kind.is.Hub: expected the id of a kind of venue, found \"hubs\"");
    EXPECT_EQ(mistakeIn("\"name\": \"{Name}\"", "\"name\": \"{Name\""),
              "r.json: $.venues.lists[0].name: expected a text with names of columns in braces: \"{Name}\", found "
              "\"{Name\"");
    EXPECT_EQ(mistakeIn("\"list\": \"venues\"", "\"list\": \"places\""),
              "r.json: $.venues.catchments[0].list: expected the id of a list of venues, found \"places\"");
    EXPECT_EQ(
        mistakeIn("\"of\": \"{place}\"", "\"of\": \"place\""),
        "r.json: $.venues.catchments[0].of: expected a text with the name of a column in braces, found \"place\"");
    EXPECT_EQ(mistakeIn("\"format\": \"layer\"", "\"format\": \"layers\""),
              "r.json: $.venues.lists[1].format: expected \"table\", \"layer\" or \"open-referral\", found \"layers\"");
    EXPECT_EQ(mistakeIn("\"format\": \"layer\"", "\"format\": \"table\""),
              "r.json: $.venues.lists[1]: does not say where its venues are. Name \"east\" and \"north\", or "
              "\"postcode\"");
    EXPECT_EQ(
        mistakeIn("\"format\": \"layer\",", "\"format\": \"layer\", \"east\": \"x\", \"north\": \"y\","),
        "r.json: $.venues.lists[1]: the points of a layer are in the layer: \"east\" and \"north\" are not needed");
    EXPECT_EQ(mistakeIn("\"licence\": \"ODbL 1.0\",", ""),
              "r.json: $.venues.sources[1]: does not have the member \"licence\"");
    EXPECT_EQ(mistakeIn("\"id\": \"hubs\"", "\"id\": \"venues\""),
              "r.json: $.venues.lists: the id \"venues\" is here twice");
    EXPECT_EQ(mistakeIn("\"name\": \"{title}\",", ""), "r.json: $.venues.lists[1]: does not have the member \"name\"");
}

// Names are compared by their letters and digits alone, however a publisher makes a file's name of them.
TEST(VenueRecipe, MayNameAFileOnlyThatItHas) {
    EXPECT_EQ(mistakeIn("\"sources\": [", "\"files\": {\"hub.geojson\": {}}, \"sources\": ["),
              "r.json: $.files.hub.geojson: no part of the recipe names this file");
    Problems problems;
    EXPECT_TRUE(
        readRecipe(mini::replaced(mini::recipe(), "\"carries\"", "\"files\": {\"hubs.geojson\": {}}, \"carries\""),
                   "r.json", {}, problems));
}

}  // namespace
}  // namespace dex
