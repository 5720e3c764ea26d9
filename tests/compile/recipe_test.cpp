#include "compile/recipe.h"

#include <gtest/gtest.h>

#include "compile/mini.h"

namespace dex {
namespace {

std::string mistake(const std::string& from, const std::string& to) {
    Problems problems;
    EXPECT_FALSE(readRecipe(mini::replaced(mini::recipe(), from, to), "r.json", {}, problems));
    return problems.any() ? problems.sentences()[0] : std::string();
}

TEST(Recipe, OfTheProjectIsRead) {
    for (const char* name : {"london.json", "london-boroughs.json"}) {
        Problems problems;
        EXPECT_TRUE(readRecipe(mini::textOf(std::string(DEX_ROOT) + "/data/recipes/" + name), name, {}, problems))
            << name;
        for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    }
}

TEST(Recipe, MistakeIsAnsweredWithItsPlaceAndWhatWasExpected) {
    EXPECT_EQ(mistake("\"display\": \"percent\"", "\"display\": \"per cent\""),
              "r.json: $.indicators[0].display: expected \"number\" or \"percent\", found \"per cent\"");
    EXPECT_EQ(mistake("\"geography\": \"old\"", "\"geography\": \"older\""),
              "r.json: $.tables[2].geography: expected the id of the base, a grouping or a carry, found \"older\"");
    EXPECT_EQ(mistake("\"decimals\": 4", "\"decimals\": \"4\""),
              "r.json: $.carries[0].decimals: expected a whole number from 0 to 9, found \"4\"");
    EXPECT_EQ(mistake("\"classes\": 5", "\"classes\": 6"),
              "r.json: $.defaultView.classes: expected a whole number from 3 to 5, found 6");
}

TEST(Recipe, NeedsLicenceAndAttribution) {
    EXPECT_EQ(mistake("\"licence\": \"CC0 1.0\",", ""), "r.json: $.sources[0]: does not have the member \"licence\"");
    EXPECT_EQ(mistake("\"attribution\": \"Made by hand.\"\n  }", "\"attribution\": \"\"\n  }"),
              "r.json: $.sources[0].attribution: expected a text that is not empty, found \"\"");
}

TEST(Recipe, TakesNoAddressButOneOfTheWeb) {
    EXPECT_EQ(mistake("\"licence\": \"CC0 1.0\",", "\"licence\": \"CC0 1.0\", \"url\": \"javascript:alert(1)\","),
              "r.json: $.sources[0].url: expected an address that begins with https://");
}

TEST(Recipe, RefusesUnknownMembers) {
    EXPECT_EQ(mistake("\"place\": \"Town\"", "\"place\": \"Town\", \"colour\": 1").substr(0, 42),
              "r.json: $.colour: is not a known member. E");
}

TEST(Recipe, RefusesFilesOutsideTheDataFolder) {
    EXPECT_EQ(mistake("\"file\": \"areas.geojson\"", "\"file\": \"../areas.geojson\""),
              "r.json: $.base.file: expected a file name relative to the data folder, without .., found "
              "\"../areas.geojson\"");
}

TEST(Recipe, SaysWhereItIsNotJson) {
    EXPECT_EQ(mistake("\"recipe\": 1,", "\"recipe\": 1,,"), "r.json, line 3, column 14: this is not JSON");
}

TEST(Recipe, RefusesSharesOfAreasThatWereSplit) {
    EXPECT_EQ(mistake("\"column\": \"score\",\n    \"subtractFrom\": 100",
                      "\"numerator\": {\"column\": \"score\"}, \"denominator\": {\"column\": \"score\"}")
                  .substr(0, 62),
              "r.json: $.indicators[2].value: expected a published number: th");
}

TEST(Recipe, RefusesAnIndexThatCannotBeScored) {
    EXPECT_EQ(mistake("\"id\": \"N1.older\",\n      \"weight\": 1", "\"id\": \"N1.older\",\n      \"weight\": 11"),
              "r.json: $.index.needs[0].indicators[0].weight: expected a whole number from 0 to 10, found 11");
    EXPECT_EQ(mistake("\"label\": \"One\"", "\"label\": \"One\", \"weights\": 1").substr(0, 41),
              "r.json: $.index.needs[0].weights: is not ");
    EXPECT_EQ(mistake("\"id\": \"N2.rent\",\n      \"weight\"", "\"id\": \"N1.older\",\n      \"weight\""),
              "r.json: $.index.needs[1].indicators[0].id: this indicator is in the index twice");
    EXPECT_EQ(mistake("\"id\": \"N2.rent\",\n      \"weight\"", "\"id\": \"N2.rents\",\n      \"weight\""),
              "r.json: $.index.needs[1].indicators[0].id: expected the id of an indicator, found \"N2.rents\"");
    EXPECT_EQ(mistake("\"id\": \"N2.rent\",\n      \"weight\"", "\"id\": \"C.score\",\n      \"weight\""),
              "r.json: $.index.needs[1].indicators[0].id: expected an indicator of kind \"need\", found \"C.score\"");
    EXPECT_EQ(mistake("\"arithmetic\": \"rank\"", "\"arithmetic\": \"mean\""),
              "r.json: $.index.arithmetic: expected \"rank\", \"min-max\", \"winsorised\" or \"iod\", found \"mean\"");
}

}  // namespace
}  // namespace dex
