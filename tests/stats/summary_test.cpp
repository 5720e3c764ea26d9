#include "stats/summary.h"

#include <gtest/gtest.h>

#include "support/column.h"

namespace dex {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(ParentsOf, FindsTheOneThatHoldsAllSmallAreas) {
    const Numbers ward{0, 0, 1, 1, 2};
    const Numbers borough{0, 0, 0, 1, 1};
    EXPECT_EQ(parentsOf(ward, borough, 5, 4), (Numbers{0, kNoParent, 1, kNoParent}));
    EXPECT_EQ(parentsOf({}, borough, 5, 5), borough);
    EXPECT_EQ(parentsOf(borough, {}, 5, 2), (Numbers{kNoParent, kNoParent}));
}

TEST(CountClasses, CountsOnlyThePlace) {
    const std::vector<std::uint8_t> classes{0, 1, 1, kNoDataClass, 0};
    const Numbers parents{0, 0, 1, 0, 1};
    const ClassCounts here = countClasses(classes, 2, parents, 0);
    EXPECT_EQ(here.ofClass, (Numbers{1, 1}));
    EXPECT_EQ(here.noData, 1u);
    EXPECT_EQ(here.all, 3u);
    const ClassCounts all = countClasses(classes, 2, parents, std::nullopt);
    EXPECT_EQ(all.ofClass, (Numbers{2, 2}));
    EXPECT_EQ(all.all, 5u);
}

TEST(LeaderIn, NamesTheParentWithMostAreasOfAClass) {
    const std::vector<std::uint8_t> classes{4, 4, 0, 4, 1};
    const auto leader = leaderIn(classes, 4, Numbers{0, 0, 0, 1, kNoParent}, 3);
    ASSERT_TRUE(leader);
    EXPECT_EQ(leader->parent, 0u);
    EXPECT_EQ(leader->count, 2u);
    EXPECT_EQ(leader->areas, 3u);
}

TEST(LeaderIn, NamesNobodyWhenTwoShareOrNoneHas) {
    const std::vector<std::uint8_t> classes{4, 4, 0, 4};
    EXPECT_FALSE(leaderIn(classes, 4, Numbers{0, 1, 2, 3}, 4));
    EXPECT_FALSE(leaderIn(classes, 3, Numbers{0, 0, 0, 0}, 1));
    // A third that leads ends the tie of the first two.
    const std::vector<std::uint8_t> three{4, 4, 4, 4};
    EXPECT_EQ(leaderIn(three, 4, Numbers{0, 1, 2, 2}, 3)->parent, 2u);
}

TEST(Histogram, PutsEveryAreaWithANumberIntoABin) {
    const Column column = columnOf({0, 1, 5, 9.9, 10, std::nullopt});
    const Strip strip = histogram(column, classify(column, ClassMethod::EqualSteps, 2), 10);
    ASSERT_EQ(strip.bins.size(), 10u);
    EXPECT_EQ(strip.min, 0);
    EXPECT_EQ(strip.max, 10);
    EXPECT_EQ(strip.bins[0].count, 1u);
    EXPECT_EQ(strip.bins[1].count, 1u);
    EXPECT_EQ(strip.bins[5].count, 1u);
    EXPECT_EQ(strip.bins[9].count, 2u);
    EXPECT_EQ(strip.bins[3].classIndex, 0u);
    EXPECT_EQ(strip.bins[7].classIndex, 1u);
    EXPECT_DOUBLE_EQ(along(strip, 5), 0.5);
    EXPECT_DOUBLE_EQ(along(strip, 99), 1);
}

TEST(Histogram, HasOneBinForOneValueAndNoneForNoData) {
    const Column same = columnOf({4, 4});
    const Strip strip = histogram(same, classify(same, ClassMethod::Quantile, 5));
    ASSERT_EQ(strip.bins.size(), 1u);
    EXPECT_EQ(strip.bins[0].count, 2u);
    EXPECT_EQ(strip.bins[0].classIndex, 2u);
    EXPECT_DOUBLE_EQ(along(strip, 4), 0.5);
    const Column none = columnOf({std::nullopt});
    EXPECT_TRUE(histogram(none, classify(none, ClassMethod::Quantile, 5)).bins.empty());
}

}  // namespace
}  // namespace dex
