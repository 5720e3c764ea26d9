#include "output/number_text.h"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

namespace dex {
namespace {

std::string ofTheLibrary(double value, int decimals) {
    char text[400];
    const auto end = decimals == kExactly
                         ? std::to_chars(text, text + sizeof text, value).ptr
                         : std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    return {text, end};
}

// The digits that are not 0 at an end, without a point and a power of ten.
std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text.substr(0, text.find('e'))) {
        if (c >= '0' && c <= '9') digits += c;
    }
    digits.erase(0, digits.find_first_not_of('0'));
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
}

void expectExact(double value) {
    const std::string text = numberText(value, kExactly);
    // Not from_chars, which libc++ does not have for them.
    char* end = nullptr;
    const double read = std::strtod(text.c_str(), &end);
    EXPECT_EQ(*end, '\0') << text;
    EXPECT_EQ(std::bit_cast<std::uint64_t>(read), std::bit_cast<std::uint64_t>(value)) << text;
    // Of whole numbers above 2^53 the library writes digits that nobody needs, unless it writes a power of ten.
    if (std::fabs(value) < 9e15) {
        EXPECT_EQ(text, ofTheLibrary(value, kExactly));
    } else {
        char scientific[40];
        const auto to = std::to_chars(scientific, scientific + sizeof scientific, value, std::chars_format::scientific);
        EXPECT_EQ(digitsOf(text), digitsOf({scientific, to.ptr}));
    }
}

void expectSame(double value) {
    expectExact(value);
    for (const int decimals : {0, 3, 6, 7, 9, 10})
        EXPECT_EQ(numberText(value, decimals), ofTheLibrary(value, decimals));
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
                               1e23,
                               9007199254740993.0,
                               9007199254740992.0,
                               -9223372036854775808.0,
                               18446744073709551616.0,
                               9223372036.854775,
                               9.2233720368547758e12,
                               999999999.9999999,
                               5e-10,
                               5.0000000000000004e-10,
                               7.4505805969238281e-09,
                               4503599627370496.5,
                               -0.00049999,
                               1024.0,
                               8.5,
                               5e-324,
                               1.7976931348623157e308,
                               2.2250738585072014e-308})
        expectSame(value);
}

TEST(NumberText, IsThatOfTheLibraryForEveryPowerOfTwoAndItsNeighbours) {
    for (int exponent = -1074; exponent < 1024; ++exponent) {
        const double power = std::ldexp(1.0, exponent);
        for (const double value : {std::nextafter(power, 0.0), power, std::nextafter(power, INFINITY)}) {
            if (value == 0) continue;
            expectExact(value);
            expectExact(-value);
            EXPECT_EQ(numberText(value, 6), ofTheLibrary(value, 6));
        }
    }
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
