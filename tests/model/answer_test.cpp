#include "model/answer.h"

#include <gtest/gtest.h>

#include "model/analysis.h"
#include "model/fit_view.h"
#include "support/town.h"

namespace dex {
namespace {

// The small areas of the town lie 0.01° apart, S0 in the west at -0.05, S5 in the east at 0.
class AnswerOf : public testing::Test {
protected:
    std::vector<std::uint32_t> chosen(const char* view) {
        const Answer found = answerByPoints(questionOf(parseView(view).view.asked), library_);
        unknown_ = found.unknown;
        std::vector<std::uint32_t> areas;
        for (std::uint32_t i = 0; i < found.marks.size(); ++i) {
            if (found.marks[i] != 0) areas.push_back(i);
        }
        return areas;
    }
    void SetUp() override { town::supplyAll(library_); }

    Library library_ = town::opened();
    std::vector<std::string> unknown_;
};
using SmallAreas = std::vector<std::uint32_t>;

TEST_F(AnswerOf, HoldsWhatAnyPartAddsAndNothingThatIsTakenAway) {
    EXPECT_EQ(chosen("circle=51.5,-0.05,800"), (SmallAreas{0, 1}));
    EXPECT_EQ(chosen("circle=51.5,-0.05,800/51.5,0,100"), (SmallAreas{0, 1, 5}));
    EXPECT_EQ(chosen("circle=~51.5,-0.05,100/51.5,-0.05,800"), (SmallAreas{1}));
    EXPECT_EQ(chosen("shape=51.4,-0.035,51.6,-0.035,51.6,-0.015,51.4,-0.015"), (SmallAreas{2, 3}));
    EXPECT_EQ(chosen("shape=51.4,-0.035,51.6,-0.035,51.6,-0.015,51.4,-0.015&areas=S5,~S2"), (SmallAreas{3, 5}));
}

TEST_F(AnswerOf, FindsAreasOfAnyLevelByCodeAndByName) {
    EXPECT_EQ(chosen("areas=S3"), (SmallAreas{3}));
    EXPECT_EQ(chosen("areas=s3"), (SmallAreas{3}));
    EXPECT_EQ(chosen("areas=ward:W1"), (SmallAreas{2, 3}));
    EXPECT_EQ(chosen("areas=W1"), (SmallAreas{2, 3}));
    EXPECT_EQ(chosen("areas=Quay,East"), (SmallAreas{0, 4, 5}));
    EXPECT_TRUE(unknown_.empty());
}

TEST_F(AnswerOf, SaysWhatNobodyOrSeveralAreCalled) {
    // Two small areas are called Hill, and a ward and a district West... of which each has a level of its own.
    EXPECT_EQ(chosen("areas=S0,Nowhere,Hill"), (SmallAreas{0}));
    EXPECT_EQ(unknown_, (std::vector<std::string>{"Nowhere", "Hill"}));
}

TEST_F(AnswerOf, TakesNamesOnlyWhereItNamesAreas) {
    const AtlasHead& head = *library_.head();
    const auto files = [&](const char* view) { return filesOfAnswer(questionOf(parseView(view).view.asked), head); };
    EXPECT_EQ(files("circle=51.5,-0.05,800"), (std::vector<FileIndex>{head.points}));
    EXPECT_GT(files("areas=S1").size(), 4u);
    EXPECT_TRUE(tilesOfAnswer(questionOf(parseView("areas=S1").view.asked), head).empty());
    // A tile of the town is near the corner of the world, and far from the places where its areas are asked for.
    EXPECT_TRUE(tilesOfAnswer(questionOf(parseView("circle=51.5,-0.05,800").view.asked), head).empty());
    EXPECT_EQ(tilesOfAnswer(questionOf(parseView("circle=-85.05,-179.95,9000").view.asked), head).size(), 1u);
}

TEST_F(AnswerOf, IsAScopeInWhichAllIsRankedAnew) {
    const ViewState view = parseView("within=selection&areas=S0,S1,S4").view;
    EXPECT_FALSE(resolve(view, library_).selection) << "nothing is selected yet";
    library_.select(answerByPoints(questionOf(view.asked), library_).marks);
    const Chosen first = resolve(view, library_);
    EXPECT_EQ(first.scope, (std::vector<LevelArea>{{library_.selectionLevel(), 0}}));
    EXPECT_EQ(scopeOf(first, library_), (Scope{1, 1, 0, 0, 1, 0}));
    Analysis analysis;
    ASSERT_TRUE(analysis.update(first, library_));
    EXPECT_EQ(analysis.ranking().count(), 3u);
    library_.select({kListed, kListed, kListed, kListed, 0, 0});
    ASSERT_TRUE(analysis.update(resolve(view, library_), library_)) << "another selection is another scope";
    EXPECT_EQ(analysis.ranking().count(), 4u);
    EXPECT_FALSE(analysis.update(resolve(view, library_), library_));
}

TEST_F(AnswerOf, FitsOnlyAViewThatAsks) {
    EXPECT_TRUE(fitView(parseView("within=selection&areas=S0").view, library_).missing.empty());
    const FittedView fitted = fitView(parseView("within=selection").view, library_);
    ASSERT_EQ(fitted.missing.size(), 1u);
    EXPECT_EQ(fitted.missing[0].text, "selection");
    EXPECT_TRUE(fitted.view.scope.empty());
}

}  // namespace
}  // namespace dex
