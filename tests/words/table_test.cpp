#include "words/table.h"

#include <gtest/gtest.h>

#include "support/findings_example.h"

namespace dex {
namespace {

TEST(Table, IsNamedAfterItsHolder) {
    FindingsExample example;
    EXPECT_EQ(tableTitle(example.findings, example.head.levels[0], "Southwark", 173), "Southwark’s 173 small areas");
    EXPECT_EQ(tableTitle(example.findings, example.head.levels[2], "City of London", 1), "City of London’s 1 borough");
}

TEST(Table, NamesMeasureAndUnitInItsColumns) {
    FindingsExample example;
    const auto columns = tableColumns(example.findings, true);
    EXPECT_EQ(columns[0], "People in income deprivation, share of people");
    EXPECT_EQ(columns[1], "Rank");
    EXPECT_EQ(columns[2], "Small areas in London’s highest fifth");
    EXPECT_EQ(tableColumns(example.findings, false)[2], "Class");
}

TEST(Table, SaysOfAScoreWhatItsEndsAre) {
    FindingsExample example;
    example.addIndex();
    example.show({MeasureKind::Need, 0});
    const auto columns = tableColumns(example.findings, true);
    EXPECT_EQ(columns[0], "Connectivity need score, 0 (low need) to 10 (high need)");
    EXPECT_EQ(columns[1], "Risk rank");
    EXPECT_EQ(columns[2], "Small areas in London’s highest-risk fifth");
}

TEST(Table, SortsByRankWhatReadsAsAValue) {
    FindingsExample example;
    AreaFinding area = example.area(0.184, 400, 4994, 0.92);
    area.standing->isJoint = true;
    const TableRow row = tableRow(example.findings, area, nullptr);
    EXPECT_EQ(row[0].key, "400");
    EXPECT_EQ(row[1].text, "400 (joint)");
    EXPECT_FALSE(row[2].text.empty());
    const InsideFinding inside{41, 173};
    EXPECT_EQ(tableRow(example.findings, area, &inside)[2].text, "41 of 173");
    EXPECT_EQ(tableRow(example.findings, area, &inside)[2].key, "41");
}

TEST(Table, SaysWhyThereIsNoFigureAndSortsItLast) {
    FindingsExample example;
    AreaFinding area;
    area.name = "Somewhere";
    area.state = CellState::Suppressed;
    const TableRow row = tableRow(example.findings, area, nullptr);
    EXPECT_EQ(row[0].text, "The figure is not published, so that nobody can be identified.");
    for (const auto& cell : row) EXPECT_EQ(cell.key, "");
}

}  // namespace
}  // namespace dex
