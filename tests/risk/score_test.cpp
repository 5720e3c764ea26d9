#include "risk/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "risk/small_index.h"
#include "support/samples.h"

namespace dex {
namespace {

TEST(Score, IsTheWeightedMeanOfMeans) {
    // Rank scores of three areas: 10·(r − 0.5)/3 = 1.666666667, 5, 8.333333333.
    const Index index = small::index({3, 2}, {{2, 1}, {1}});
    const Scores scores = small::scored(index, {columnOf({1, 2, 3}), columnOf({3, 2, 1}), columnOf({1, 3, 2})});
    EXPECT_EQ(scores.needs[0].values, (std::vector<double>{3.888888889, 5, 6.111111111}));
    EXPECT_EQ(scores.overall.values, (std::vector<double>{3, 6.333333333, 5.666666667}));
    EXPECT_EQ(scores.coverage, (std::vector<double>{1, 1, 1}));
    EXPECT_EQ(scores.ranking.rank(1)->fromHighest, 1u);
}

TEST(Score, NeedsHalfOfANeedsWeight) {
    const Index index = small::index({1}, {{1, 2, 1}});
    const Scores scores = small::scored(
        index, {columnOf({1, 1, none, 1}), columnOf({none, 1, none, none}), columnOf({1, none, 1, none})});
    EXPECT_TRUE(hasNumber(scores.needs[0].states[0]));  // 2 of 4
    EXPECT_TRUE(hasNumber(scores.needs[0].states[1]));  // 3 of 4
    EXPECT_FALSE(hasNumber(scores.needs[0].states[2]));
    EXPECT_FALSE(hasNumber(scores.needs[0].states[3]));
    EXPECT_EQ(scores.needs[0].states[3], CellState::Suppressed);
    EXPECT_EQ(scores.overall.states[3], CellState::Suppressed);
    EXPECT_EQ(scores.coverage, (std::vector<double>{0.5, 0.75, 0.25, 0.25}));
}

TEST(Score, NeedsSevenTenthsOfTheWholeWeight) {
    const Index index = small::index({7, 3, 0}, {{1}, {1}, {1}});
    const Scores scores =
        small::scored(index, {columnOf({1, none, 1}), columnOf({none, 1, 1}), columnOf({none, none, none})});
    EXPECT_TRUE(hasNumber(scores.overall.states[0]));  // 7 of 10
    EXPECT_FALSE(hasNumber(scores.overall.states[1]));
    EXPECT_TRUE(hasNumber(scores.overall.states[2]));
    EXPECT_EQ(scores.coverage, (std::vector<double>{0.7, 0.3, 1}));
    EXPECT_EQ(scores.ranking.count(), 2u);
}

TEST(Score, TakesTheStateOfTheFirstThatIsMissing) {
    const Index index = small::index({1, 1}, {{1, 1}, {1}});
    Column first = columnOf({none}), second = columnOf({none});
    second.states[0] = CellState::NotPublished;
    Column third = columnOf({none});
    third.states[0] = CellState::NotInFile;
    EXPECT_EQ(small::scored(index, {first, second, third}).overall.states[0], CellState::Suppressed);
    EXPECT_EQ(small::scored(index, {second, first, third}).overall.states[0], CellState::NotPublished);
}

TEST(Score, DropsWhatHasWeightZero) {
    const Column one = columnOf({1, 2, 3}), two = columnOf({3, 1, 2}), three = columnOf({none, 5, 4});
    const Scores without = small::scored(small::index({1}, {{1}}), {one});
    const Scores with = small::scored(small::index({2, 0, 5}, {{4, 0}, {1}, {0}}), {one, two, three, two});
    EXPECT_EQ(with.overall.values, without.overall.values);
    EXPECT_EQ(with.coverage, without.coverage);
    EXPECT_FALSE(hasNumber(with.needs[2].states[0]));
    // A need without weight has its own scores and never stands out.
    EXPECT_TRUE(hasNumber(with.needs[1].states[1]));
    for (const Dominant& dominant : with.dominant) EXPECT_NE(dominant.leader, 1);
}

TEST(Score, IsNoneWhereAllWeightsAreZero) {
    const Index index = small::index({0, 3}, {{1}, {0}});
    const Scores scores = small::scored(index, {columnOf({1, 2}), columnOf({1, 2})});
    EXPECT_FALSE(anyActive(publishedWeights(index)));
    for (const CellState state : scores.overall.states) EXPECT_FALSE(hasNumber(state));
    EXPECT_EQ(scores.coverage, (std::vector<double>{0, 0}));
    EXPECT_EQ(scores.ranking.count(), 0u);
    EXPECT_EQ(scores.dominant[0], Dominant{});
}

TEST(Score, OfOneAreaIsInTheMiddle) {
    for (const auto arithmetic : {Arithmetic::Rank, Arithmetic::MinMax, Arithmetic::Winsorised}) {
        const Scores scores = small::scored(small::index({1}, {{1}}), {columnOf({7})}, arithmetic);
        EXPECT_EQ(scores.overall.values[0], 5);
        EXPECT_EQ(bandOf(scores.ranking, 0), 6u);
        EXPECT_EQ(scores.dominant[0].leader, 0);
    }
    EXPECT_EQ(small::scored(small::index({1}, {{1}}), {columnOf({7})}, Arithmetic::Iod).overall.values[0], 10);
}

TEST(Score, ReplacesANeedByItsTransform) {
    const Index index = small::index({1}, {{1}});
    const Scores scores = small::scored(index, {columnOf({1, 2, 2, 4, 10})}, Arithmetic::Iod);
    const double expected[] = {0.506, 1.565, 1.565, 3.586, 10};
    for (std::size_t area = 0; area < 5; ++area) EXPECT_NEAR(scores.overall.values[area], expected[area], 5e-4);
}

TEST(Score, NamesTheNeedInWhichAnAreaRanksHighest) {
    const Index index = small::index({1, 1, 1}, {{1}, {1}, {1}});
    const Column up = columnOf({1, 2, 3, 4}), down = columnOf({4, 3, 2, 1}), middle = columnOf({1, 1, 1, 1});
    const Scores scores = small::scored(index, {up, down, middle});
    EXPECT_EQ(scores.dominant[3], (Dominant{0, kNoNeed}));
    EXPECT_EQ(scores.dominant[0], (Dominant{1, kNoNeed}));
    // 6.25 before 5: more than 0.25 behind.
    EXPECT_EQ(scores.dominant[2], (Dominant{0, kNoNeed}));
    // Equal ones: the recipe's first leads, and the next is named with it.
    const Scores twice = small::scored(index, {down, up, up});
    EXPECT_EQ(twice.dominant[3], (Dominant{1, 2}));
    // None reaches 5.
    const Scores low = small::scored(index, {up, up, up});
    EXPECT_EQ(low.dominant[0], Dominant{});
    EXPECT_EQ(low.dominant[3], (Dominant{0, 1}));
}

TEST(Score, NamesASecondNeedUpToAQuarterBehind) {
    // Forty areas: one place is 0.25.
    std::vector<std::optional<double>> first, second, third;
    for (int i = 0; i < 40; ++i) {
        first.push_back(i);
        second.push_back(i == 39 ? 38 : i == 38 ? 39 : i);
        third.push_back(i == 39 ? 37 : i == 37 ? 39 : i);
    }
    const Index index = small::index({1, 1}, {{1}, {1}});
    EXPECT_EQ(small::scored(index, {columnOf(first), columnOf(second)}).dominant[39], (Dominant{0, 1}));
    EXPECT_EQ(small::scored(index, {columnOf(first), columnOf(third)}).dominant[39], (Dominant{0, kNoNeed}));
}

class AnyArithmetic : public testing::TestWithParam<Arithmetic> {
protected:
    // Sixty areas with some values missing and some equal.
    static std::vector<Column> columns(samples::Random& random) {
        std::vector<Column> all;
        for (int i = 0; i < 4; ++i) {
            std::vector<std::optional<double>> values;
            for (int area = 0; area < 60; ++area)
                values.push_back(random.below(12) == 0 ? none : std::optional<double>(random.below(40)));
            all.push_back(columnOf(values));
        }
        return all;
    }
    Index index_ = small::index({2, 3, 1}, {{2, 1}, {1}, {1}});
};

TEST_P(AnyArithmetic, ScalingAllWeightsChangesNothing) {
    samples::Random random(1);
    const auto own = columns(random);
    const Index twice = small::index({4, 6, 2}, {{6, 3}, {2}, {9}});
    const Scores one = small::scored(index_, own, GetParam()), other = small::scored(twice, own, GetParam());
    EXPECT_EQ(one.overall.values, other.overall.values);
    EXPECT_EQ(one.overall.states, other.overall.states);
    EXPECT_EQ(one.dominant, other.dominant);
}

TEST_P(AnyArithmetic, TheOrderOfAreasChangesNothing) {
    samples::Random random(2);
    const auto own = columns(random);
    const Scores one = small::scored(index_, own, GetParam());
    for (int trial = 0; trial < 20; ++trial) {
        std::vector<std::uint32_t> order(60);
        std::iota(order.begin(), order.end(), 0u);
        for (std::uint32_t i = 60; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
        auto turned = own;
        for (std::size_t c = 0; c < own.size(); ++c) {
            for (std::size_t area = 0; area < order.size(); ++area) {
                turned[c].values[area] = own[c].values[order[area]];
                turned[c].states[area] = own[c].states[order[area]];
            }
        }
        const Scores other = small::scored(index_, turned, GetParam());
        for (std::size_t area = 0; area < order.size(); ++area) {
            ASSERT_EQ(other.overall.values[area], one.overall.values[order[area]]);
            ASSERT_EQ(other.overall.states[area], one.overall.states[order[area]]);
            ASSERT_EQ(other.dominant[area], one.dominant[order[area]]);
        }
    }
}

TEST_P(AnyArithmetic, AConstantIndicatorChangesNoOrderWithinItsNeed) {
    samples::Random random(3);
    std::vector<std::optional<double>> values, same;
    for (int area = 0; area < 60; ++area) {
        values.push_back(random.below(30));
        same.push_back(4);
    }
    const Scores with = small::scored(small::index({1}, {{1, 3}}), {columnOf(values), columnOf(same)}, GetParam());
    const Scores without = small::scored(small::index({1}, {{1}}), {columnOf(values)}, GetParam());
    EXPECT_EQ(with.needRankings[0].order(), without.needRankings[0].order());
}

TEST_P(AnyArithmetic, MoreRiskNeverLowersAScore) {
    samples::Random random(4);
    for (int trial = 0; trial < 200; ++trial) {
        auto own = columns(random);
        const auto before = small::normalised(own, GetParam());
        const std::size_t which = random.below(4), area = random.below(60);
        if (!hasNumber(own[which].states[area])) continue;
        own[which].values[area] += 1 + random.below(9);
        const auto after = small::normalised(own, GetParam());
        EXPECT_GE(after.indicators[which].values[area], before.indicators[which].values[area]);
    }
}

INSTANTIATE_TEST_SUITE_P(Score, AnyArithmetic,
                         testing::Values(Arithmetic::Rank, Arithmetic::MinMax, Arithmetic::Winsorised,
                                         Arithmetic::Iod));

}  // namespace
}  // namespace dex
