#include "words/format.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

constexpr Language kEnglish = Language::English;

TEST(Format, SeparatesThousandsByCommas) {
    EXPECT_EQ(formatCount(kEnglish, 0), "0");
    EXPECT_EQ(formatCount(kEnglish, 999), "999");
    EXPECT_EQ(formatCount(kEnglish, 4994), "4,994");
    EXPECT_EQ(formatCount(kEnglish, 8799725), "8,799,725");
}

TEST(Format, WritesExactlyTheDecimalsAskedFor) {
    EXPECT_EQ(formatNumber(kEnglish, 1.5, 0), "2");
    EXPECT_EQ(formatNumber(kEnglish, 2, 2), "2.00");
    EXPECT_EQ(formatNumber(kEnglish, 0.05, 1), "0.1");
    EXPECT_EQ(formatNumber(kEnglish, 9.96, 1), "10.0");
    EXPECT_EQ(formatNumber(kEnglish, 1234.5678, 3), "1,234.568");
    EXPECT_EQ(formatNumber(kEnglish, 0.123456789, 9), "0.123456789");
}

TEST(Format, UsesARealMinusAndNoneBeforeZero) {
    EXPECT_EQ(formatNumber(kEnglish, -3.25, 2), "\u22123.25");
    EXPECT_EQ(formatNumber(kEnglish, -0.04, 1), "0.0");
    EXPECT_EQ(formatNumber(kEnglish, -1234, 0), "\u22121,234");
}

TEST(Format, SurvivesNumbersBeyondAllMeaning) {
    EXPECT_FALSE(formatNumber(kEnglish, 1e300, 9).empty());
    EXPECT_FALSE(formatNumber(kEnglish, -1e300, 0).empty());
}

TEST(Format, PutsThePercentSignRightBehindTheNumber) {
    EXPECT_EQ(formatPercent(kEnglish, 0.184, 1), "18.4%");
    EXPECT_EQ(formatPercent(kEnglish, 1, 0), "100%");
}

TEST(Format, KnowsTheEnglishOrdinals) {
    EXPECT_EQ(formatOrdinal(kEnglish, 1), "1st");
    EXPECT_EQ(formatOrdinal(kEnglish, 2), "2nd");
    EXPECT_EQ(formatOrdinal(kEnglish, 3), "3rd");
    EXPECT_EQ(formatOrdinal(kEnglish, 4), "4th");
    EXPECT_EQ(formatOrdinal(kEnglish, 11), "11th");
    EXPECT_EQ(formatOrdinal(kEnglish, 12), "12th");
    EXPECT_EQ(formatOrdinal(kEnglish, 113), "113th");
    EXPECT_EQ(formatOrdinal(kEnglish, 21), "21st");
    EXPECT_EQ(formatOrdinal(kEnglish, 400), "400th");
    EXPECT_EQ(formatOrdinal(kEnglish, 1002), "1,002nd");
}

TEST(Format, WritesARangeInItsUnitAndOneNumberWhereBothLookAlike) {
    Indicator share;
    share.display = Display::Percent;
    share.decimals = 1;
    EXPECT_EQ(formatRange(kEnglish, share, 0.312, 0.48), "31.2% to 48.0%");
    EXPECT_EQ(formatRange(kEnglish, share, 0.3121, 0.3124), "31.2%");
    Indicator score;
    score.decimals = 0;
    EXPECT_EQ(formatRange(kEnglish, score, 7, 1024), "7 to 1,024");
}

}  // namespace
}  // namespace dex
