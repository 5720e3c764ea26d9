#include "stats/roll_up.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

using Groups = std::vector<std::uint32_t>;
constexpr CellState kValue = CellState::Value;

Column published(const std::vector<double>& values, const std::vector<CellState>& states) {
    Column column;
    column.values = values;
    column.states = states;
    return column;
}

Column counts(const std::vector<double>& numerators, const std::vector<double>& denominators) {
    Column column;
    column.numerators = numerators;
    column.denominators = denominators;
    for (std::size_t i = 0; i < numerators.size(); ++i) column.values.push_back(numerators[i] / denominators[i]);
    column.states.assign(numerators.size(), kValue);
    return column;
}

const Groups kOwn{0, 1, 2, 3}, kPairs{0, 0, 1, 1};
const Column kResidents = published({100, 300, 500, 500}, {kValue, kValue, kValue, kValue});

TEST(RollUp, SumsCountsAndDividesThem) {
    const Column rolled =
        columnAtLevel(counts({1, 2, 3, 4}, {10, 20, 10, 10}), kOwn, RollUp::Counts, &kResidents, kPairs, 2);
    EXPECT_EQ(rolled.numerators, (std::vector<double>{3, 7}));
    EXPECT_EQ(rolled.denominators, (std::vector<double>{30, 20}));
    EXPECT_EQ(rolled.values[0], 0.1);
    EXPECT_EQ(rolled.states[0], kValue);
}

TEST(RollUp, WeightsPublishedNumbersByResidentsToNineDecimals) {
    const Column rolled = columnAtLevel(published({1, 2, 1, 0}, {kValue, kValue, kValue, kValue}), kOwn,
                                        RollUp::WeightedMean, &kResidents, kPairs, 2);
    EXPECT_EQ(rolled.values[0], 1.75);
    EXPECT_EQ(rolled.values[1], 0.5);
    EXPECT_EQ(rolled.states[0], CellState::WeightedRollUp);
    const Groups all{0, 0, 0, 0};
    const Column thirds = columnAtLevel(published({1, 0, 0, 0}, {kValue, CellState::Suppressed, kValue, kValue}), kOwn,
                                        RollUp::WeightedMean, &kResidents, all, 1);
    EXPECT_EQ(thirds.values[0], 0.090909091);
}

TEST(RollUp, WithoutResidentsWeighsAllAlikeAndSaysSo) {
    const Column some = published({1, 2, 4, 0}, {kValue, kValue, kValue, CellState::Suppressed});
    const Column rolled = columnAtLevel(some, kOwn, RollUp::WeightedMean, nullptr, kPairs, 2);
    EXPECT_EQ(rolled.values, (std::vector<double>{1.5, 4}));  // One of two: half is enough.
    EXPECT_EQ(rolled.states[0], CellState::EqualRollUp);
    const Column third = columnAtLevel(published({1, 0, 0}, {kValue, CellState::Suppressed, CellState::ComplexChange}),
                                       Groups{0, 1, 2}, RollUp::WeightedMean, nullptr, Groups{0, 0, 0}, 1);
    EXPECT_EQ(third.states[0], CellState::Suppressed);
    const Column shares =
        columnAtLevel(counts({1, 2, 3, 4}, {10, 20, 10, 10}), kOwn, RollUp::Counts, nullptr, kPairs, 2);
    EXPECT_EQ(shares.values[0], 0.1);
    EXPECT_EQ(shares.states[0], kValue);
}

TEST(RollUp, NeedsHalfOfTheResidents) {
    const Column some = published({1, 0, 4, 0}, {kValue, CellState::Suppressed, kValue, CellState::NotPublished});
    const Column rolled = columnAtLevel(some, kOwn, RollUp::WeightedMean, &kResidents, kPairs, 2);
    EXPECT_EQ(rolled.states[0], CellState::Suppressed);      // 100 of 400.
    EXPECT_EQ(rolled.states[1], CellState::WeightedRollUp);  // 500 of 1,000: half is enough.
    EXPECT_EQ(rolled.values[1], 4);
}

TEST(RollUp, GivesSmallAreasTheirWiderAreasFigures) {
    const Column wide = counts({5, 6}, {50, 60});
    const Column small = columnAtLevel(wide, kPairs, RollUp::Counts, &kResidents, kOwn, 4);
    EXPECT_EQ(small.states, (std::vector<CellState>(4, CellState::WiderArea)));
    EXPECT_EQ(small.denominators, (std::vector<double>{50, 50, 60, 60}));
}

TEST(RollUp, WeightsWhereAreasDoNotNest) {
    const Column wide = counts({5, 12}, {50, 60});
    const Column across = columnAtLevel(wide, kPairs, RollUp::Counts, &kResidents, Groups{0, 1, 1, 1}, 2);
    EXPECT_EQ(across.states[1], CellState::WeightedRollUp);
    EXPECT_FALSE(across.hasCounts());
    EXPECT_EQ(across.values[0], 0.1);
    EXPECT_EQ(across.values[1], 0.176923077);  // (300 · 0.1 + 1,000 · 0.2) ÷ 1,300
}

TEST(RollUp, SumsWiderAreasOnceWhereTheyNest) {
    const Column wide = counts({5, 12}, {50, 60});
    const Column whole = columnAtLevel(wide, kPairs, RollUp::Counts, &kResidents, Groups{0, 0, 0, 0}, 1);
    EXPECT_EQ(whole.numerators[0], 17);
    EXPECT_EQ(whole.denominators[0], 110);
}

}  // namespace
}  // namespace dex
