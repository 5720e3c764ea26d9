#include "output/number_text.h"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <random>

namespace dex {
namespace {

std::string ofTheLibrary(double value, int decimals) {
    char text[400];
    const auto end = decimals == kExactly
                         ? std::to_chars(text, text + sizeof text, value).ptr
                         : std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    return {text, end};
}

void expectSame(double value) {
    // Of whole numbers above 2^53 the library writes digits that nobody needs.
    if (std::fabs(value) < 9e15) {
        EXPECT_EQ(numberText(value, kExactly), ofTheLibrary(value, kExactly));
    }
    for (const int decimals : {0, 3, 6, 7}) EXPECT_EQ(numberText(value, decimals), ofTheLibrary(value, decimals));
}

TEST(NumberText, IsThatOfTheLibraryAtTheEdges) {
    for (const double value : {0.0,
                               -0.0,
                               1.0,
                               0.5,
                               1.5,
                               2.5,
                               0.125,
                               -2.5,
                               9.9999999,
                               0.9999999,
                               1e22,
                               1e-7,
                               0.0001,
                               100000.0,
                               1e16,
                               4503599627370496.5,
                               -0.00049999,
                               1024.0,
                               8.5,
                               5e-324,
                               1.7976931348623157e308,
                               2.2250738585072014e-308})
        expectSame(value);
}

TEST(NumberText, IsThatOfTheLibraryForAnyDouble) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> share;
    for (int i = 0; i < 300; ++i) {
        expectSame(share(random));
        expectSame(static_cast<double>(random() % 100'000) / 8);
        const auto any = std::bit_cast<double>(random());
        if (std::isfinite(any)) expectSame(any);
    }
}

}  // namespace
}  // namespace dex
