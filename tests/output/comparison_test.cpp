#include "output/comparison.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

class ComparisonOf : public testing::Test {
protected:
    ComparisonOf() { town::supplyAll(library_); }
    Chosen look(const char* view) {
        const Chosen chosen = resolve(*comparisonView(parseView(view).view, library_), library_);
        analysis_.update(chosen, library_);
        return chosen;
    }
    Library library_ = town::opened();
    Analysis analysis_;
};

TEST_F(ComparisonOf, TriesOtherWeightsForTheAreasAndThePlaceBesideThem) {
    const Chosen chosen = look("v=1&compare=ward:W0,ward:W1");
    EXPECT_EQ(trialsOf(chosen, library_), 2 * Stability::kDraws);
    int steps = 0;
    while (tryOtherWeights(chosen, library_, Stability::kDraws / 2, analysis_)) ++steps;
    EXPECT_EQ(steps, 4);
    for (const std::uint32_t level : {1u, library_.head()->topLevel()}) {
        const Stability* made = analysis_.scoresAt(level, library_)->stability();
        ASSERT_TRUE(made) << level;
        EXPECT_EQ(made->done(), made->draws()) << level;
    }
    EXPECT_FALSE(analysis_.scoresAt(0, library_)->stability()) << "no small area is compared";
    EXPECT_EQ(trialsOf(look("v=1&compare=ward:W0,ward:W2"), library_), Stability::kDraws) << "no place holds both";
}

TEST_F(ComparisonOf, NamesTheSmallAreasOfHighestRiskInEach) {
    look("v=1&compare=ward:W0,ward:W2");
    const auto highest = highestAreasIn({1, 2}, library_, analysis_);
    ASSERT_EQ(highest.size(), 2u);
    EXPECT_EQ(highest[0].name, "Hill");
    EXPECT_EQ(highest[0].rank, 1u);
    EXPECT_EQ(highest[0].ranked, 6u);
    EXPECT_EQ(highest[1].name, "Heath");
    EXPECT_EQ(highest[1].rank, 2u);
    EXPECT_TRUE(highestAreasIn({0, 5}, library_, analysis_).empty());
}

}  // namespace
}  // namespace dex
