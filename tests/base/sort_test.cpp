#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace dex {
namespace {

TEST(Sort, IsTheLibrarysStableSort) {
    std::mt19937 random(7);
    for (std::size_t count = 0; count < 70; ++count) {
        std::vector<std::uint32_t> keys(count);
        for (auto& key : keys) key = random() % 16;
        const auto before = [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; };
        std::vector<std::uint32_t> expected(count);
        for (std::uint32_t i = 0; i < count; ++i) expected[i] = i;
        std::stable_sort(expected.begin(), expected.end(), before);
        EXPECT_EQ(orderBy(count, before), expected);
    }
}

TEST(Sort, TakesAnythingOfFourBytes) {
    struct Pair {
        std::uint16_t a, b;
    };
    std::vector<Pair> pairs = {{2, 1}, {1, 9}, {2, 0}, {1, 3}};
    sortBy(pairs, [](Pair p, Pair q) { return p.a != q.a ? p.a < q.a : p.b > q.b; });
    const std::vector<std::uint16_t> expected = {9, 3, 1, 0};
    for (std::size_t i = 0; i < pairs.size(); ++i) EXPECT_EQ(pairs[i].b, expected[i]);
}

}  // namespace
}  // namespace dex
