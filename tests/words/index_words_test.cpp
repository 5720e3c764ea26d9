#include <gtest/gtest.h>

#include "support/findings_example.h"
#include "words/table.h"
#include "words/write_facts.h"

namespace dex {
namespace {

TEST(IndexWords, ACardSaysWhatStandsOutAndHowHighTheRiskIs) {
    ScoredExample example;
    const CardFacts card = example.card();
    EXPECT_EQ(
        card.sentence,
        "The biggest need here is affordability. Overall, this small area is in the highest-risk 10% of London’s small "
        "areas.");
    EXPECT_EQ(card.value, "8.9 out of 10");
    EXPECT_TRUE(card.source.ends_with("ranked within London")) << card.source;
    ASSERT_EQ(card.needs.size(), 2u);
    EXPECT_EQ(card.needs[0].position, "medium risk");
    EXPECT_EQ(card.needs[1].position, "highest-risk 10%");
    EXPECT_TRUE(card.needs[1].standsOut);
    EXPECT_EQ(card.needs[1].spoken, "Affordability and devices need: highest-risk 10%, the biggest need here");
    ASSERT_EQ(card.groups.size(), 1u);
    EXPECT_EQ(card.groups[0].value, "12.1%");
    EXPECT_EQ(card.groups[0].whole, "11.9%");
    EXPECT_EQ(
        card.drivers,
        "Biggest factors in overall risk: share of people in income deprivation, then share of older people (65 and "
        "over).");
    EXPECT_EQ(
        card.segments,
        "Across London, need for help with affordability affects these groups most (as named by the London Office of "
        "Technology and Innovation): “Financially constrained”.");
}

TEST(IndexWords, NamesASecondNeedThatIsCloseBehindAndSaysWhereNoneStandsOut) {
    ScoredExample example;
    example.findings.selected->index->second = 0;
    EXPECT_TRUE(
        example.card().sentence.starts_with("The biggest need here is affordability, with connectivity close behind."));
    example.findings.selected->index->leader.reset();
    example.findings.selected->index->second.reset();
    EXPECT_TRUE(example.card().sentence.starts_with("No single need stands out here."));
}

TEST(IndexWords, WordsNoTenthAmongFewAreas) {
    ScoredExample example;
    example.findings.selected->index = example.index(0.92, 6);
    const CardFacts card = example.card();
    EXPECT_EQ(card.sentence, "The biggest need here is affordability.");
    EXPECT_EQ(card.needs[1].position, "9.4 out of 10");
}

TEST(IndexWords, SaysWhyThereIsNoNumber) {
    ScoredExample example;
    example.findings.selected->index->needs[0] = {};
    EXPECT_EQ(example.card().needs[0].position, "no data");
    example.findings.selected->isOutOfScope = true;
    EXPECT_EQ(example.card().value, "Outside the areas being ranked, so it has no score");
}

TEST(IndexWords, SteadinessSaysTenthsAsShares) {
    ScoredExample example;
    auto& steady = example.findings.selected->index->steadiness;
    steady = SteadinessFinding{250, 1000, 10, 10, 10, 240};
    EXPECT_EQ(example.card().steadiness, "Trying other weights: 25% done");
    steady = SteadinessFinding{1000, 1000, 10, 9, 10, 960};
    EXPECT_EQ(example.card().steadiness,
              "Steady: overall it is in the highest-risk 10% in 960 of 1,000 trials with other weights.");
    steady->timesInBand = 1000;
    EXPECT_EQ(example.card().steadiness,
              "Steady: overall it is in the highest-risk 10% in all 1,000 trials with other weights.");
    steady = SteadinessFinding{1000, 1000, 7, 5, 8, 600};
    EXPECT_EQ(example.card().steadiness,
              "Varies somewhat: overall, between 20% and 60% of small areas rank higher for risk in 9 out of 10 trials "
              "with other weights.");
    steady = SteadinessFinding{1000, 1000, 8, 6, 10, 600};
    EXPECT_EQ(example.card().steadiness,
              "Depends on the weights: overall it is in the half with the higher risk in 9 out of 10 trials with other "
              "weights.");
    steady = SteadinessFinding{1000, 1000, 2, 1, 4, 600};
    EXPECT_EQ(example.card().steadiness,
              "Varies somewhat: overall it is in the lowest-risk 40% in 9 out of 10 trials with other weights.");
    steady = SteadinessFinding{1000, 1000, 5, 1, 10, 100};
    EXPECT_EQ(
        example.card().steadiness,
        "Depends on the weights: overall it is anywhere in the ranking in 9 out of 10 trials with other weights.");
    steady = SteadinessFinding{1000, 1000, 5, 2, 8, 200};
    EXPECT_TRUE(example.card().steadiness.starts_with("Depends on the weights"));
}

TEST(IndexWords, TheHeadlineCountsWhatStandsOut) {
    ScoredExample example;
    example.show({MeasureKind::Standout});
    example.findings.classes = {{0, 0, 41}, {0, 0, 117}, {0, 0, 15}};
    example.findings.areasInPlace = 173;
    example.choosePlace("Southwark");
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Affordability is the biggest need in 117 of Southwark’s 173 small areas");
    example.findings.chosenClass = 2;
    EXPECT_EQ(writeFacts(example.findings).headline, "In 15 of Southwark’s 173 small areas no single need stands out");
    const LegendFacts legend = writeFacts(example.findings).legend;
    EXPECT_EQ(legend.palette, Palette::Needs);
    ASSERT_EQ(legend.rows.size(), 3u);
    EXPECT_EQ(legend.rows[0].range, "Connectivity") << "in the recipe's order";
    EXPECT_EQ(legend.rows[2].range, "No need stands out");
    EXPECT_TRUE(writeFacts(example.findings).methods.choices.empty());
}

TEST(IndexWords, ANeedOfTwoNamesIsOneAndNoneIsNoneOnce) {
    ScoredExample example;
    example.head.index->needs[1].shortLabel = "Skills and language";
    EXPECT_TRUE(example.card().sentence.starts_with("The biggest need here is skills and language."));
    example.show({MeasureKind::Standout});
    example.findings.classes = {{0, 0, 0}, {0, 0, 173}, {0, 0, 0}};
    example.findings.areasInPlace = 173;
    example.choosePlace("Southwark");
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Skills and language is the biggest need in all 173 of Southwark’s small areas");
    example.findings.chosenClass = 0;
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Connectivity is the biggest need in none of Southwark’s 173 small areas");
    example.findings.chosenClass = 2;
    EXPECT_EQ(writeFacts(example.findings).headline, "In all 173 of Southwark’s small areas one need stands out");
}

TEST(IndexWords, ADifferenceIsSaidOfNoneOneAndAll) {
    ScoredExample example;
    example.show({MeasureKind::Difference, 0, 3});
    example.head.indicators[3].shortLabel = "DERI";
    example.choosePlace("Southwark");
    example.findings.classes = {{0, 0, 0}, {0, 0, 0}, {0, 0, 5}, {0, 0, 0}, {0, 0, 0}};
    example.findings.areasInPlace = 5;
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Our index puts none of Southwark’s 5 small areas higher in risk than DERI does");
    example.findings.classes[2].countInPlace = example.findings.classes[1].countInPlace = 1;
    example.findings.classes[2].countInPlace = 0;
    example.findings.areasInPlace = 1;
    example.findings.noDataInPlace = 0;
    example.choosePlace("City of London");
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Our index puts the City of London’s only small area lower in risk than DERI does");
    example.findings.level = 2;
    example.findings.classes[1].countInPlace = 0;
    example.findings.classes[2].countInPlace = 1;
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Our index puts the City of London in the same tenth of the ranking as DERI does");
}

TEST(IndexWords, NeedAndGroupMeetInASquare) {
    ScoredExample example;
    example.show({MeasureKind::TwoWay, 1, 2});
    example.findings.classes.assign(9, {0, 0, 100});
    example.findings.classes[8].countInPlace = 177;
    example.findings.areasInPlace = 900;
    Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.headline,
              "177 of London’s 900 small areas have a high need for help with affordability and a high share of older "
              "people");
    ASSERT_TRUE(facts.legend.square);
    EXPECT_EQ(facts.legend.square->chosen, "High need, high share: 177 small areas");
    EXPECT_EQ(facts.legend.rows[0].classIndex, 8u);
    EXPECT_EQ(facts.legend.rows[8].range, "Low need, low share of older people");
    EXPECT_EQ(facts.twoWayNeeds.chosen, 1u);
    ASSERT_EQ(facts.twoWayGroups.choices.size(), 1u);
    example.findings.chosenClass = 0;
    EXPECT_EQ(writeFacts(example.findings).legend.square->chosen, "Low need, low share: 100 small areas");
}

TEST(IndexWords, WhatMovedIsCountedBothWays) {
    ScoredExample example;
    example.show({MeasureKind::Moved});
    example.findings.classes = {{0, 0, 3}, {0, 0, 10}, {0, 0, 4000}, {0, 0, 20}, {0, 0, 1}};
    example.findings.areasInPlace = 4034;
    EXPECT_EQ(writeFacts(example.findings).headline, "You have not changed any settings");
    example.findings.adjust.isPublished = false;
    EXPECT_EQ(writeFacts(example.findings).headline,
              "With your settings, 34 of London’s 4,034 small areas move by a tenth of the ranking or more");
    Standing up;
    up.value = 312;
    up.classIndex = 3;
    example.findings.selected->standing = up;
    EXPECT_EQ(example.card().value, "Up 312 places in the risk ranking");
}

TEST(IndexWords, WeightsSayTheirShareAndWhatIsNotPublished) {
    ScoredExample example;
    example.findings.adjust.weights.needs[0] = 0;
    example.findings.adjust.isPublished = false;
    example.findings.adjust.movedCount = 312;
    const AdjustFacts adjust = *writeFacts(example.findings).adjust;
    ASSERT_EQ(adjust.needs.size(), 2u);
    EXPECT_EQ(adjust.needs[0].share, "left out");
    EXPECT_FALSE(adjust.needs[0].isPublished);
    EXPECT_TRUE(adjust.needs[0].inside.empty()) << "one indicator alone has nothing to be weighed against";
    EXPECT_EQ(adjust.needs[1].share, "100% of the score");
    ASSERT_EQ(adjust.needs[1].inside.size(), 2u);
    EXPECT_EQ(adjust.needs[1].inside[0].share, "67% of this need");
    EXPECT_EQ(adjust.banner, "Your own weights");
    EXPECT_EQ(adjust.changed, "312 of 4,994 small areas moved by a tenth of the ranking or more");
    example.findings.adjust.movedCount = 4994;
    EXPECT_EQ(writeFacts(example.findings).adjust->changed,
              "All 4,994 small areas moved by a tenth of the ranking or more");
    example.findings.adjust.movedCount = example.findings.rankedCount = 2;
    EXPECT_EQ(writeFacts(example.findings).adjust->changed, "Both small areas moved by a tenth of the ranking or more");
    example.findings.adjust.movedCount = example.findings.rankedCount = 1;
    EXPECT_EQ(writeFacts(example.findings).adjust->changed, "") << "one area has no rank";
    example.findings.adjust.weights.needs[1] = 0;
    EXPECT_EQ(writeFacts(example.findings).adjust->banner, "All weights are 0, so there is no score");
}

TEST(IndexWords, AScopeIsSaidWhereverSomethingIsRanked) {
    ScoredExample example;
    example.findings.adjust.scopeName = "Southwark";
    example.findings.adjust.isPublished = false;
    EXPECT_TRUE(example.card().sentence.ends_with(
        "Overall, this small area is in the highest-risk 10% of Southwark’s small areas."));
    EXPECT_EQ(writeFacts(example.findings).adjust->banner, "Compared within Southwark");
}

TEST(IndexWords, OneAreaAloneHasNoScoreAndSaysSo) {
    ScoredExample example;
    example.findings.rankedCount = example.findings.areasInPlace = 1;
    example.findings.noDataInPlace = 0;
    example.findings.adjust.scopeName = "Southwark";
    example.findings.level = 2;
    EXPECT_EQ(example.card().value, "The only borough being ranked, so it has no risk rank");
    EXPECT_EQ(tableRow(example.findings, *example.findings.selected, nullptr)[0].text, example.card().value);
    example.show({MeasureKind::Standout});
    EXPECT_EQ(writeFacts(example.findings).headline, "Southwark is the only borough compared, so it has no risk rank");
}

TEST(IndexWords, TheListSaysWhoseRanksTheseAre) {
    ScoredExample example;
    example.choosePlace("Southwark");
    example.findings.level = 1;
    example.findings.rankedCount = 684;
    example.findings.ranked = RankedPage{};
    const auto among = [&](const Measure& measure) {
        // As many as the measure has names for.
        example.findings.classes.resize(measure.kind == MeasureKind::TwoWay     ? 9
                                        : measure.kind == MeasureKind::Standout ? 3
                                                                                : 5);
        example.show(measure);
        return writeFacts(example.findings).ranked->among;
    };
    EXPECT_EQ(among({MeasureKind::Overall}), "Risk ranks are among London’s 684 wards.");
    EXPECT_EQ(among({MeasureKind::Need, 1}), "Risk ranks are among London’s 684 wards.");
    EXPECT_EQ(among({MeasureKind::Standout}), "Ranks are by overall risk, among London’s 684 wards.");
    EXPECT_EQ(among({MeasureKind::TwoWay, 1, 2}),
              "Ranks are by need for help with affordability, among London’s 684 wards.");
    EXPECT_EQ(among({MeasureKind::Moved}), "Ranks are by how many places an area moved up, among London’s 684 wards.");
    EXPECT_EQ(among({MeasureKind::Indicator, 2}), "Ranks are among London’s 684 wards.") << "a group is no risk";
    example.findings.adjust.scopeName = "Southwark";
    example.findings.rankedCount = 23;
    EXPECT_EQ(among({MeasureKind::Overall}), "Risk ranks are among Southwark’s 23 wards.");
    example.findings.rankedCount = 1;
    EXPECT_EQ(among({MeasureKind::Overall}), "") << "one has no rank";
}

TEST(IndexWords, TheListGivesRankNameAndValue) {
    ScoredExample example;
    RankedPage page;
    page.all = page.found = 41;
    page.first = 20;
    page.rows.push_back({{"small-area", "E01"}, "Peckham North", 21, true, 9.12, 4, false});
    example.findings.ranked = page;
    const RankedFacts ranked = *writeFacts(example.findings).ranked;
    EXPECT_EQ(ranked.title, "London’s small areas by overall risk");
    EXPECT_EQ(ranked.rows[0].rank, "21=");
    EXPECT_EQ(ranked.rows[0].value, "9.1");
    EXPECT_EQ(ranked.rows[0].id, "small-area:E01");
    EXPECT_EQ(ranked.pageText, "21 of 41");
    EXPECT_TRUE(ranked.hasPrevious);
    EXPECT_TRUE(ranked.hasNext);
}

TEST(IndexWords, TheListSaysHowManyNamesFit) {
    ScoredExample example;
    RankedPage page;
    page.typed = "peck";
    page.all = 41;
    page.found = 1;
    page.rows.push_back({{"small-area", "E01"}, "Peckham North", 21, false, 9.12, 4, false});
    example.findings.ranked = page;
    RankedFacts ranked = *writeFacts(example.findings).ranked;
    EXPECT_EQ(ranked.title, "London’s small areas by overall risk") << "the list is of all";
    EXPECT_EQ(ranked.pageText, "1 small area");
    EXPECT_EQ(ranked.typed, "peck");
    EXPECT_FALSE(ranked.hasNext);
    page.typed = "<b>";
    page.found = 0;
    page.rows.clear();
    example.findings.ranked = page;
    EXPECT_EQ(writeFacts(example.findings).ranked->pageText, "No matches for “<b>” in this list.");
}

}  // namespace
}  // namespace dex
