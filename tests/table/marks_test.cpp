#include "table/marks.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Marks, OfPublishersAndProgramsAreKnown) {
    for (const char* text : {"", "-", "\u2013", "..", "...", ":", "NA", "n/a", "N/A", "#N/A", "NULL", "null", "NaN",
                             "[x]", "[z]", "[w]", "[low]", "[Low]"}) {
        EXPECT_EQ(knownMark(text), Mark::NotPublished) << text;
    }
    for (const char* text : {"*", "c", "[c]", "[C]", "[u]", "x"}) EXPECT_EQ(knownMark(text), Mark::Suppressed) << text;
}

TEST(Marks, AreNotGuessed) {
    for (const char* text : {"about ten", "-999", "0", "#REF!", "#DIV/0!", "[q]", "r", "<5", "2%", "**"}) {
        EXPECT_FALSE(knownMark(text)) << text;
    }
}

TEST(NumberCell, LosesItsPercentSignAndItsNotes) {
    EXPECT_EQ(takeApart("12.3%").number, "12.3");
    EXPECT_TRUE(takeApart(std::string("12.3 ") + "%").isPercent);
    EXPECT_EQ(takeApart("45.1 [r]").number, "45.1");
    EXPECT_TRUE(takeApart("45.1 [r]").isNoted);
    EXPECT_EQ(takeApart("45.1% [p][R]").number, "45.1");
    EXPECT_FALSE(takeApart("45.1").isNoted);
}

TEST(NumberCell, KeepsMarksThatTakeTheNumberAway) {
    for (const char* text : {"45.1 [c]", "45.1 [x]", "45.1 [q]", "[r]", "45.1 r", "45.1]"}) {
        EXPECT_EQ(takeApart(text).number, text);
        EXPECT_FALSE(takeApart(text).isNoted) << text;
    }
}

}  // namespace
}  // namespace dex
