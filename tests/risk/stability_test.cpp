#include "risk/stability.h"

#include <gtest/gtest.h>

#include "risk/small_index.h"
#include "support/samples.h"

namespace dex {
namespace {

// Forty areas; the last two lack a need each, the second of them too much.
struct Drawn {
    Drawn() {
        samples::Random random(5);
        for (int i = 0; i < 3; ++i) {
            std::vector<std::optional<double>> values;
            for (int area = 0; area < 40; ++area) values.push_back(random.below(1000));
            columns.push_back(columnOf(values));
        }
        columns[2].states[38] = columns[0].states[39] = CellState::Suppressed;
        normalised = small::normalised(columns);
        scores = score(index, normalised, weights, Arithmetic::Rank);
    }
    Index index = small::index({5, 3, 2}, {{1}, {1}, {1}});
    Weights weights = publishedWeights(index);
    std::vector<Column> columns;
    Normalised normalised;
    Scores scores;
};

TEST(Stability, MakesTheSameDrawsInHoweverManySteps) {
    const Drawn drawn;
    Stability once(drawn.normalised, drawn.scores, drawn.weights, Arithmetic::Rank, 200);
    EXPECT_FALSE(once.range(0));
    EXPECT_FALSE(once.step(1000));
    Stability sliced(drawn.normalised, drawn.scores, drawn.weights, Arithmetic::Rank, 200);
    std::uint32_t steps = 1;
    for (; sliced.step(7); ++steps) EXPECT_EQ(sliced.done(), 7 * steps);
    EXPECT_EQ(steps, 29u);
    for (std::uint32_t area = 0; area < 40; ++area) {
        for (std::uint32_t band = 1; band <= 10; ++band)
            EXPECT_EQ(once.timesIn(area, band), sliced.timesIn(area, band));
    }
}

TEST(Stability, CountsEveryAreaThatHasAScoreInEveryDraw) {
    const Drawn drawn;
    Stability stability(drawn.normalised, drawn.scores, drawn.weights, Arithmetic::Rank, 100);
    stability.step(100);
    for (std::uint32_t area = 0; area < 40; ++area) {
        std::uint32_t times = 0;
        for (std::uint32_t band = 1; band <= 10; ++band) times += stability.timesIn(area, band);
        EXPECT_EQ(times, area == 39 ? 0u : 100u);
        EXPECT_EQ(stability.range(area).has_value(), area != 39);
    }
}

TEST(Stability, TakesPercentilesByNearestRank) {
    // One need of one indicator: no weight can change its order.
    const Index index = small::index({1}, {{1}});
    std::vector<std::optional<double>> values;
    for (int i = 0; i < 20; ++i) values.push_back(i);
    const auto normalised = small::normalised({columnOf(values)});
    const Weights weights = publishedWeights(index);
    const Scores scores = score(index, normalised, weights, Arithmetic::Rank);
    Stability stability(normalised, scores, weights, Arithmetic::Rank);
    EXPECT_FALSE(stability.step(Stability::kDraws));
    EXPECT_EQ(stability.range(0)->low, 1u);
    EXPECT_EQ(stability.range(0)->high, 1u);
    EXPECT_EQ(stability.range(19)->low, 10u);
    EXPECT_EQ(stability.timesIn(19, 10), 1000u);
}

TEST(Stability, HasARangeThatHoldsNinetyPercentOfTheDraws) {
    const Drawn drawn;
    for (const auto arithmetic : {Arithmetic::Rank, Arithmetic::Iod}) {
        const Scores scores = score(drawn.index, drawn.normalised, drawn.weights, arithmetic);
        Stability stability(drawn.normalised, scores, drawn.weights, arithmetic, 400);
        stability.step(400);
        bool varies = false;
        for (const std::uint32_t area : scores.ranking.order()) {
            const auto [low, high] = *stability.range(area);
            std::uint32_t below = 0, upTo = 0;
            for (std::uint32_t band = 1; band < low; ++band) below += stability.timesIn(area, band);
            for (std::uint32_t band = 1; band <= high; ++band) upTo += stability.timesIn(area, band);
            EXPECT_LT(below, 20u);
            EXPECT_GE(upTo, 380u);
            EXPECT_LE(low, high);
            varies |= low < high;
        }
        EXPECT_TRUE(varies);
    }
}

TEST(Stability, SaysNothingWhereNothingHasAScore) {
    const Drawn drawn;
    Weights nothing = drawn.weights;
    nothing.needs = {0, 0, 0};
    const Scores scores = score(drawn.index, drawn.normalised, nothing, Arithmetic::Rank);
    Stability stability(drawn.normalised, scores, nothing, Arithmetic::Rank, 10);
    EXPECT_FALSE(stability.step(10));
    EXPECT_FALSE(stability.range(0));
}

}  // namespace
}  // namespace dex
