#include "model/selection_finding.h"

#include <gtest/gtest.h>

#include "model/area_finding.h"
#include "model/people_shares.h"
#include "support/town.h"

namespace dex {
namespace {

class SelectionFindingOf : public testing::Test {
protected:
    void look(const char* view = "") {
        const Chosen chosen = resolve(parseView(view).view, library_);
        analysis_.update(chosen, library_);
    }
    Library library_ = town::opened();
    Analysis analysis_;
};

constexpr AreaMark kChosenOnly = kChosen | kTouched;

TEST_F(SelectionFindingOf, IsNothingUntilSomethingIsSelected) {
    town::supplyAll(library_);
    look();
    EXPECT_FALSE(selectionFinding(library_, analysis_));
    EXPECT_EQ(library_.grouping(library_.selectionLevel()), nullptr);
    library_.select(AreaMarks(6, 0));
    ASSERT_TRUE(selectionFinding(library_, analysis_));
    EXPECT_EQ(selectionFinding(library_, analysis_)->areas.chosen, 0);
    library_.select({});
    EXPECT_FALSE(selectionFinding(library_, analysis_));
}

TEST_F(SelectionFindingOf, CountsAreasAndTheirPeople) {
    town::supplyAll(library_);
    look();
    library_.select({kListed, kChosenOnly, kTouched, 0, kListed, 0});
    const SelectionFinding found = *selectionFinding(library_, analysis_);
    EXPECT_EQ(found.areas.chosen, 3);
    EXPECT_EQ(found.areas.inside, 2);
    EXPECT_EQ(found.areas.touched, 4);
    ASSERT_TRUE(found.residents);
    EXPECT_EQ(found.residents->chosen, 300);
    EXPECT_EQ(found.residents->inside, 200);
    EXPECT_EQ(found.residents->touched, 400);
    EXPECT_EQ(chosenAreas(library_), (std::vector<std::uint32_t>{0, 1, 4}));
    ASSERT_EQ(found.within.size(), 3u);
    EXPECT_EQ(found.within[0].level, 3u);
    EXPECT_EQ(found.within[0].names, (std::vector<std::string>{"West", "East"}));
    EXPECT_EQ(found.within[2].level, 1u);
    EXPECT_EQ(found.within[2].names.size(), 2u);
}

// What is the same set of small areas has the same figures, whatever made it.
TEST_F(SelectionFindingOf, SaysOfAWardWhatItsCardSays) {
    town::supplyAll(library_);
    look("by=ward");
    for (std::uint32_t ward = 0; ward < 3; ++ward) {
        AreaMarks marks(6, 0);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if ((*library_.grouping(1))[i] == ward) marks[i] = kListed;
        }
        library_.select(marks);
        const SelectionFinding found = *selectionFinding(library_, analysis_);
        const AreaFinding card = areaFinding(library_, analysis_, {1, ward}, Detail::Card);
        EXPECT_EQ(found.shares, card.shares);
        EXPECT_EQ(found.residents->chosen, card.residents);
        ASSERT_EQ(found.groups.size(), card.groups.size());
        for (std::size_t i = 0; i < found.groups.size(); ++i) {
            EXPECT_EQ(found.groups[i].value, card.groups[i].value);
            EXPECT_EQ(found.groups[i].count, card.groups[i].count);
            EXPECT_EQ(found.groups[i].whole, card.groups[i].whole);
        }
    }
}

TEST_F(SelectionFindingOf, FollowsAnotherSelection) {
    town::supplyAll(library_);
    look();
    library_.select({kListed, 0, 0, 0, 0, 0});
    EXPECT_EQ(selectionFinding(library_, analysis_)->groups[0].value, 0.5);
    library_.select({0, 0, 0, 0, 0, kListed});
    EXPECT_EQ(selectionFinding(library_, analysis_)->groups[0].value, 0.0);
    EXPECT_EQ(selectionFinding(library_, analysis_)->groups[0].whole, 0.25);
}

// N1 leads where both score alike: the needs rise together from small area 0 to 5.
TEST_F(SelectionFindingOf, NamesTheNeedThatStandsOutInMostOfIts) {
    town::supplyAll(library_);
    look();
    const LevelScores* scores = analysis_.scoresOfAll(library_);
    ASSERT_NE(scores, nullptr);
    library_.select(AreaMarks(6, kListed));
    std::vector<std::uint32_t> times(2, 0);
    for (const Dominant& one : scores->scores().dominant) {
        if (one.leader != kNoNeed) ++times[one.leader];
    }
    const SelectionFinding found = *selectionFinding(library_, analysis_);
    const std::uint32_t expected = times[1] > times[0] ? 1 : 0;
    ASSERT_TRUE(found.standsOut);
    EXPECT_EQ(*found.standsOut, expected);
    EXPECT_EQ(found.standsOutIn, times[expected]);
}

TEST_F(SelectionFindingOf, WaitsForFilesAndSaysTheRest) {
    town::supply(library_, FileKind::Names);
    library_.select(AreaMarks(6, kListed));
    const SelectionFinding found = *selectionFinding(library_, analysis_);
    EXPECT_EQ(found.areas.chosen, 6);
    EXPECT_FALSE(found.residents);
    EXPECT_TRUE(found.shares.empty());
    EXPECT_TRUE(found.groups.empty());
}

}  // namespace
}  // namespace dex
