#include "look/tokens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "look/sizes.h"
#include "words/facts.h"

namespace dex {
namespace {

using Light = std::array<double, 3>;  // Linear red, green, blue.
using Matrix = std::array<Light, 3>;

Light lightOf(Colour colour) {
    const auto linear = [](std::uint8_t byte) {
        const double c = byte / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {linear(colour.r), linear(colour.g), linear(colour.b)};
}

double dot(const Light& a, const Light& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

// What an eye makes of light.
Light seen(const Matrix& sight, const Light& light) {
    const auto part = [&](int i) { return std::clamp(dot(sight[static_cast<std::size_t>(i)], light), 0.0, 1.0); };
    return {part(0), part(1), part(2)};
}

// Machado, Oliveira and Fernandes 2009, at full severity.
struct Sight {
    const char* name;
    Matrix matrix;
};
constexpr Sight kSights[] = {
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protan", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deutan", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritan", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(const Light& light) { return dot(light, {0.2126, 0.7152, 0.0722}); }
double luminance(Colour colour) { return luminance(lightOf(colour)); }

double contrast(Colour a, Colour b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// L* of CIE.
double lightness(const Light& light) {
    const double y = luminance(light);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

// 100 × the distance in OKLab.
double distance(const Light& a, const Light& b) {
    const auto lab = [](const Light& light) {
        const double l = std::cbrt(dot(light, {0.4122214708, 0.5363325363, 0.0514459929}));
        const double m = std::cbrt(dot(light, {0.2119034982, 0.6806995451, 0.1073969566}));
        const double s = std::cbrt(dot(light, {0.0883024619, 0.2817188376, 0.6299787005}));
        const Light cone{l, m, s};
        return Light{dot(cone, {0.2104542553, 0.7936177850, -0.0040720468}),
                     dot(cone, {1.9779984951, -2.4285922050, 0.4505937099}),
                     dot(cone, {0.0259040371, 0.7827717662, -0.8086757660})};
    };
    const Light p = lab(a), q = lab(b);
    return 100 * std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

struct Look {
    ThemeChoice theme;
    bool moreContrast;
};

class TokensOfTheme : public testing::TestWithParam<Look> {
protected:
    const Tokens& tokens = tokensOf(GetParam().theme, GetParam().moreContrast);
};

TEST_P(TokensOfTheme, LetEveryTextBeRead) {
    for (const Colour ground : {tokens.panel, tokens.accentTint}) {
        EXPECT_GE(contrast(tokens.ink, ground), 6);
        EXPECT_GE(contrast(tokens.inkQuiet, ground), 4.5);
        EXPECT_GE(contrast(tokens.accent, ground), 4.5);
    }
    EXPECT_GE(contrast(tokens.onAccent, tokens.accent), 4.5);
    EXPECT_GE(contrast(tokens.panel, tokens.ink), 6) << "the hint";
    EXPECT_GE(contrast(tokens.hatch, tokens.panel), 3) << "hatches and scroll thumbs";
}

TEST_P(TokensOfTheme, WithMoreContrastHaveNoQuietTextAndNoFaintLine) {
    if (!GetParam().moreContrast) return;
    for (const Colour ground : {tokens.panel, tokens.paper, tokens.accentTint}) {
        EXPECT_GE(contrast(tokens.ink, ground), 7);
        EXPECT_GE(contrast(tokens.inkQuiet, ground), 7);
        EXPECT_GE(contrast(tokens.hairline, ground), 4.5);
        EXPECT_GE(contrast(tokens.hatch, ground), 4.5);
    }
    EXPECT_EQ(tokens.levelAlpha, 255);
    EXPECT_EQ(tokens.areaAlpha, 255);
}

TEST_P(TokensOfTheme, KeepNeighbouringClassesApartForEverySight) {
    for (const Sight& sight : kSights) {
        for (std::uint32_t count = 2; count <= kRampSteps; ++count) {
            for (std::uint32_t i = 0; i + 1 < count; ++i) {
                const auto as = [&](std::uint32_t index) {
                    return seen(sight.matrix, lightOf(classColour(tokens, Palette::Sequential, index, count)));
                };
                EXPECT_GE(std::fabs(lightness(as(i)) - lightness(as(i + 1))), 10)
                    << sight.name << ", " << count << " classes, step " << i;
            }
        }
    }
}

// Any two of them: by colour, or where there is none by their lines.
TEST_P(TokensOfTheme, TellNamedClassesApartForEverySight) {
    for (const Palette palette : {Palette::Needs, Palette::Diverging}) {
        const std::uint32_t count = palette == Palette::Needs ? kNeedColours + 1 : kRampSteps;
        for (std::uint32_t i = 0; i < count; ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                if (classHatch(tokens, palette, i, count) != classHatch(tokens, palette, j, count)) continue;
                const Colour one = classColour(tokens, palette, i, count),
                             other = classColour(tokens, palette, j, count);
                for (const Sight& sight : kSights)
                    EXPECT_GE(distance(seen(sight.matrix, lightOf(one)), seen(sight.matrix, lightOf(other))), 12)
                        << sight.name << ", palette " << static_cast<int>(palette) << ", " << i << " and " << j;
            }
        }
    }
}

// In grey there is less to tell nine by: the square in the legend says which is which.
TEST_P(TokensOfTheme, TellTheNineOfNeedAndGroupApartForEverySight) {
    const bool isGrey = GetParam().theme == ThemeChoice::Grey;
    for (const Sight& sight : kSights) {
        for (std::size_t i = 0; i < tokens.twoWay.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const Light one = seen(sight.matrix, lightOf(tokens.twoWay[i]));
                const Light other = seen(sight.matrix, lightOf(tokens.twoWay[j]));
                if (isGrey)
                    EXPECT_GE(std::fabs(lightness(one) - lightness(other)), 6) << i << " and " << j;
                else
                    EXPECT_GE(distance(one, other), 12) << sight.name << ": " << i << " and " << j;
            }
        }
    }
}

// Around a place the areas of others are faded, and the key is of those in it: of its colours one is like paper anyway.
TEST_P(TokensOfTheme, FadeTheNineToPaperRatherThanToAnotherOfTheKey) {
    const Tokens& tokens = tokensOf(GetParam().theme, false);
    const Light paper = lightOf(tokens.paper);
    const auto& nine = tokens.twoWay;
    const auto likePaper = std::min_element(nine.begin(), nine.end(), [&](const Colour& a, const Colour& b) {
        return distance(lightOf(a), paper) < distance(lightOf(b), paper);
    });
    const auto fade = [](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * fadeOf(Palette::TwoWay)));
    };
    for (const Colour& one : nine) {
        const Light faded =
            lightOf({fade(one.r, tokens.paper.r), fade(one.g, tokens.paper.g), fade(one.b, tokens.paper.b)});
        for (auto key = nine.begin(); key != nine.end(); ++key) {
            if (key == likePaper) continue;
            EXPECT_LT(distance(faded, paper), distance(faded, lightOf(*key))) << key - nine.begin();
        }
    }
}

TEST_P(TokensOfTheme, HatchWhatGreyAloneDoesNotTell) {
    for (const Palette palette : {Palette::Sequential, Palette::Needs, Palette::Diverging, Palette::TwoWay}) {
        std::set<Hatch> hatches;
        for (std::uint32_t i = 0; i < 9; ++i)
            hatches.insert(classHatch(tokens, palette, i, palette == Palette::Needs ? 6 : 9));
        hatches.erase(Hatch::None);
        const bool isGrey = GetParam().theme == ThemeChoice::Grey;
        const std::size_t wanted = !isGrey                         ? 0
                                   : palette == Palette::Needs     ? kNeedColours
                                   : palette == Palette::Diverging ? 2
                                                                   : 0;
        EXPECT_EQ(hatches.size(), wanted) << static_cast<int>(palette);
    }
}

TEST_P(TokensOfTheme, ShowTheFocusLineOnEveryClass) {
    const auto expectOn = [&](const auto& colours) {
        for (const Colour colour : colours)
            EXPECT_GE(std::max(contrast(tokens.focusDark, colour), contrast(tokens.focusLight, colour)), 4.5);
    };
    expectOn(tokens.sequential);
    expectOn(tokens.needs);
    expectOn(tokens.diverging);
    expectOn(tokens.twoWay);
    expectOn(std::array{tokens.paper, tokens.panel, tokens.accent, tokens.accentTint});
}

INSTANTIATE_TEST_SUITE_P(EachTheme, TokensOfTheme,
                         testing::Values(Look{ThemeChoice::Light, false}, Look{ThemeChoice::Dark, false},
                                         Look{ThemeChoice::Grey, false}, Look{ThemeChoice::Light, true},
                                         Look{ThemeChoice::Dark, true}, Look{ThemeChoice::Grey, true}));

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
    const auto expectGrey = [](const auto& colours) {
        for (const Colour colour : colours) {
            EXPECT_EQ(colour.r, colour.g);
            EXPECT_EQ(colour.g, colour.b);
        }
    };
    const Tokens& tokens = tokensOf(ThemeChoice::Grey);
    expectGrey(tokens.sequential);
    expectGrey(tokens.needs);
    expectGrey(tokens.diverging);
    expectGrey(tokens.twoWay);
}

TEST(Tokens, HaveNoTextBelowThirteenPixels) {
    for (const TypeSize& size : kTypeSizes) EXPECT_GE(size.px, 13);
}

}  // namespace
}  // namespace dex
