#include "stats/classify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "support/column.h"

namespace dex {
namespace {

using Starts = std::vector<std::uint32_t>;
using Of = std::vector<std::uint8_t>;

double spread(std::span<const double> values) {
    double mean = 0, sum = 0;
    for (double value : values) mean += value / static_cast<double>(values.size());
    for (double value : values) sum += (value - mean) * (value - mean);
    return sum;
}

double cost(const std::vector<double>& values, const Starts& starts) {
    double sum = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : values.size();
        sum += spread(std::span(values).subspan(starts[i], end - starts[i]));
    }
    return sum;
}

// Every way to cut, tried.
double minCost(const std::vector<double>& values, Starts starts, std::uint32_t k) {
    if (starts.size() == k) return cost(values, starts);
    double min = std::numeric_limits<double>::infinity();
    for (std::uint32_t next = starts.back() + 1; next < values.size(); ++next) {
        starts.push_back(next);
        min = std::min(min, minCost(values, starts, k));
        starts.pop_back();
    }
    return min;
}

TEST(Classify, CutsQuantilesByAverageRank) {
    // p = 0.1, 0.4, 0.4, 0.7, 0.9, so ⌊5p⌋ = 0, 2, 2, 3, 4.
    const Classes classes = classify(columnOf({1, 2, 2, 4, 10}), ClassMethod::Quantile, 5);
    EXPECT_EQ(classes.ofArea, (Of{0, 2, 2, 3, 4}));
    EXPECT_EQ(classes.classCount, 5u);
    EXPECT_EQ(classes.counts, (Starts{1, 0, 2, 1, 1}));
    EXPECT_EQ(classes.min, (std::vector<double>{1, 0, 2, 4, 10}));
    EXPECT_EQ(classes.max, (std::vector<double>{1, 0, 2, 4, 10}));
}

TEST(Classify, PutsAPositionExactlyOnABoundIntoTheUpperClass) {
    // Twenty areas, the fourth and fifth tie: p = (4.5 − 0.5)/20 = 0.2 exactly.
    std::vector<std::optional<double>> values;
    for (int i = 0; i < 20; ++i) values.push_back(i == 4 ? 3 : i);
    const Classes classes = classify(columnOf(values), ClassMethod::Quantile, 5);
    EXPECT_EQ(classes.ofArea[2], 0);
    EXPECT_EQ(classes.ofArea[3], 1);
    EXPECT_EQ(classes.ofArea[4], 1);
}

TEST(Classify, NeverSplitsTiesAndKeepsQuantilesEven) {
    std::mt19937 random(7);
    for (std::uint32_t k = 2; k <= 9; ++k) {
        std::vector<std::optional<double>> values;
        for (int i = 0; i < 501; ++i) values.push_back(static_cast<double>(random()));
        const Classes classes = classify(columnOf(values), ClassMethod::Quantile, k);
        for (std::uint32_t count : classes.counts) EXPECT_NEAR(count, 501.0 / k, 1.0);
        for (std::uint32_t i = 0; i + 1 < k; ++i) EXPECT_LT(classes.max[i], classes.min[i + 1]);
    }
}

TEST(Classify, CutsEqualSteps) {
    const Classes classes = classify(columnOf({0, 1.9, 2, 5, 10, std::nullopt}), ClassMethod::EqualSteps, 5);
    EXPECT_EQ(classes.ofArea, (Of{0, 0, 1, 2, 4, kNoDataClass}));
    EXPECT_EQ(classes.min, (std::vector<double>{0, 2, 4, 6, 8}));
    EXPECT_EQ(classes.max, (std::vector<double>{2, 4, 6, 8, 10}));
    EXPECT_EQ(classes.counts, (Starts{2, 1, 1, 0, 1}));
}

TEST(Classify, SurvivesTheLargestAndTheSmallestNumbers) {
    constexpr double kHuge = std::numeric_limits<double>::max();
    constexpr double kTiny = std::numeric_limits<double>::denorm_min();
    for (ClassMethod method : {ClassMethod::Quantile, ClassMethod::EqualSteps, ClassMethod::NaturalBreaks}) {
        for (const Column& column :
             {columnOf({-kHuge, -1, 0, 1, kHuge, kHuge / 2}), columnOf({0, kTiny, 2 * kTiny, 3 * kTiny})}) {
            const Classes classes = classify(column, method, 3);
            EXPECT_EQ(classes.classCount, 3u);
            for (std::uint8_t one : classes.ofArea) EXPECT_LT(one, 3);
            for (double bound : classes.min) EXPECT_TRUE(std::isfinite(bound));
            for (double bound : classes.max) EXPECT_TRUE(std::isfinite(bound));
        }
    }
}

TEST(Classify, GivesOneClassWhereAllValuesAreEqual) {
    const Column column = columnOf({3, 3, 3});
    EXPECT_EQ(classify(column, ClassMethod::EqualSteps, 4).classCount, 1u);
    EXPECT_EQ(classify(column, ClassMethod::NaturalBreaks, 4).classCount, 1u);
    // The method's rule: all stand in the middle.
    EXPECT_EQ(classify(column, ClassMethod::Quantile, 5).ofArea, (Of{2, 2, 2}));
}

TEST(Classify, GivesNoDataItsOwnClass) {
    for (ClassMethod method : {ClassMethod::Quantile, ClassMethod::EqualSteps, ClassMethod::NaturalBreaks}) {
        const Classes none = classify(columnOf({std::nullopt, std::nullopt}), method, 3);
        EXPECT_EQ(none.classCount, 0u);
        EXPECT_EQ(none.ofArea, (Of{kNoDataClass, kNoDataClass}));
        EXPECT_TRUE(classify(Column{}, method, 3).ofArea.empty());
    }
}

TEST(Classify, FindsTheNaturalBreaksOfClearClusters) {
    const Classes classes = classify(columnOf({21, 1, 2, 20, 10, 11, 1.5}), ClassMethod::NaturalBreaks, 3);
    EXPECT_EQ(classes.ofArea, (Of{2, 0, 0, 2, 1, 1, 0}));
    EXPECT_EQ(classes.min, (std::vector<double>{1, 10, 20}));
    EXPECT_EQ(classes.max, (std::vector<double>{2, 11, 21}));
}

TEST(NaturalBreaks, AreAsGoodAsEveryOtherCut) {
    std::mt19937 random(20211);
    const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    for (int round = 0; round < 400; ++round) {
        const std::uint32_t n = 3 + below(9);
        std::vector<double> values;
        for (std::uint32_t i = 0; i < n; ++i) values.push_back(round % 2 ? below(12) : below(1u << 31) / 1e6);
        std::sort(values.begin(), values.end());
        const std::uint32_t k = 2 + below(4);
        const Starts starts = naturalBreaks(values, k);
        ASSERT_LE(starts.size(), k);
        ASSERT_EQ(starts.front(), 0u);
        for (std::size_t i = 1; i < starts.size(); ++i) ASSERT_NE(values[starts[i]], values[starts[i] - 1]);
        if (starts.size() < k || n <= k) continue;
        const double best = minCost(values, {0}, k);
        ASSERT_NEAR(cost(values, starts), best, 1e-9 * (1 + best));
    }
}

TEST(NaturalBreaks, KeepEqualValuesTogetherAndGiveFewerGroupsForFewerValues) {
    EXPECT_EQ(naturalBreaks(std::vector<double>{1, 1, 1, 5, 5}, 4), (Starts{0, 3}));
    EXPECT_EQ(naturalBreaks(std::vector<double>{2, 2, 2}, 3), (Starts{0}));
    EXPECT_TRUE(naturalBreaks({}, 3).empty());
}

TEST(NaturalBreaks, AreTheSameForShiftedValues) {
    const std::vector<double> values{1, 2, 3, 50, 51, 52, 53, 90, 91};
    std::vector<double> shifted;
    for (double value : values) shifted.push_back(value + 1e9);
    EXPECT_EQ(naturalBreaks(values, 3), naturalBreaks(shifted, 3));
    EXPECT_EQ(naturalBreaks(values, 3), (Starts{0, 3, 7}));
}

}  // namespace
}  // namespace dex
