#include "risk/arithmetic.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Arithmetic, IsReadBackByItsId) {
    ASSERT_EQ(arithmeticIds().size(), kArithmetics);
    for (std::uint8_t i = 0; i < kArithmetics; ++i) {
        const auto arithmetic = static_cast<Arithmetic>(i);
        EXPECT_EQ(arithmeticIds()[i], idOf(arithmetic));
        EXPECT_EQ(arithmeticWithId(idOf(arithmetic)), arithmetic);
    }
    EXPECT_EQ(idOf(Arithmetic::MinMax), "min-max") << "it stands in spec ids";
}

TEST(Arithmetic, IsReadAsOlderLinksAndScriptsSayIt) { EXPECT_EQ(arithmeticWithId("minmax"), Arithmetic::MinMax); }

TEST(Arithmetic, IsNoneByAnyOtherName) {
    for (const char* id : {"", "mean", "Rank", "min–max", "rank "}) EXPECT_FALSE(arithmeticWithId(id)) << id;
}

}  // namespace
}  // namespace dex
