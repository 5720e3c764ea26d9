#include "ui/tokens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace dex {
namespace {

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(Colour colour) {
    const auto linear = [](std::uint8_t byte) {
        const double c = byte / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double contrast(Colour a, Colour b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

double lightness(Colour colour) {
    const double y = luminance(colour);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

class TokensOfTheme : public testing::TestWithParam<ThemeChoice> {};

TEST_P(TokensOfTheme, LetEveryTextBeRead) {
    const Tokens& tokens = tokensOf(GetParam());
    for (const Colour ground : {tokens.panel, tokens.accentTint}) {
        EXPECT_GE(contrast(tokens.ink, ground), 6);
        EXPECT_GE(contrast(tokens.inkQuiet, ground), 4.5);
        EXPECT_GE(contrast(tokens.accent, ground), 4.5);
    }
    EXPECT_GE(contrast(tokens.onAccent, tokens.accent), 4.5);
    EXPECT_GE(contrast(tokens.panel, tokens.ink), 6) << "the hint";
    EXPECT_GE(contrast(tokens.hatch, tokens.panel), 3) << "hatches and scroll thumbs";
}

TEST_P(TokensOfTheme, KeepNeighbouringClassesApart) {
    const Tokens& tokens = tokensOf(GetParam());
    for (std::uint32_t count = 2; count <= kRampSteps; ++count) {
        for (std::uint32_t i = 0; i + 1 < count; ++i) {
            const double apart = lightness(classColour(tokens, Palette::Sequential, i, count)) -
                                 lightness(classColour(tokens, Palette::Sequential, i + 1, count));
            EXPECT_GE(std::fabs(apart), 10) << count << " classes, step " << i;
        }
    }
}

TEST_P(TokensOfTheme, ShowTheFocusLineOnEveryClass) {
    const Tokens& tokens = tokensOf(GetParam());
    for (const Colour colour : tokens.sequential)
        EXPECT_GE(std::max(contrast(tokens.focusDark, colour), contrast(tokens.focusLight, colour)), 4.5);
}

INSTANTIATE_TEST_SUITE_P(EachTheme, TokensOfTheme,
                         testing::Values(ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Grey));

TEST(Tokens, GiveTheEndsOfTheRampToTheEndsOfTheClasses) {
    const Tokens& tokens = tokensOf(ThemeChoice::Light);
    for (std::uint32_t count = 2; count <= 9; ++count) {
        EXPECT_EQ(classColour(tokens, Palette::Sequential, 0, count), tokens.sequential.front());
        EXPECT_EQ(classColour(tokens, Palette::Sequential, count - 1, count), tokens.sequential.back());
        EXPECT_EQ(classColour(tokens, Palette::Sequential, 99, count), tokens.sequential.back());
    }
    EXPECT_EQ(classColour(tokens, Palette::Sequential, 0, 1), tokens.sequential[2]);
    for (std::uint32_t i = 0; i < kRampSteps; ++i)
        EXPECT_EQ(classColour(tokens, Palette::Sequential, i, kRampSteps), tokens.sequential[i]);
}

TEST(Tokens, AreGreyWhereTheyShallBe) {
    for (const Colour colour : tokensOf(ThemeChoice::Grey).sequential) {
        EXPECT_EQ(colour.r, colour.g);
        EXPECT_EQ(colour.g, colour.b);
    }
}

TEST(Tokens, HaveNoTextBelowThirteenPixels) {
    for (const TypeSize& size : kTypeSizes) EXPECT_GE(size.px, 13);
}

}  // namespace
}  // namespace dex
