#include "risk/drivers.h"

#include <gtest/gtest.h>

#include "risk/small_index.h"

namespace dex {
namespace {

TEST(Drivers, SumToTheScore) {
    const Index index = small::index({3, 2}, {{2, 1}, {1}});
    const auto normalised = small::normalised({columnOf({1, 2, 3}), columnOf({3, 2, 1}), columnOf({1, 3, 2})});
    const Weights weights = publishedWeights(index);
    const Scores scores = score(index, normalised, weights, Arithmetic::Rank);
    for (std::uint32_t area = 0; area < 3; ++area) {
        const auto all = contributionsOf(scores, normalised, weights, area);
        ASSERT_EQ(all.size(), 3u);
        EXPECT_NEAR(all[0].share + all[1].share + all[2].share, scores.overall.values[area], 1e-8);
    }
    // 3/5 · 2/3 · 8.33, 3/5 · 1/3 · 1.67 and 2/5 · 5 of the last area.
    const auto two = largest(contributionsOf(scores, normalised, weights, 2), kDrivers);
    ASSERT_EQ(two.size(), 2u);
    EXPECT_EQ(two[0].column, 0u);
    EXPECT_NEAR(two[0].share, 10.0 / 3, 1e-8);
    EXPECT_EQ(two[1].need, 1u);
    EXPECT_NEAR(two[1].share, 2, 1e-8);
}

TEST(Drivers, CountOnlyWhatIsPresentAndHasWeight) {
    const Index index = small::index({7, 0, 3}, {{1, 0, 1}, {1}, {1}});
    const auto normalised = small::normalised(
        {columnOf({1, none}), columnOf({1, 1}), columnOf({none, none}), columnOf({1, 1}), columnOf({none, 1})});
    const Weights weights = publishedWeights(index);
    const Scores scores = score(index, normalised, weights, Arithmetic::Rank);
    const auto all = contributionsOf(scores, normalised, weights, 0);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].share, scores.overall.values[0]);
    EXPECT_TRUE(contributionsOf(scores, normalised, weights, 1).empty());
}

TEST(Drivers, TakeTheRecipesFirstOfEqualOnes) {
    const Index index = small::index({1, 1, 1}, {{1}, {1}, {1}});
    const Column column = columnOf({1, 2});
    const auto normalised = small::normalised({column, column, column});
    const Weights weights = publishedWeights(index);
    const Scores scores = score(index, normalised, weights, Arithmetic::Rank);
    const auto two = largest(contributionsOf(scores, normalised, weights, 1), kDrivers);
    EXPECT_EQ(two[0].need, 0u);
    EXPECT_EQ(two[1].need, 1u);
}

}  // namespace
}  // namespace dex
