#include "model/analysis.h"

#include <gtest/gtest.h>

#include "map/scene.h"
#include "support/town.h"

namespace dex {
namespace {

class AnalysisOf : public testing::Test {
protected:
    Chosen chosen(const char* view) const { return resolve(parseView(view).view, library_); }
    bool update(const char* view) { return analysis_.update(chosen(view), library_); }
    Library library_ = town::opened();
    Analysis analysis_;
};

TEST_F(AnalysisOf, ShowsStoredClassesUntilTheScoresAreThereAndThenTheSame) {
    EXPECT_FALSE(update(""));
    town::supply(library_, FileKind::Classes);
    EXPECT_TRUE(update(""));
    EXPECT_FALSE(analysis_.hasValues());
    const auto stored = analysis_.classes().ofArea;
    town::supplyAll(library_);
    EXPECT_TRUE(update(""));
    EXPECT_TRUE(analysis_.hasValues());
    EXPECT_EQ(analysis_.classes().ofArea, stored);
}

TEST_F(AnalysisOf, ChangesOnlyWhenSomethingHas) {
    town::supplyAll(library_);
    EXPECT_TRUE(update(""));
    const std::uint32_t version = analysis_.version();
    EXPECT_FALSE(update(""));
    EXPECT_EQ(analysis_.version(), version);
    EXPECT_TRUE(update("classes=4"));
    EXPECT_NE(analysis_.version(), version);
}

// So a picture stands while the next one's files are loading.
TEST_F(AnalysisOf, KeepsTheLastChoiceUntilTheNextOnesColumnsAreThere) {
    town::supply(library_, FileKind::Grouping);
    town::supply(library_, town::files().column("N2.rent"));
    EXPECT_TRUE(update("show=N2.rent&by=ward"));
    EXPECT_FALSE(update("show=N1.older&by=ward"));
    EXPECT_EQ(analysis_.shown(), chosen("show=N2.rent&by=ward"));
    town::supplyAll(library_);
    EXPECT_TRUE(update("show=N1.older&by=ward"));
    EXPECT_EQ(analysis_.shown(), chosen("show=N1.older&by=ward"));
}

// Whoever asks for an area's standing meanwhile reads the scope of what is shown.
TEST_F(AnalysisOf, KeepsTheScopeOfWhatIsShownWhileAGroupsColumnIsMissing) {
    for (const FileKind kind : {FileKind::Grouping, FileKind::Names}) town::supply(library_, kind);
    for (const char* id : {"N1.older", "N2.rent"}) town::supply(library_, town::files().column(id));
    town::supply(library_, town::files().head.residents);
    ASSERT_TRUE(update("within=district:D0"));
    const std::size_t small = analysis_.scope().size();
    ASSERT_EQ(small, 6u);
    EXPECT_FALSE(update("show=N1/G.young&by=district&within=district:D0"));
    EXPECT_EQ(analysis_.shown()->level, 0u);
    EXPECT_EQ(analysis_.scope().size(), small);
}

TEST_F(AnalysisOf, PaintsWhatIsOutsideTheScopeFadedAndNotAsWithoutData) {
    town::supplyAll(library_);
    update("within=district:D0");
    const auto& painted = analysis_.areaClasses();
    EXPECT_EQ(painted[5], kOutOfScopeClass | kFadedFlag);
    EXPECT_LT(painted[0], kMaxClasses) << "in the scope, with a class and nothing else";
}

TEST_F(AnalysisOf, ScoresAllSmallAreasWhateverTheScopeAndTheLevel) {
    town::supplyAll(library_);
    update("within=district:D0&by=ward&weights=N1:10");
    ASSERT_NE(analysis_.scoresOfAll(library_), nullptr);
    const auto scoped = analysis_.scoresOfAll(library_)->scores().overall.values;
    EXPECT_EQ(analysis_.scoresOfAll(library_)->scores().ranking.count(), 6u);
    update("weights=N1:10");
    EXPECT_EQ(scoped, analysis_.scoresAt(0, library_)->scores().overall.values);
    update("");
    EXPECT_NE(scoped, analysis_.scoresOfAll(library_)->scores().overall.values) << "the weights count";
}

// What is asked for later belongs to what is shown, whoever asks.
TEST_F(AnalysisOf, AnswersForWhatIsShown) {
    town::supplyAll(library_);
    update("");
    const Analysis& shown = analysis_;
    ASSERT_NE(shown.scoresAt(3, library_), nullptr);
    EXPECT_EQ(shown.scoresAt(3, library_)->scores().overall.size(), 2u);
    EXPECT_FALSE(shown.movedCount(library_));
    update("weights=N1:10,N2:0");
    ASSERT_TRUE(shown.movedCount(library_));
}

TEST_F(AnalysisOf, ForgetsTrialsWithTheWeightsTheyWereMadeFor) {
    town::supplyAll(library_);
    update("");
    analysis_.scoresAt(0, library_)->stepStability(5);
    ASSERT_NE(analysis_.scoresAt(0, library_)->stability(), nullptr);
    update("weights=N1:3");
    EXPECT_EQ(analysis_.scoresAt(0, library_)->stability(), nullptr);
    analysis_.scoresAt(0, library_)->stepStability(5);
    update("weights=N1:3&within=district:D0");
    EXPECT_EQ(analysis_.scoresAt(0, library_)->stability(), nullptr);
}

}  // namespace
}  // namespace dex
