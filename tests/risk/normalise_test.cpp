#include "risk/normalise.h"

#include <gtest/gtest.h>

#include "risk/small_index.h"

namespace dex {
namespace {

std::vector<double> scoresOf(const std::vector<std::optional<double>>& values, Arithmetic arithmetic, int polarity = 1,
                             const std::vector<std::uint8_t>& scope = {}) {
    const Column column = columnOf(values);
    const ScoredColumn scored{&column, polarity};
    return normalise({&scored, 1}, scope, arithmetic).indicators[0].values;
}

TEST(Normalise, ScoresTheGoldenVectorOfTheMethod) {
    EXPECT_EQ(scoresOf({1, 2, 2, 4, 10}, Arithmetic::Rank), (std::vector<double>{1, 4, 4, 7, 9}));
    EXPECT_EQ(scoresOf({1, 2, 2, 4, 10}, Arithmetic::Iod), (std::vector<double>{1, 4, 4, 7, 9}));
    EXPECT_EQ(scoresOf({1, 2, 2, 4, 10}, Arithmetic::MinMax),
              (std::vector<double>{0, 1.111111111, 1.111111111, 3.333333333, 10}));
}

TEST(Normalise, TransformsRanksAsTheIndicesOfDeprivationDo) {
    EXPECT_NEAR(iodScore(1, 5), 0.506, 5e-4);
    EXPECT_NEAR(iodScore(2.5, 5), 1.565, 5e-4);
    EXPECT_NEAR(iodScore(4, 5), 3.586, 5e-4);
    EXPECT_EQ(iodScore(5, 5), 10);
}

TEST(Normalise, ClampsToThePercentilesOfTypeSeven) {
    // Of 0, 1, … 100 and 1000: the 1st percentile of 102 values is 1.01, the 99th 99.99.
    std::vector<std::optional<double>> values;
    for (int i = 0; i <= 100; ++i) values.push_back(i);
    values.push_back(1000);
    const auto scores = scoresOf(values, Arithmetic::Winsorised);
    EXPECT_EQ(scores[0], 0);
    EXPECT_EQ(scores[1], 0);
    EXPECT_NEAR(scores[50], 10 * (50 - 1.01) / (99.99 - 1.01), 1e-9);
    EXPECT_EQ(scores[100], 10);
    EXPECT_EQ(scores[101], 10);
}

TEST(Normalise, TurnsAHigherValueIntoLessRiskWhereItIsLess) {
    EXPECT_EQ(scoresOf({1, 2, 2, 4, 10}, Arithmetic::Rank, -1), (std::vector<double>{9, 6, 6, 3, 1}));
    EXPECT_EQ(scoresOf({1, 2, 2, 4, 10}, Arithmetic::MinMax, -1),
              (std::vector<double>{10, 8.888888889, 8.888888889, 6.666666667, 0}));
}

TEST(Normalise, PutsWhatIsAllEqualInTheMiddle) {
    for (const auto arithmetic : {Arithmetic::Rank, Arithmetic::MinMax, Arithmetic::Winsorised, Arithmetic::Iod}) {
        EXPECT_EQ(scoresOf({3, 3, 3}, arithmetic), (std::vector<double>{5, 5, 5}));
        EXPECT_EQ(scoresOf({7}, arithmetic), (std::vector<double>{5}));
    }
}

TEST(Normalise, RoundsValuesSoThatTiesAreTiesEverywhere) {
    EXPECT_EQ(scoresOf({0.1 + 0.2, 0.3, 1}, Arithmetic::Rank), scoresOf({0.3, 0.3, 1}, Arithmetic::Rank));
}

TEST(Normalise, ComparesOnlyWhatIsInTheScopeAndHasANumber) {
    const Column column = columnOf({1, 100, std::nullopt, 2});
    const ScoredColumn scored{&column, 1};
    const Normalised all = normalise({&scored, 1}, std::vector<std::uint8_t>{1, 0, 1, 1}, Arithmetic::MinMax);
    EXPECT_EQ(all.areaCount, 4u);
    EXPECT_EQ(all.indicators[0].values[0], 0);
    EXPECT_EQ(all.indicators[0].values[3], 10);
    EXPECT_EQ(all.indicators[0].states[1], CellState::NotInFile);
    EXPECT_EQ(all.indicators[0].states[2], CellState::Suppressed);
}

TEST(Normalise, SaysNothingWhereNothingIsThere) {
    for (const auto arithmetic : {Arithmetic::Rank, Arithmetic::MinMax, Arithmetic::Winsorised, Arithmetic::Iod}) {
        const Column column = columnOf({std::nullopt, std::nullopt});
        const ScoredColumn scored{&column, 1};
        EXPECT_EQ(normalise({&scored, 1}, {}, arithmetic).indicators[0].states[1], CellState::Suppressed);
    }
}

}  // namespace
}  // namespace dex
