#include "risk/scope.h"

#include <gtest/gtest.h>

#include "support/column.h"

namespace dex {
namespace {

TEST(Scope, HoldsTheSmallAreasOfAPlace) {
    EXPECT_EQ(scopeOf(std::vector<std::uint32_t>{0, 1, 1, 2}, 1), (Scope{0, 1, 1, 0}));
}

TEST(Scope, HoldsALargerAreaWhenItHoldsAllItsSmallAreas) {
    const std::vector<std::uint32_t> groupOf = {0, 1, 1, 2, 0};
    EXPECT_EQ(scopeAtLevel(Scope{1, 1, 0, 1, 1}, groupOf, 3), (Scope{1, 0, 1}));
    EXPECT_TRUE(scopeAtLevel(Scope{}, groupOf, 3).empty());
}

TEST(Scope, CutsAColumn) {
    const Column column = columnOf({1, std::nullopt, 3});
    const Column cut = inScope(column, Scope{0, 1, 1});
    EXPECT_EQ(cut.states[0], CellState::NotInFile);
    EXPECT_EQ(cut.states[1], CellState::Suppressed);
    EXPECT_EQ(cut.values[2], 3);
    EXPECT_EQ(inScope(column, {}).states, column.states);
}

}  // namespace
}  // namespace dex
