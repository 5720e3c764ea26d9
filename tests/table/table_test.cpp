#include "table/table.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

std::optional<Table> take(std::string_view text, const std::string& key, const std::vector<std::string>& columns,
                          TableProblems& problems) {
    return takeTable(splitRows(text, problems), "t.csv", key, columns, problems);
}

TEST(Table, FindsItsHeaderUnderAPreambleAndSkipsNotes) {
    TableProblems problems;
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
    TableProblems problems;
    const auto table = take("code,n\nX1,\n", "code", {"n"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 1u);
}

TEST(Table, SaysWhichColumnsItLacks) {
    TableProblems problems;
    EXPECT_FALSE(take("code,n\nX1,1\n", "code", {"m"}, problems));
    EXPECT_EQ(problems[0].trouble, TableTrouble::HeaderLacks);
    EXPECT_EQ(problems[0].row, 1u);
    EXPECT_EQ(problems[0].texts, (std::vector<std::string>{"m", "code", "n"}));
    EXPECT_EQ(problems[0].numbers, std::vector<std::uint32_t>{1});
}

TEST(Table, SaysThatNoLineHasAnyOfTheColumns) {
    for (const char* text : {"", "a,b\n1,2\n"}) {
        TableProblems problems;
        EXPECT_FALSE(take(text, "code", {"m"}, problems));
        EXPECT_EQ(problems[0].trouble, TableTrouble::NoHeader);
        EXPECT_EQ(problems[0].texts, (std::vector<std::string>{"code", "m"}));
    }
}

TEST(Table, TakesItsKeyAsAColumnToo) {
    TableProblems problems;
    const auto table = take("code,n\nX1 : A place,5\n", "code", {"code", "n"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows[0].key, "X1");
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"X1 : A place", "5"}));
}

TEST(Table, TakesALineThatIsCutShortAsANote) {
    TableProblems problems;
    const auto table = take("n,m,code\n5,6,X1\nNote\n", "code", {"n"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->notes, 1u);
    const auto other = take("code,n,m\nX1,5,6\nNote\n", "code", {"n", "m"}, problems);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->notes, 1u);
    EXPECT_TRUE(problems.empty());
}

TEST(Table, RefusesAHeaderWithAColumnTwice) {
    TableProblems problems;
    EXPECT_FALSE(take("code,n,n\nX1,1,2\n", "code", {"n"}, problems));
    EXPECT_EQ(problems[0].trouble, TableTrouble::ColumnTwice);
}

TEST(Table, SaysWhichRowIsTooShort) {
    TableProblems problems;
    ASSERT_TRUE(take("code,n,m\nX1,1\n", "code", {"n", "m"}, problems));
    EXPECT_EQ(problems[0].trouble, TableTrouble::ShortRow);
    EXPECT_EQ(problems[0].row, 2u);
    EXPECT_EQ(problems[0].numbers, (std::vector<std::uint32_t>{2, 3}));
}

TEST(Table, SaysWhichRowIsTooLong) {
    TableProblems problems;
    // Blank fields beyond the header push nothing aside.
    ASSERT_TRUE(take("code,n\nX1,1,\nX2,0,12\n", "code", {"n"}, problems));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].trouble, TableTrouble::LongRow);
    EXPECT_EQ(problems[0].row, 3u);
    EXPECT_EQ(problems[0].numbers, (std::vector<std::uint32_t>{3, 2}));
}

TEST(Table, FindsColumnsWhoseNamesHaveBreaksAndOtherBlanks) {
    TableProblems problems;
    const auto table =
        take("code,\"Total\npersons\",Aged\u00a065\n\"X1\n\",5,6\n", "code", {"Total\npersons", "Aged 65"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows[0].key, "X1");
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"5", "6"}));
}

TEST(Table, ReadsAHeaderOfTwoLines) {
    TableProblems problems;
    const auto table = take("A title,,,,\ncode,2021,,2022,\n,n,share,n,share\nX1,1,2,3,4\n", "code",
                            {"2021 share", "2022 n"}, problems);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 1u);
    EXPECT_EQ(table->rows[0].key, "X1");
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"2", "3"}));
}

TEST(Table, ReadsAHeaderOfTwoLinesOfUnequalLength) {
    TableProblems problems;
    const auto table = take(",2021\ncode,n,,\nX1,5,,\n", "code", {"2021 n"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows[0].cells, std::vector<std::string>{"5"});
}

TEST(Table, OfNoColumnsHasADecimalPoint) {
    TableProblems problems;
    const auto table = take("code,n\nX1,5\n", "code", {}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(decimalSignOf(*table, {}, problems), '.');
}

TEST(Table, JudgesTheDecimalSignOfColumnsTogether) {
    TableProblems problems;
    const auto table = take("code;n;m\nX1;51,507;-0,127\n", "code", {"n", "m"}, problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(decimalSignOf(*table, {0, 1}, problems), ',');
    EXPECT_FALSE(decimalSignOf(*table, {0}, problems));
    EXPECT_EQ(problems[0].column, "n");
}

}  // namespace
}  // namespace dex
