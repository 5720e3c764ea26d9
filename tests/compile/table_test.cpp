#include "compile/table.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

std::optional<Table> take(std::string_view text, const std::string& key, const std::vector<std::string>& columns,
                          Problems& problems) {
    return takeTable(parseCsv(text, "t.csv", problems), "t.csv", key, columns, problems);
}

TEST(Csv, KeepsQuotedSeparatorsQuotesAndBreaks) {
    Problems problems;
    const auto lines = parseCsv("a,\"b, \"\"c\"\"\",\"d\ne\"\r\nf,,g\r\n", "t.csv", problems);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].fields, (std::vector<std::string>{"a", "b, \"c\"", "d\ne"}));
    EXPECT_EQ(lines[1].fields, (std::vector<std::string>{"f", "", "g"}));
    EXPECT_EQ(lines[1].row, 3u);
}

TEST(Csv, ReadsWindowsTextAndAByteOrderMark) {
    Problems problems;
    EXPECT_EQ(parseCsv("\xef\xbb\xbf"
                       "a;b\n",
                       "t.csv", problems)[0]
                  .fields[0],
              "a");
    EXPECT_EQ(parseCsv("caf\xe9,\x80\n", "t.csv", problems)[0].fields, (std::vector<std::string>{"café", "€"}));
}

TEST(Csv, SaysWhereAQuoteIsLeftOpen) {
    Problems problems;
    parseCsv("a,b\nc,\"d\n", "t.csv", problems);
    ASSERT_TRUE(problems.any());
    EXPECT_NE(problems.sentences()[0].find("t.csv, row"), std::string::npos);
}

TEST(Table, FindsItsHeaderUnderAPreambleAndSkipsNotes) {
    Problems problems;
    const auto table = take("TITLE,,\n,,\ncode,n,m\nX1 : A place,5,6\n,,\nA note about it all,,\n,more notes,\n",
                            "code", {"m"}, problems);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 1u);
    EXPECT_EQ(table->rows[0].key, "X1");
    EXPECT_EQ(table->rows[0].cells[0], "6");
    EXPECT_EQ(table->rows[0].row, 4u);
    EXPECT_EQ(table->notes, 2u);
}

TEST(Table, KeepsARowWhoseCellsAreAllBlank) {
    Problems problems;
    const auto table = take("code,n\nX1,\n", "code", {"n"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 1u);
}

TEST(Table, SaysWhichColumnsItLacks) {
    Problems problems;
    EXPECT_FALSE(take("code,n\nX1,1\n", "code", {"m"}, problems));
    EXPECT_EQ(problems.sentences()[0], "t.csv, row 1: the header does not have \"m\". It has \"code\", \"n\"");
}

TEST(Table, RefusesAHeaderWithAColumnTwice) {
    Problems problems;
    EXPECT_FALSE(take("code,n,n\nX1,1,2\n", "code", {"n"}, problems));
}

TEST(Table, SaysWhichRowIsTooShort) {
    Problems problems;
    ASSERT_TRUE(take("code,n,m\nX1,1\n", "code", {"n", "m"}, problems));
    EXPECT_EQ(problems.sentences()[0], "t.csv, row 2: has 2 fields, the header has 3");
}

}  // namespace
}  // namespace dex
