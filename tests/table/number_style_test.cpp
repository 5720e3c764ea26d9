#include "table/number_style.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

// The sign that a column's cells show, '?' where they do not; the problem goes into `trouble`.
char sign(char separator, const std::vector<const char*>& cells, TableProblem* trouble = nullptr) {
    DecimalSign column;
    std::uint32_t row = 1;
    for (const char* cell : cells) column.see(++row, cell);
    TableProblems problems;
    const auto decided = column.decide(separator, "v", problems);
    EXPECT_EQ(decided.has_value(), problems.empty());
    if (trouble != nullptr && !problems.empty()) *trouble = problems[0];
    return decided.value_or('?');
}

TEST(DecimalSign, IsTheOneWithoutWhichACellIsNoNumber) {
    EXPECT_EQ(sign(';', {"0,123", "0,234"}), ',');
    EXPECT_EQ(sign(';', {"1,234", "0,5"}), ',');
    EXPECT_EQ(sign(';', {"1.234,5", "1.234"}), ',');
    EXPECT_EQ(sign(';', {"1.234.567", "1.234"}), ',');
    EXPECT_EQ(sign('\t', {"1 234,567"}), ',');
    EXPECT_EQ(sign(';', {"1.234", "12.5"}), '.');
    EXPECT_EQ(sign('\t', {"1,234,567", "1,234"}), '.');
    EXPECT_EQ(sign(',', {"12,5", "0,123"}), ',');
}

TEST(DecimalSign, IsAPointWhereCommasPartTheColumns) {
    EXPECT_EQ(sign(',', {"1,234", "5,678"}), '.');
    EXPECT_EQ(sign(',', {"1.234"}), '.');
}

TEST(DecimalSign, DoesNotMatterToWholeNumbersAndMarks) {
    EXPECT_EQ(sign(';', {"1234", "", "..", "-", "[c]", "n.a.", "1 234"}), '.');
}

TEST(DecimalSign, IsNotGuessed) {
    TableProblem trouble;
    EXPECT_EQ(sign(';', {"1,234", "2", "5,678"}, &trouble), '?');
    EXPECT_EQ(trouble.trouble, TableTrouble::AmbiguousDecimals);
    EXPECT_EQ(trouble.texts, (std::vector<std::string>{"1,234", "5,678"}));
    EXPECT_EQ(trouble.numbers, (std::vector<std::uint32_t>{2, 4}));
    EXPECT_EQ(trouble.column, "v");
    EXPECT_EQ(sign('\t', {"1,234"}), '?');
    EXPECT_EQ(sign(';', {"1.234"}), '?');
    // A slip of the pen among thousands, or a column of decimals?
    EXPECT_EQ(sign(',', {"1,234", "1,23"}, &trouble), '?');
    EXPECT_EQ(trouble.texts, (std::vector<std::string>{"1,234", "1,23"}));
}

TEST(DecimalSign, IsRefusedWhereACellContradictsAnother) {
    TableProblem trouble;
    EXPECT_EQ(sign(';', {"0,12", "0.234"}, &trouble), '?');
    EXPECT_EQ(trouble.trouble, TableTrouble::MixedDecimals);
    EXPECT_EQ(trouble.texts, (std::vector<std::string>{"0.234", "0,12"}));
    EXPECT_EQ(trouble.numbers, (std::vector<std::uint32_t>{3, 2}));
}

}  // namespace
}  // namespace dex
