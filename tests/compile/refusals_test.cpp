// Every way in which a recipe is refused, with what is said: the mini recipe with a part of it changed.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "compile/mini.h"
#include "compile/recipe.h"

namespace dex {
namespace {

using nlohmann::json;

// Everything that is said about a recipe, a sentence a line.
std::string saidOf(const json& recipe) {
    Problems problems;
    EXPECT_FALSE(readRecipe(recipe.dump(), "r.json", {}, problems));
    std::string all;
    for (const std::string& sentence : problems.sentences()) all += sentence + "\n";
    return all;
}

// By the operations of RFC 6902.
std::string saidAfter(const std::string& operations) {
    return saidOf(json::parse(mini::recipe()).patch(json::parse(operations)));
}

class Refused : public testing::TestWithParam<std::array<const char*, 2>> {};

TEST_P(Refused, SaysWhereAndWhatWasExpected) {
    const auto& [operations, sentence] = GetParam();
    const std::string said = saidAfter(operations);
    EXPECT_NE(said.find(std::string("r.json: $") + sentence + "\n"), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(
    Recipes, Refused,
    testing::Values(
        std::array{R"([{"op": "copy", "from": "/sources/0", "path": "/sources/-"}])",
                   R"(.sources[1]: its id "made-up" is here twice)"},
        std::array{R"([{"op": "copy", "from": "/tables/0", "path": "/tables/-"}])",
                   R"(.tables[5]: its id "people" is here twice)"},
        std::array{R"([{"op": "copy", "from": "/indicators/0", "path": "/indicators/-"}])",
                   R"(.indicators[5]: its id "N1.older" is here twice)"},
        std::array{R"([{"op": "replace", "path": "/index/needs/1/id", "value": "N1"}])",
                   R"(.index.needs[1]: its id "N1" is here twice)"},
        std::array{R"([{"op": "replace", "path": "/groupings/1/id", "value": "ward"}])",
                   R"(: the id "ward" names two geographies)"},
        std::array{R"([{"op": "replace", "path": "/carries/0/id", "value": "ward"}])",
                   R"(: the id "ward" names two geographies)"},
        std::array{R"([{"op": "replace", "path": "/tables/3/marks", "value": 5}])",
                   R"(.tables[3].marks: expected an object, found 5)"},
        std::array{R"([{"op": "replace", "path": "/tables/3/marks", "value": {"x": "gone"}}])",
                   R"(.tables[3].marks["x"]: expected "suppressed" or "not-published", found "gone")"},
        std::array{
            R"([{"op": "remove", "path": "/index"}, {"op": "remove", "path": "/defaultView/indicator"},
                {"op": "add", "path": "/defaultView/show", "value": "overall"}])",
            R"(.defaultView.show: there is no index to show)"},
        std::array{R"([{"op": "add", "path": "/defaultView/show", "value": "overall"}])",
                   R"(.defaultView.indicator: one view shows either the index or an indicator)"},
        std::array{R"([{"op": "replace", "path": "/lods/1/gridBits", "value": 18}])",
                   R"(.lods[1]: expected a finer level of detail than the one before: a smaller toleranceMetres)"},
        std::array{
            R"([{"op": "replace", "path": "/lods/1/toleranceMetres", "value": 1}])",
            R"(.lods[1].toleranceMetres: expected 0: the last level of detail is the source at its grid, found 1)"},
        std::array{R"([{"op": "replace", "path": "/lods", "value": []}])",
                   R"(.lods: expected a list with at least one entry, found a list)"},
        std::array{R"([{"op": "replace", "path": "/groupings", "value": 5}])",
                   R"(.groupings: expected a list, found 5)"},
        std::array{R"([{"op": "replace", "path": "/indicators/0/table", "value": "x"}])",
                   R"(.indicators[0].table: expected the id of a table, found "x")"},
        std::array{R"([{"op": "replace", "path": "/base/source", "value": "x"}])",
                   R"(.base.source: expected the id of a source, found "x")"},
        std::array{R"([{"op": "add", "path": "/indicators/3/value/where", "value": 5}])",
                   R"(.indicators[3].value.where: expected an object with a member for each column, found 5)"},
        std::array{R"([{"op": "add", "path": "/indicators/3/value/where", "value": {}}])",
                   R"(.indicators[3].value.where: expected an object with a member for each column, found an object)"},
        std::array{
            R"([{"op": "replace", "path": "/indicators/0/value/numerator", "value": {}}])",
            R"(.indicators[0].value.numerator: expected an object with "column", "columns" or "rows", found an object)"},
        std::array{
            R"([{"op": "replace", "path": "/indicators/3/value", "value": {}}])",
            R"(.indicators[3].value: expected an object with "column", or with "numerator" and "denominator", found an object)"},
        std::array{R"([{"op": "add", "path": "/indicators/3/value/subtractFrom", "value": 1e30}])",
                   R"(.indicators[3].value.subtractFrom: expected a number of at most 18 digits, found 1e+30)"},
        std::array{R"([{"op": "add", "path": "/indicators/3/value/subtractFrom", "value": "1"}])",
                   R"(.indicators[3].value.subtractFrom: expected a number of at most 18 digits, found "1")"},
        std::array{R"([{"op": "add", "path": "/indicators/0/polarity", "value": 0}])",
                   R"(.indicators[0].polarity: expected 1 or -1, found 0)"},
        std::array{R"([{"op": "replace", "path": "/residents/table", "value": "propensity"}])",
                   R"(.residents.table: expected a table whose geography is the base, found "propensity")"},
        std::array{R"([{"op": "add", "path": "/files", "value": {"other.csv": {}}}])",
                   R"(.files.other.csv: no part of the recipe names this file)"},
        std::array{R"([{"op": "add", "path": "/files", "value": {"people.csv": 5}}])",
                   R"(.files.people.csv: expected an object, found 5)"},
        std::array{R"([{"op": "add", "path": "/files", "value": 5}])",
                   R"(.files: expected an object with a member for each file, found 5)"},
        std::array{
            R"([{"op": "add", "path": "/files", "value": {"people.csv": {"encoding": "klingon"}}}])",
            R"(.files.people.csv.encoding: expected the name of an encoding, such as "windows-1252", found "klingon")"},
        std::array{R"([{"op": "replace", "path": "/tables/0/geography", "value": "ward"}])",
                   R"(.residents.table: expected a table whose geography is the base, found "people")"},
        std::array{
            R"([{"op": "replace", "path": "/indicators/0/value", "value": {"denominator": {"column": "Total"}}}])",
            R"(.indicators[0].value: does not have the member "numerator")"},
        std::array{R"([{"op": "replace", "path": "/id", "value": "a{"}])",
                   R"(.id: expected an id: a letter, then letters, digits, _ . or -, found "a{")"},
        std::array{R"([{"op": "replace", "path": "/id", "value": "1a"}])",
                   R"(.id: expected an id: a letter, then letters, digits, _ . or -, found "1a")"},
        std::array{R"([{"op": "replace", "path": "/id", "value": "a b"}])",
                   R"(.id: expected an id: a letter, then letters, digits, _ . or -, found "a b")"},
        std::array{R"([{"op": "replace", "path": "/tables/4/optional", "value": "yes"}])",
                   R"(.tables[4].optional: expected true or false, found "yes")"},
        std::array{R"([{"op": "replace", "path": "/carries/0/lookup/split", "value": []}])",
                   R"(.carries[0].lookup.split: expected a list of texts with at least one entry, found a list)"},
        std::array{R"([{"op": "replace", "path": "/base/file", "value": "/etc/passwd"}])",
                   R"(.base.file: expected a file name relative to the data folder, without .., found "/etc/passwd")"}),
    [](const auto& test) { return "Case" + std::to_string(test.index); });

// What is seldom said, all at once, is no mistake.
TEST(RefusedRecipe, HasNothingAgainstAllThatARecipeMaySay) {
    const json recipe = json::parse(mini::recipe()).patch(json::parse(R"([
        {"op": "replace", "path": "/title", "value": "Two\nlines\tof it"},
        {"op": "add", "path": "/sources/0/url", "value": "http://publisher.example/"},
        {"op": "add", "path": "/base/leaveOut", "value": ["X01"]},
        {"op": "add", "path": "/groupings/0/names",
         "value": {"file": "names.csv", "key": "code", "name": "name", "source": "made-up"}},
        {"op": "add", "path": "/carries/0/lookup/complex", "value": ["X"]},
        {"op": "replace", "path": "/tables/3/marks", "value": {"x": "suppressed", "y": "not-published"}},
        {"op": "replace", "path": "/tables/4/optional", "value": false},
        {"op": "add", "path": "/indicators/3/value/where", "value": {"year": "2021", "sex": ["all", "F"]}},
        {"op": "add", "path": "/indicators/3/value/state", "value": "weighted-roll-up"},
        {"op": "add", "path": "/indicators/4/value/state", "value": "value"},
        {"op": "add", "path": "/files", "value": {
            "areas.geojson": {"plane": "EPSG:27700", "order": "latitude-first"},
            "people.csv": {"encoding": "windows-1252", "decimal": ",", "header": ["code", "n"], "sheet": "One"},
            "homes.csv": {"order": "longitude-first", "decimal": "."}}}])"));
    Problems problems;
    const auto read = readRecipe(recipe.dump(), "r.json", {}, problems);
    for (const std::string& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    ASSERT_TRUE(read);
    EXPECT_EQ(read->carries[0].complex, std::vector<std::string>{"X"});
    EXPECT_TRUE(read->files.at("areas.geojson").isLatitudeFirst);
    EXPECT_EQ(read->files.at("people.csv").decimal, ',');
    EXPECT_EQ(read->indicators[3].value.number.where.at("sex").size(), 2u);
}

TEST(RefusedRecipe, NamesTheFirstMemberThatIsThereTwice) {
    Problems problems;
    EXPECT_FALSE(readRecipe(R"({"a": 1, "b": 2, "b": 3, "a": 4})", "r.json", {}, problems));
    EXPECT_EQ(problems.sentences()[0], R"(r.json: the member "b" is twice in one object. Leave one of them)");
}

// Nothing that rests on a table that is not there stays in a recipe, not even a need.
TEST(RefusedRecipe, LeavesOutWhatRestsOnAbsentTables) {
    Problems problems;
    auto recipe = json::parse(mini::recipe());
    recipe["households"] = recipe["residents"];
    recipe["households"]["table"] = "homes";
    recipe["defaultView"]["indicator"] = "N1.older";
    const auto read = readRecipe(recipe.dump(), "r.json", {"homes", "absent"}, problems);
    for (const std::string& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    ASSERT_TRUE(read);
    EXPECT_EQ(read->tables.size(), 3u);
    EXPECT_FALSE(read->households);
    for (const auto& one : read->indicators) EXPECT_NE(one.shown.id, "N2.rent");
    for (const Need& need : read->index->needs) EXPECT_NE(need.id, "N2");
    for (const char* member : {"index", "households", "postcodes", "venues"}) recipe.erase(member);
    recipe["files"]["people.csv"] = {{"decimal", "."}};
    EXPECT_TRUE(readRecipe(recipe.dump(), "r.json", {"homes", "absent"}, problems));
}

TEST(RefusedRecipe, OfVenuesByPostcodeWithoutPostcodes) {
    auto recipe = json::parse(mini::recipe());
    recipe.erase("postcodes");
    EXPECT_NE(saidOf(recipe).find("$.venues: a list names a column of postcodes, and the recipe has no \"postcodes\""),
              std::string::npos);
}

TEST(RefusedRecipe, OfTextsThatAreTooLong) {
    auto recipe = json::parse(mini::recipe());
    recipe["title"] = std::string(4097, 'x');
    EXPECT_NE(saidOf(recipe).find("$.title: is longer than 4,096 bytes"), std::string::npos);
}

// More than a reader of the atlas takes.
TEST(RefusedRecipe, OfListsThatAreTooLong) {
    auto recipe = json::parse(mini::recipe());
    const json indicator = recipe["indicators"][0], grouping = recipe["groupings"][0],
               need = recipe["index"]["needs"][0];
    for (int i = 0; i < 600; ++i) recipe["indicators"].push_back(indicator);
    for (int i = 0; i < 20; ++i) recipe["groupings"].push_back(grouping);
    for (int i = 0; i < 100; ++i) recipe["index"]["needs"].push_back(need);
    recipe["index"]["needs"][0]["segments"] = std::vector<std::string>(100, "x");
    const std::string said = saidOf(recipe);
    EXPECT_NE(said.find("$.indicators: has 605, and 512 are the most"), std::string::npos);
    EXPECT_NE(said.find("$.groupings: has 22, and 15 are the most"), std::string::npos);
    EXPECT_NE(said.find("$.index.needs: expected at most "), std::string::npos);
    EXPECT_NE(said.find("$.index.needs[0].segments: expected at most "), std::string::npos);
}

}  // namespace
}  // namespace dex
