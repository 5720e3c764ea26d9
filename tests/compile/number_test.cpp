#include "compile/number.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

Number number(std::string_view text) {
    const auto read = parseNumber(text);
    EXPECT_TRUE(read) << text;
    return read.value_or(Number{});
}

TEST(Number, IsReadExactly) {
    EXPECT_EQ(number("0.035"), (Number{35, 3}));
    EXPECT_EQ(number("-12"), (Number{-12, 0}));
    EXPECT_EQ(number(" 97.0 "), (Number{97, 0}));
    EXPECT_EQ(number("1,234"), (Number{1234, 0}));
    EXPECT_EQ(number("12,345,678.5"), (Number{123456785, 1}));
    EXPECT_EQ(number("5e-04"), (Number{5, 4}));
    EXPECT_EQ(number("1e+05"), (Number{100000, 0}));
    EXPECT_EQ(number("-.5"), (Number{-5, 1}));
    EXPECT_EQ(number("0.103050847457627").toDouble(), 0.103050847457627);
}

TEST(Number, IsNotGuessed) {
    for (const char* text : {"", "-", "1,23", "1234,567", "1.2.3", "12 %", "0x10", "1e", "NaN", "inf", "1 234", "--1",
                             "1,234,5", "1234567890123456789012", "+5"}) {
        EXPECT_FALSE(parseNumber(text)) << text;
    }
}

TEST(Number, IsTakenFromAnotherWithoutNoise) { EXPECT_EQ(subtract(number("100"), number("97.8"))->toDouble(), 2.2); }

TEST(Number, SumsExactly) { EXPECT_EQ(add(number("0.1"), number("0.2"))->toDouble(), 0.3); }

TEST(WeightedMean, RoundsHalfToEven) {
    const auto mean = [](const char* a, const char* b, int decimals) {
        WeightedMean m;
        m.add(number(a), 1);
        m.add(number(b), 1);
        return *m.mean(decimals);
    };
    EXPECT_EQ(mean("0.1", "0.2", 1), (Number{2, 1}));  // 0.15
    EXPECT_EQ(mean("0.2", "0.3", 1), (Number{2, 1}));  // 0.25
    EXPECT_EQ(mean("-0.1", "-0.2", 1), (Number{-2, 1}));
    EXPECT_EQ(mean("1", "2", 4), (Number{15, 1}));
}

TEST(WeightedMean, WithoutWeightIsNone) {
    WeightedMean mean;
    EXPECT_TRUE(mean.add(number("5"), 0));
    EXPECT_FALSE(mean.mean(2));
}

}  // namespace
}  // namespace dex
