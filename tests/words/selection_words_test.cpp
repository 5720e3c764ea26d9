#include <gtest/gtest.h>

#include "support/findings_example.h"
#include "words/write_facts.h"

namespace dex {
namespace {

struct SelectionExample : ScoredExample {
    SelectionExample() {
        selection.areas = {14, 9, 23};
        selection.residents = SelectionFinding::Three{14230, 11887, 16849};
        findings.shares.smallAreas = 4994;
        findings.shares.ofWhole = {0.2, 0.2, 0.2};
        head.residents = 0;
    }
    SelectionFacts facts() const { return writeSelection(findings, selection); }
    SelectionFinding& found() { return selection; }

    SelectionFinding selection;
};

TEST(SelectionWords, SayHowManyAreasAndPeople) {
    SelectionExample example;
    EXPECT_EQ(example.facts().title, "Your selection");
    EXPECT_EQ(example.facts().areas, "14 small areas");
    EXPECT_EQ(example.facts().partly, "9 are wholly inside, and 23 at least partly.");
    EXPECT_EQ(example.facts().residents, "About 14,200 residents (11,900 to 16,800)");
}

TEST(SelectionWords, RoundToThreeDigitsThatCountAndNothingBelowAHundred) {
    SelectionExample example;
    example.found().residents = SelectionFinding::Three{1'234'567, 99, 1'235'000};
    EXPECT_EQ(example.facts().residents, "About 1,230,000 residents (99 to 1,240,000)");
    example.found().residents = SelectionFinding::Three{999, 0, 9'995};
    EXPECT_EQ(example.facts().residents, "About 999 residents (0 to 10,000)");
}

TEST(SelectionWords, AreExactWhereNothingLiesPartlyInside) {
    SelectionExample example;
    example.found().areas = {14, 14, 14};
    example.found().residents = SelectionFinding::Three{14230, 14230, 14230};
    EXPECT_EQ(example.facts().residents, "14,230 residents");
    EXPECT_EQ(example.facts().partly, "");
    example.found().areas = {1, 1, 1};
    example.found().residents = SelectionFinding::Three{1, 1, 1};
    EXPECT_EQ(example.facts().areas, "1 small area");
    EXPECT_EQ(example.facts().residents, "1 resident");
}

TEST(SelectionWords, AgreeInNumber) {
    SelectionExample example;
    example.found().areas = {2, 1, 5};
    EXPECT_EQ(example.facts().partly, "1 is wholly inside, and 5 at least partly.");
    example.found().areas = {1, 0, 5};
    EXPECT_EQ(example.facts().partly, "None is wholly inside, and 5 at least partly.");
    example.found().areas = {0, 0, 3};
    EXPECT_EQ(example.facts().areas, "No small areas yet");
    EXPECT_TRUE(example.facts().shares.rows.empty());
}

TEST(SelectionWords, NameTheLargerAreasUpToFive) {
    SelectionExample example;
    example.found().within = {{2, {"Southwark"}}, {1, {"A", "B", "C", "D", "E"}}};
    EXPECT_EQ(example.facts().within, (std::vector<std::string>{"Borough: Southwark", "Wards: A, B, C, D, E"}));
    example.found().within = {{1, {"A", "B", "C", "D", "E", "F", "G"}}};
    EXPECT_EQ(example.facts().within, (std::vector<std::string>{"Wards: A, B, C, D, E and 2 more"}));
}

TEST(SelectionWords, SayTheSharesBesideTheWhole) {
    SelectionExample example;
    example.found().shares = {0.38, 0.0, std::nullopt};
    EXPECT_EQ(example.facts().shares.sentence,
              "38% of its residents live in London’s highest-risk fifth for digital exclusion; London 20%.");
    ASSERT_EQ(example.facts().shares.rows.size(), 3u);
    EXPECT_EQ(example.facts().shares.rows[0].whole, "20%");
    EXPECT_EQ(example.facts().shares.rows[1].value, "0%");
    EXPECT_EQ(example.facts().shares.rows[2].value, "no data");
    example.found().shares = {0.0, 0.0, 0.0};
    EXPECT_EQ(example.facts().shares.sentence,
              "None of its residents live in London’s highest-risk fifth for digital exclusion; London 20%.");
}

TEST(SelectionWords, SayWhichNeedIsTheBiggest) {
    SelectionExample example;
    EXPECT_EQ(example.facts().standsOut, "");
    example.found().standsOut = 1;
    example.found().standsOutIn = 9;
    const std::string need = example.head.index->needs[1].shortLabel;
    EXPECT_EQ(example.facts().standsOut, need + " is the biggest need in 9 of its 14 small areas.");
    example.found().standsOutIn = 14;
    EXPECT_EQ(example.facts().standsOut, need + " is the biggest need in all of its small areas.");
    example.found().areas = {1, 1, 1};
    example.found().standsOutIn = 1;
    EXPECT_EQ(example.facts().standsOut, need + " is its biggest need.");
}

TEST(SelectionWords, GiveCountsOfPeopleWithTheirShares) {
    SelectionExample example;
    example.found().groups = {{2, CellState::Value, 0.163, 0.132, 2310}};
    EXPECT_EQ(example.facts().groups[0].value, "2,310, 16.3%");
    EXPECT_EQ(example.facts().groups[0].whole, "13.2%");
    example.found().groups = {{2, CellState::WeightedRollUp, 0.163, 0.132, {}}};
    EXPECT_EQ(example.facts().groups[0].value, "16.3%");
}

}  // namespace
}  // namespace dex
