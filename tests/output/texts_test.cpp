#include <gtest/gtest.h>

#include <limits>

#include "output/cell_state_id.h"
#include "output/csv_text.h"
#include "output/json_object.h"
#include "output/number_text.h"

namespace dex {
namespace {

TEST(CsvText, IsQuotedWhereItMustBe) {
    EXPECT_EQ(csvText("Peckham"), "Peckham");
    EXPECT_EQ(csvText("a, \"b\"\r\nc"), "\"a, \"\"b\"\"\r\nc\"");
    EXPECT_EQ(csvText(""), "");
}

TEST(CsvText, IsNeverAFormula) {
    EXPECT_EQ(csvText("=1+1"), "'=1+1");
    EXPECT_EQ(csvText("@x,y"), "\"'@x,y\"");
    for (const char* text : {"+x", "-x", "\tx", "＝1+1", "＋x", "－x", "＠x"})
        EXPECT_EQ(csvText(text), "'" + std::string(text));
    EXPECT_EQ(csvText("\rx"), "\"'\rx\"");
    EXPECT_EQ(csvText("a=b"), "a=b");
}

TEST(NumberText, ReadsBack) {
    EXPECT_EQ(numberText(1.0 / 3, 6), "0.333333");
    EXPECT_EQ(numberText(1.0 / 3, kExactly), "0.3333333333333333");
    EXPECT_EQ(numberText(4994, 6), "4994.000000");
    EXPECT_EQ(numberText(0.1, kExactly), "0.1");
    EXPECT_EQ(numberText(-0.5, 1), "-0.5");
    EXPECT_EQ(numberText(1e300, 6).size(), 308u);
}

TEST(JsonObject, HasNullForWhatIsNoNumber) {
    JsonObject json;
    json.add("one", 1.5, 1);
    json.add("none", std::nullopt, 1);
    json.add("infinite", std::numeric_limits<double>::infinity(), 1);
    json.add("nan", std::numeric_limits<double>::quiet_NaN(), kExactly);
    EXPECT_EQ(json.text(), R"({"one":1.5,"none":null,"infinite":null,"nan":null})");
}

TEST(CellStateId, IsToldApart) {
    for (int a = 0; a < static_cast<int>(CellState::kCount); ++a) {
        EXPECT_FALSE(idOf(static_cast<CellState>(a)).empty());
        for (int b = 0; b < a; ++b) EXPECT_NE(idOf(static_cast<CellState>(a)), idOf(static_cast<CellState>(b)));
    }
}

}  // namespace
}  // namespace dex
