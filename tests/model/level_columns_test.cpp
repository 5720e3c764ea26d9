#include "model/level_columns.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

// Indicators of the town.
constexpr std::uint32_t kOlder = 0, kRent = 1;

TEST(LevelColumns, AreThereWhenAllTheirFilesAre) {
    Library library = town::opened();
    const LevelColumns columns;
    const auto isThere = [&] { return columns.at(library, kOlder, 1) != nullptr; };
    EXPECT_FALSE(isThere());
    town::supply(library, town::files().head.residents);
    EXPECT_FALSE(isThere());
    town::supply(library, town::files().column("N1.older"));
    EXPECT_FALSE(isThere());
    EXPECT_NE(columns.at(library, kOlder, 0), nullptr);  // Its own level takes no borders.
    town::supply(library, town::files().head.levels[1].grouping);
    EXPECT_TRUE(isThere());
}

TEST(LevelColumns, AreRolledUpAndDown) {
    Library library = town::opened();
    town::supplyAll(library);
    const LevelColumns columns;
    const Column& wards = *columns.at(library, kOlder, 1);
    ASSERT_EQ(wards.size(), 3u);
    EXPECT_EQ(wards.numerators[1], 70);
    EXPECT_EQ(wards.denominators[1], 200);
    const Column& small = *columns.at(library, kRent, 0);
    ASSERT_EQ(small.size(), 6u);
    EXPECT_EQ(small.values[4], 3);
    EXPECT_EQ(small.states[4], CellState::WiderArea);
}

TEST(LevelColumns, AreMadeOnceAndStay) {
    Library library = town::opened();
    town::supplyAll(library);
    const LevelColumns columns;
    const Column* wards = columns.at(library, kOlder, 1);
    EXPECT_EQ(columns.at(library, kOlder, 0), library.column(town::files().column("N1.older")));
    EXPECT_NE(columns.at(library, kOlder, 3), wards);
    EXPECT_EQ(columns.at(library, kOlder, 1), wards);
}

TEST(LevelColumns, SayTheWhole) {
    Library library = town::opened();
    const LevelColumns columns;
    EXPECT_EQ(columns.ofWhole(library, kOlder), nullptr);
    town::supplyAll(library);
    ASSERT_NE(columns.ofWhole(library, kOlder), nullptr);
    EXPECT_EQ(columns.ofWhole(library, kOlder)->size(), 1u);
    EXPECT_DOUBLE_EQ(columns.ofWhole(library, kOlder)->values[0], 0.35);
    EXPECT_DOUBLE_EQ(columns.ofWhole(library, kRent)->values[0], 2);
}

}  // namespace
}  // namespace dex
