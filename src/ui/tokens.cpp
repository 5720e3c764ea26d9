#include "ui/tokens.h"

#include <algorithm>

namespace dex {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

constexpr Tokens kLight = {.paper = rgb(0xf4f2ed),
                           .panel = rgb(0xffffff),
                           .ink = rgb(0x1d1b2e),
                           .inkQuiet = rgb(0x55536a),
                           .hairline = rgb(0xd9d6cf),
                           .accent = rgb(0x4d2f8f),
                           .onAccent = rgb(0xffffff),
                           .accentTint = rgb(0xefebf7),
                           .track = rgb(0xe9e6df),
                           .hatch = rgb(0x85828f),
                           .boroughLine = rgb(0x282442),
                           .boroughCasing = rgb(0xffffff),
                           .focusDark = rgb(0x14121f),
                           .focusLight = rgb(0xffffff),
                           .sequential = {rgb(0xf4ead5), rgb(0xe7b798), rgb(0xca7e84), rgb(0x8c5088), rgb(0x3a2c6b)},
                           .shadowAlpha = 36};

// High values are the light end.
constexpr Tokens kDark = {.paper = rgb(0x16151f),
                          .panel = rgb(0x201f2c),
                          .ink = rgb(0xf1eff7),
                          .inkQuiet = rgb(0xb3b0c6),
                          .hairline = rgb(0x3a3850),
                          .accent = rgb(0xb9a4f5),
                          .onAccent = rgb(0x16151f),
                          .accentTint = rgb(0x2c2a40),
                          .track = rgb(0x2a2937),
                          .hatch = rgb(0x8b88a3),
                          .boroughLine = rgb(0xffffff),
                          .boroughCasing = rgb(0x0a0914),
                          .focusDark = rgb(0x14121f),
                          .focusLight = rgb(0xffffff),
                          .sequential = {rgb(0x3b335f), rgb(0x814f84), rgb(0xc07687), rgb(0xe6b092), rgb(0xf4ead5)},
                          .shadowAlpha = 110};

// The light theme without hue, each grey as light as its colour.
constexpr Tokens kGrey = {.paper = rgb(0xf2f2f2),
                          .panel = rgb(0xffffff),
                          .ink = rgb(0x1d1d1d),
                          .inkQuiet = rgb(0x555555),
                          .hairline = rgb(0xd6d6d6),
                          .accent = rgb(0x3f3f3f),
                          .onAccent = rgb(0xffffff),
                          .accentTint = rgb(0xededed),
                          .track = rgb(0xe6e6e6),
                          .hatch = rgb(0x838383),
                          .boroughLine = rgb(0x282828),
                          .boroughCasing = rgb(0xffffff),
                          .focusDark = rgb(0x131313),
                          .focusLight = rgb(0xffffff),
                          .sequential = {rgb(0xeeeeee), rgb(0xc1c1c1), rgb(0x939393), rgb(0x666666), rgb(0x353535)},
                          .shadowAlpha = 36};

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(a + (b - a) * share + 0.5);
}

}  // namespace

const Tokens& tokensOf(ThemeChoice theme) {
    return theme == ThemeChoice::Dark ? kDark : theme == ThemeChoice::Grey ? kGrey : kLight;
}

Colour classColour(const Tokens& tokens, std::uint32_t classIndex, std::uint32_t classCount) {
    const auto& ramp = tokens.sequential;
    if (classCount < 2) return ramp[kRampSteps / 2];
    const double at = static_cast<double>(std::min(classIndex, classCount - 1)) * (kRampSteps - 1) / (classCount - 1);
    const auto low = std::min(static_cast<std::uint32_t>(at), kRampSteps - 2);
    const double share = at - low;
    return {mix(ramp[low].r, ramp[low + 1].r, share), mix(ramp[low].g, ramp[low + 1].g, share),
            mix(ramp[low].b, ramp[low + 1].b, share)};
}

}  // namespace dex
