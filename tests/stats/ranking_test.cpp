#include "stats/ranking.h"

#include <gtest/gtest.h>

#include "support/column.h"

namespace dex {
namespace {

TEST(Ranking, RanksTheGoldenVectorOfTheMethod) {
    // docs/method.md: values 1, 2, 2, 4, 10 have the rank scores 10·(r − 0.5)/n = 1, 4, 4, 7, 9.
    const Ranking ranking(columnOf({1, 2, 2, 4, 10}));
    const double scores[] = {1, 4, 4, 7, 9};
    for (std::uint32_t area = 0; area < 5; ++area) EXPECT_DOUBLE_EQ(*ranking.position(area) * 10, scores[area]);
    EXPECT_DOUBLE_EQ(*ranking.averageRank(1), 2.5);
    EXPECT_DOUBLE_EQ(*ranking.averageRank(2), 2.5);
}

TEST(Ranking, CountsFromTheHighestAndCallsTiesJoint) {
    const Ranking ranking(columnOf({4, 2, 10, 2, 1}));
    EXPECT_EQ(ranking.rank(2)->fromHighest, 1u);
    EXPECT_EQ(ranking.rank(0)->fromHighest, 2u);
    EXPECT_EQ(ranking.rank(1)->fromHighest, 3u);
    EXPECT_EQ(ranking.rank(3)->fromHighest, 3u);
    EXPECT_TRUE(ranking.rank(1)->joint);
    EXPECT_FALSE(ranking.rank(0)->joint);
    EXPECT_EQ(ranking.rank(4)->fromHighest, 5u);
    EXPECT_EQ(ranking.rank(4)->fromLowest, 1u);
    EXPECT_EQ(ranking.rank(3)->fromLowest, 2u);
}

TEST(Ranking, LeavesOutAreasWithoutANumber) {
    const Ranking ranking(columnOf({5, std::nullopt, 3}));
    EXPECT_EQ(ranking.count(), 2u);
    EXPECT_FALSE(ranking.rank(1));
    EXPECT_FALSE(ranking.averageRank(1));
    EXPECT_FALSE(ranking.position(1));
    EXPECT_EQ(ranking.rank(0)->fromHighest, 1u);
    EXPECT_EQ(ranking.order(), (std::vector<std::uint32_t>{2, 0}));
}

TEST(Ranking, KnowsNothingOfAnEmptyColumnOrAnAreaBeyondIt) {
    EXPECT_EQ(Ranking(Column{}).count(), 0u);
    EXPECT_FALSE(Ranking(Column{}).rank(0));
    EXPECT_FALSE(Ranking(columnOf({1})).rank(7));
}

TEST(Ranking, OrdersTiesByNumber) {
    EXPECT_EQ(Ranking(columnOf({2, 1, 2, 1})).order(), (std::vector<std::uint32_t>{1, 3, 0, 2}));
}

}  // namespace
}  // namespace dex
