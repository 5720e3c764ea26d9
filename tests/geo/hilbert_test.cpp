#include "geo/hilbert.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace dex {
namespace {

TEST(Hilbert, NeighboursOnTheCurveAreNeighboursOnTheGrid) {
    // The curve fills each aligned square before it leaves it: here the first 64 × 64 cells.
    std::map<std::uint32_t, std::pair<int, int>> order;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            order[hilbertDistance(static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y))] = {x, y};
    }
    ASSERT_EQ(order.size(), 64u * 64u);
    EXPECT_EQ(order.rbegin()->first, 64u * 64u - 1);
    for (auto it = order.begin(), next = std::next(it); next != order.end(); ++it, ++next) {
        EXPECT_EQ(std::abs(it->second.first - next->second.first) + std::abs(it->second.second - next->second.second),
                  1);
    }
}

TEST(Hilbert, EndsInTheOtherCorner) { EXPECT_EQ(hilbertDistance(0xffff, 0), 0xffffffffu); }

}  // namespace
}  // namespace dex
