#include "risk/moved.h"

#include <gtest/gtest.h>

#include "support/column.h"

namespace dex {
namespace {

TEST(Moved, CountsPlacesTowardsHigherRisk) {
    const Ranking before(columnOf({1, 2, 3, std::nullopt, 5})), after(columnOf({4, 2, 3, 1, std::nullopt}));
    const Column changes = rankChanges(before, after, 5);
    EXPECT_EQ(changes.values[0], 3);
    EXPECT_EQ(changes.values[1], 0);
    EXPECT_FALSE(hasNumber(changes.states[3]));
    EXPECT_FALSE(hasNumber(changes.states[4]));
}

TEST(Moved, IsATenthFromATenthOn) {
    EXPECT_TRUE(isATenth(3, 30));
    EXPECT_TRUE(isATenth(-3, 30));
    EXPECT_FALSE(isATenth(2.5, 30));
    EXPECT_FALSE(isATenth(3, 31));
    EXPECT_FALSE(isATenth(0, 30));
}

TEST(Moved, TakesTheBandsOfTwoMeasuresApart) {
    std::vector<std::optional<double>> up, down;
    for (int i = 0; i < 10; ++i) {
        up.push_back(i);
        down.push_back(-i);
    }
    up.push_back(std::nullopt);
    down.push_back(3);
    const Column differences = bandDifferences(Ranking(columnOf(up)), Ranking(columnOf(down)), 11);
    EXPECT_EQ(differences.values[0], 1 - 9);
    EXPECT_EQ(differences.values[9], 10 - 1);
    EXPECT_FALSE(hasNumber(differences.states[10]));
}

}  // namespace
}  // namespace dex
