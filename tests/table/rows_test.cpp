#include "table/rows.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TextRows split(std::string_view text) {
    TableProblems problems;
    TextRows rows = splitRows(text, problems);
    EXPECT_TRUE(problems.empty());
    return rows;
}

TEST(Rows, KeepQuotedSeparatorsQuotesAndBreaks) {
    const auto rows = split("a,\"b, \"\"c\"\"\",\"d\ne\"\r\nf,,g\r\n").rows;
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].fields, (std::vector<std::string>{"a", "b, \"c\"", "d e"}));
    EXPECT_EQ(rows[1].fields, (std::vector<std::string>{"f", "", "g"}));
    EXPECT_EQ(rows[1].row, 3u);
}

TEST(Rows, AreCutWhereMostOfThemAreAlike) {
    EXPECT_EQ(split("code;value\nA;0,1\nB;0,2\n").separator, ';');
    EXPECT_EQ(split("code;a;b\nA;0,1;0,2\nB;0,2;0,3\n").separator, ';');
    EXPECT_EQ(split("code\tname\nA\tAlder, North; East\nB\tBeech, South; West\n").separator, '\t');
    EXPECT_EQ(split("code,name\nA,\"x;y;z\"\nB,\"x;y;z\"\n").separator, ',');
    EXPECT_EQ(split("code|value\nA|1,5\nB|2,5\n").separator, '|');
    EXPECT_EQ(split("A title, with commas, many, of them\n\ncode;v\nA;1\nB;2\n").separator, ';');
    EXPECT_EQ(split("code\nA\n").separator, ',');
}

TEST(Rows, AreCutAsTheFirstLineSays) {
    const TextRows rows = split("sep=|\r\na,b|c\r\n");
    EXPECT_EQ(rows.separator, '|');
    ASSERT_EQ(rows.rows.size(), 1u);
    EXPECT_EQ(rows.rows[0].row, 2u);
    EXPECT_EQ(rows.rows[0].fields, (std::vector<std::string>{"a,b", "c"}));
}

TEST(Rows, TakeAFirstLineThatSaysNothingAsItStands) {
    EXPECT_EQ(split("sep=;\na;b\n").separator, ';');
    EXPECT_EQ(split("sep=;\na;b\n").rows.size(), 1u);
    for (const char* text : {"sep=", "sep=;", "sep=;x\n"})
        EXPECT_TRUE(split(text).rows[0].fields[0].starts_with("sep=")) << text;
}

TEST(Rows, EndWhereTheFileDoes) {
    using Fields = std::vector<std::string>;
    for (const char* text : {"a,b", "a,b\r", "a,\"b\"", "a,\"b", "a,  b"}) {
        TableProblems problems;
        const auto rows = splitRows(text, problems).rows;
        ASSERT_EQ(rows.size(), 1u) << text;
        EXPECT_EQ(rows[0].fields, (Fields{"a", "b"})) << text;
    }
    EXPECT_EQ(split("a,  ").rows[0].fields, (Fields{"a", ""}));
    EXPECT_EQ(split("a,\"b\"x").rows[0].fields, (Fields{"a", "bx"}));
    EXPECT_EQ(split("a,b\rc,d\r").rows[1].fields, (Fields{"c", "d"}));
}

TEST(Rows, SayWhereAQuoteIsLeftOpen) {
    TableProblems problems;
    splitRows("a,b\nc,\"d\n", problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].trouble, TableTrouble::OpenQuote);
    EXPECT_EQ(problems[0].row, 2u);
}

}  // namespace
}  // namespace dex
