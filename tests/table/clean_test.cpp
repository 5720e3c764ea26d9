#include "table/clean.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Cleaned, TrimsEveryKindOfBlankAndBreak) {
    EXPECT_EQ(cleaned(" \tW2\n"), "W2");
    EXPECT_EQ(cleaned("W2\r\n"), "W2");
    EXPECT_EQ(cleaned("\u00a0\u2009W2\u202f\u2028"), "W2");
    EXPECT_EQ(cleaned("\ufeffW2\u200b"), "W2");
    EXPECT_EQ(cleaned("W2\u00a0"), "W2");
    EXPECT_EQ(cleaned("\n \n"), "");
}

TEST(Cleaned, MakesBreaksAndOtherSpacesBlanks) {
    EXPECT_EQ(cleaned("Total\npersons"), "Total persons");
    EXPECT_EQ(cleaned("Total \r\n persons"), "Total persons");
    EXPECT_EQ(cleaned("Aged\u00a065"), "Aged 65");
    EXPECT_EQ(cleaned("two  blanks"), "two  blanks");
    EXPECT_EQ(cleaned(std::string_view("a\0b", 3)), "a b");
}

TEST(Cleaned, KnowsEverySpaceAndBreakAndWhatNobodySees) {
    for (const char* space :
         {"\u00a0", "\u1680", "\u2000", "\u200a", "\u202f", "\u205f", "\u3000", "\u0085", "\x7f", "\u2028", "\u2029"})
        EXPECT_EQ(cleaned(std::string("a") + space + "b"), "a b") << space;
    for (const char* unseen :
         {"\u00ad", "\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"})
        EXPECT_EQ(cleaned(std::string("a") + unseen + "b"), "ab") << unseen;
    // Two blanks beside a letter that is not plain.
    EXPECT_EQ(cleaned("\u00e9  a"), "\u00e9  a");
}

TEST(Cleaned, ComposesLettersAndTheirMarks) {
    EXPECT_EQ(cleaned("Ynys Mo\u0302n"), "Ynys M\u00f4n");
    // Two marks on one letter, as Vietnamese has them.
    EXPECT_EQ(cleaned("A\u0302\u0301p"), "\u1ea4p");
    EXPECT_EQ(cleaned("\u0415\u0308"), "\u0401");
    // Nothing has this letter with that mark, and a mark alone has no letter.
    EXPECT_EQ(cleaned("q\u0302"), "q\u0302");
    EXPECT_EQ(cleaned("\u0302x"), "\u0302x");
    EXPECT_EQ(cleaned("\U0001d11e\u0301"), "\U0001d11e\u0301");
}

TEST(Cleaned, GivesUtf8WhateverComes) {
    EXPECT_EQ(cleaned("a\xed\xa0\x80z"), "a\ufffdz");
    EXPECT_EQ(cleaned("a\xf4\x90\x80\x80z"), "a\ufffdz");
    EXPECT_EQ(cleaned("a\xffz"), "a\ufffdz");
}

TEST(Cleaned, LeavesVisibleLettersAlone) {
    for (const char* text : {"Stoke\u2011on\u2011Sea", "Pia\u021ba", "\u062d\u064a", "𝄞", "Ôô"})
        EXPECT_EQ(cleaned(text), text);
}

}  // namespace
}  // namespace dex
