#include "table/number.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

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
    EXPECT_EQ(number("0e-05"), (Number{0, 0}));
    EXPECT_EQ(number("0.103050847457627").toDouble(), 0.103050847457627);
}

TEST(Number, IsNotGuessed) {
    for (const char* text : {"",
                             "-",
                             "1,23",
                             "1234,567",
                             "1.2.3",
                             "12 %",
                             "0x10",
                             "1e",
                             "NaN",
                             "inf",
                             "1 23",
                             "--1",
                             "1,234,5",
                             "1234567890123456789012",
                             "0,123",
                             "1 234,567",
                             "1,234 567",
                             ",5",
                             "12 345 6",
                             "\u00a3"
                             "5",
                             "(5)",
                             "1e40",
                             "1e-28",
                             "1e5x",
                             "0.1e-27",
                             "999999999999999999.9",
                             "1,23,456",
                             "+-5",
                             "\u0663"}) {
        EXPECT_FALSE(parseNumber(text)) << text;
    }
}

TEST(Number, IsReadWithACommaBeforeItsDecimals) {
    EXPECT_EQ(parseNumber("0,123", ','), (Number{123, 3}));
    EXPECT_EQ(parseNumber("-1.234,5", ','), (Number{-12345, 1}));
    EXPECT_EQ(parseNumber("1 234,567", ','), (Number{1234567, 3}));
    EXPECT_EQ(parseNumber("1.234.567", ','), (Number{1234567, 0}));
    EXPECT_EQ(parseNumber("1,2E-05", ','), (Number{12, 6}));
    for (const char* text : {"1,2,3", "0.123", "12.5", "1.23,4", "5,"}) EXPECT_FALSE(parseNumber(text, ',')) << text;
}

TEST(Number, IsReadWithOtherSignsThanTheKeyboards) {
    EXPECT_EQ(number("\u2212"
                     "0.5"),
              (Number{-5, 1}));
    EXPECT_EQ(number("+0.5"), (Number{5, 1}));
    EXPECT_EQ(number("1\u00a0"
                     "234"),
              (Number{1234, 0}));
    EXPECT_EQ(number("1\u2009"
                     "234\u2009"
                     "567.8"),
              (Number{12345678, 1}));
    EXPECT_EQ(number("1\u202f"
                     "234"),
              (Number{1234, 0}));
    EXPECT_EQ(number("1'234'567"), (Number{1234567, 0}));
    EXPECT_EQ(number("1\u2019"
                     "234"),
              (Number{1234, 0}));
}

// What a database prints for a mean or a quotient.
TEST(Number, OfManyDigitsIsRoundedToNineDecimals) {
    EXPECT_EQ(number("333.3333333333333333"), (Number{333333333333, 9}));
    EXPECT_EQ(number("0.33333333333333333333"), (Number{333333333, 9}));
    EXPECT_EQ(number("1666.6666666666666667"), (Number{1666666666667, 9}));
    EXPECT_EQ(number("2.5000000000000000"), (Number{25, 1}));
    EXPECT_EQ(number("12.0000000000000000000000"), (Number{12, 0}));
    EXPECT_EQ(number("-0.99999999999999999999"), (Number{-1, 0}));
    EXPECT_EQ(number("0.00000033333333333333333333"), (Number{333333333, 15}));
    // Half to even, and a little more than half.
    EXPECT_EQ(number("100000000.1234567885"), (Number{100000000123456788, 9}));
    EXPECT_EQ(number("100000000.1234567875"), (Number{100000000123456788, 9}));
    EXPECT_EQ(number("100000000.12345678850000000001"), (Number{100000000123456789, 9}));
    EXPECT_EQ(number("1234567890.123456784"), (Number{123456789012345678, 8}));
    EXPECT_EQ(number("123456789012.12345678901"), (Number{123456789012123457, 6}));
    EXPECT_FALSE(parseNumber("1234567890123456789.5"));
}

TEST(Number, IsTheDoubleNearestToIt) {
    for (const char* text :
         {"0.1", "2.2", "0.103050847457627", "123456789012345678", "0.123456789012345678", "1e-27", "9007199254740993",
          "0.999999999999999999", "7.00000000000000001", "0.000000000000000000000333"}) {
        const double expected = std::strtod(text, nullptr);
        EXPECT_EQ(number(text).toDouble(), expected) << text;
        EXPECT_EQ(number(std::string("-") + text).toDouble(), -expected) << text;
    }
    EXPECT_EQ(number("0").toDouble(), 0);
}

TEST(Number, HasAHundredth) {
    EXPECT_EQ(hundredth(number("12.3")), (Number{123, 3}));
    EXPECT_EQ(hundredth(number("100")), (Number{1, 0}));
    EXPECT_FALSE(hundredth(number("1e-27")));
}

TEST(Number, IsTakenFromAnotherWithoutNoise) { EXPECT_EQ(subtract(number("100"), number("97.8"))->toDouble(), 2.2); }

// What programs write of a share has up to 18 decimals.
TEST(Number, IsTakenFromAnotherAndRoundedWhereThereIsNoRoomForAllDigits) {
    EXPECT_EQ(subtract(number("100"), number("0.10000000000000001")), number("99.9"));
    EXPECT_EQ(subtract(number("100"), number("0.12345678901234568")), number("99.8765432109876543"));
    EXPECT_EQ(subtract(number("100"), number("0.012345678901234567")), number("99.9876543210987654"));
    EXPECT_EQ(subtract(number("0.012345678901234567"), number("100")), number("-99.9876543210987654"));
    EXPECT_EQ(add(number("99999999999999999.5"), number("0.75")), number("100000000000000000"));
}

TEST(Number, SumsExactly) { EXPECT_EQ(add(number("0.1"), number("0.2"))->toDouble(), 0.3); }

TEST(Number, IsNoneWhereASumDoesNotFit) {
    const Number most = number("999999999999999999");
    EXPECT_FALSE(add(most, most));
    EXPECT_FALSE(subtract(number("-999999999999999999"), most));
    EXPECT_FALSE(add(number("1e-27"), number("1")));
}

TEST(WeightedMean, TakesNothingThatItsSumCouldNotHold) {
    WeightedMean mean;
    EXPECT_FALSE(mean.add(number("1e-16"), 1));
    EXPECT_FALSE(mean.add(number("1"), -1));
    EXPECT_FALSE(mean.add(number("1"), (std::int64_t{1} << 40) + 1));
    EXPECT_FALSE(mean.add(number("1e10"), 1));
    EXPECT_FALSE(mean.add(number("-1e10"), 1));
    EXPECT_FALSE(mean.mean(1));
}

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
    EXPECT_EQ(mean("0.28", "0.28", 1), (Number{3, 1}));
    EXPECT_EQ(mean("1", "2", 4), (Number{15, 1}));
}

TEST(WeightedMean, WithoutWeightIsNone) {
    WeightedMean mean;
    EXPECT_TRUE(mean.add(number("5"), 0));
    EXPECT_FALSE(mean.mean(2));
}

}  // namespace
}  // namespace dex
