#include "output/column_guide.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

const AtlasHead& head() { return town::files().head; }

ColumnGuide guideNamed(const TableShape& shape, std::string_view name) {
    const auto columns = tableColumnsOf(head(), shape);
    const auto guides = columnGuides(head(), shape);
    EXPECT_EQ(columns.size(), guides.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) return guides[i];
    }
    ADD_FAILURE() << name;
    return {};
}

constexpr TableShape kScored{.level = 1, .hasScores = true, .hasStability = true, .figures = FigureColumns::WithUnit};

TEST(ColumnGuide, SaysOfEveryColumnWhatItIs) {
    for (const TableShape& shape : {kScored, TableShape{.level = 0}, TableShape{.level = 3, .hasDetail = true}}) {
        for (const ColumnGuide& guide : columnGuides(head(), shape)) {
            EXPECT_FALSE(guide.label.empty());
            EXPECT_EQ(guide.label.find('{'), std::string::npos) << guide.label;
            EXPECT_EQ(guide.note.find('{'), std::string::npos) << guide.note;
        }
    }
}

TEST(ColumnGuide, SaysUnitDirectionDateSourceAndLicenceOfAFigure) {
    const ColumnGuide young = guideNamed(kScored, "G.young");
    EXPECT_EQ(young.label, "G.young");
    EXPECT_EQ(young.unit, "of residents");
    EXPECT_EQ(young.direction, "A lower figure means a higher risk.");
    EXPECT_EQ(young.date, "2021");
    EXPECT_EQ(young.source, "A publisher: A title");
    EXPECT_EQ(young.licence, "A licence");
    EXPECT_EQ(guideNamed(kScored, "N1.older").direction, "A higher figure means a higher risk.");
    EXPECT_EQ(guideNamed(kScored, "G.young.state").label, "G.young: state of the figure");
    EXPECT_EQ(guideNamed({.level = 1}, "N1.older.numerator").label, "N1.older: number counted");
}

TEST(ColumnGuide, SaysOfWhatLevelPlacesAre) {
    EXPECT_EQ(guideNamed(kScored, "code").label, "Code of the ward");
    EXPECT_EQ(guideNamed(kScored, "district.code").label, "Code of the district in which it lies");
    EXPECT_EQ(guideNamed(kScored, "n").label, "Number of wards that have a rank");
}

TEST(TableColumns, HaveNamesOfTheirOwnWithoutDots) {
    AtlasHead two = head();
    two.indicators[1].id = "N1_older";
    two.indicators[2].id = "N1-older";
    const auto columns = tableColumnsOf(two, {.level = 3, .figures = FigureColumns::WithUnit, .hasDots = false});
    std::vector<std::string> names;
    for (const TableColumn& one : columns) {
        EXPECT_EQ(one.name.find_first_of(".-"), std::string::npos) << one.name;
        EXPECT_EQ(std::count(names.begin(), names.end(), one.name), 0) << one.name;
        names.push_back(one.name);
    }
    EXPECT_EQ(std::count(names.begin(), names.end(), "N1_older_3"), 1);
}

TEST(CsvwText, NamesTheFileItsKeyAndWhatMayStandInAColumn) {
    const std::string name[] = {"a \"b\".csv"}, two[] = {"a.csv", "b.csv"};
    const std::string json = csvwText(head(), kScored, name, "0123456789ab");
    EXPECT_NE(json.find("\"url\": \"a \\\"b\\\".csv\""), std::string::npos);
    EXPECT_NE(json.find("\"primaryKey\": \"code\""), std::string::npos);
    EXPECT_NE(json.find("Method and figures: 0123456789ab."), std::string::npos);
    EXPECT_NE(json.find("\"name\": \"N1_older_state\",\n      \"titles\": \"N1.older.state\""), std::string::npos);
    EXPECT_NE(json.find("\"format\": \"value|carried|wider-area|"), std::string::npos);
    const std::string group = csvwText(head(), {}, two, "");
    EXPECT_EQ(group.find("dc:description\": \"Method"), std::string::npos);
    EXPECT_NE(group.find("\"tables\": [{\"url\": \"a.csv\"}, {\"url\": \"b.csv\"}]"), std::string::npos);
}

}  // namespace
}  // namespace dex
