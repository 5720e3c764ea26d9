#include "compile/asked.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(FileNames, AreOfLettersAndDigitsAndNoneTwice) {
    const auto names = fileNamesOf({"E09", "../x", "a/b", "a_b", "A_B", "\u00e9"}, ".png");
    const std::vector<std::string> expected{"E09.png", "___x.png", "a_b.png", "a_b_2.png", "A_B_3.png", "__.png"};
    EXPECT_EQ(names, expected);
}

TEST(AskedDay, IsADayOrNone) {
    Problems wrong;
    EXPECT_EQ(askedDay("2026-11-29", wrong), (Day{2026, 11, 29}));
    EXPECT_FALSE(askedDay("none", wrong));
    EXPECT_TRUE(askedDay("", wrong));
    EXPECT_FALSE(wrong.any());
    EXPECT_FALSE(askedDay("2026-02-30", wrong));
    EXPECT_TRUE(wrong.any());
}

}  // namespace
}  // namespace dex
