#include "ui/tokens.h"

#include <algorithm>

namespace dex {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

constexpr std::array<Colour, kNeedColours + 1> kNeeds = {rgb(0x49afc1), rgb(0x232a6a), rgb(0x566eb9),
                                                         rgb(0x914651), rgb(0xd08e45), rgb(0xdedbd3)};
constexpr std::array<Colour, kRampSteps> kDiverging = {rgb(0x2e5999), rgb(0x87afd9), rgb(0xf1eee5), rgb(0xdfa56c),
                                                       rgb(0xa4511f)};
constexpr std::array<Colour, 9> kTwoWay = {rgb(0xf3f0e7), rgb(0xb8cbed), rgb(0x7da5ee), rgb(0xd4af8d), rgb(0x988d98),
                                           rgb(0x5f689c), rgb(0xb1702d), rgb(0x75514a), rgb(0x3f3152)};
// As light as the colours; hatches tell them apart (gpu/renderer.h).
constexpr std::array<Colour, kNeedColours + 1> kGreyNeeds = {rgb(0xa2a2a2), rgb(0x313131), rgb(0x717171),
                                                             rgb(0x5d5d5d), rgb(0x9c9c9c), rgb(0xdbdbdb)};
constexpr std::array<Colour, kRampSteps> kGreyDiverging = {rgb(0x595959), rgb(0xababab), rgb(0xeeeeee), rgb(0xb0b0b0),
                                                           rgb(0x686868)};
constexpr std::array<Colour, 9> kGreyTwoWay = {rgb(0xf0f0f0), rgb(0xcacaca), rgb(0xa5a5a5),
                                               rgb(0xb6b6b6), rgb(0x909090), rgb(0x6b6b6b),
                                               rgb(0x7f7f7f), rgb(0x5a5a5a), rgb(0x373737)};

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
                           .needs = kNeeds,
                           .diverging = kDiverging,
                           .twoWay = kTwoWay,
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
                          .areaAlpha = 90,
                          .focusDark = rgb(0x14121f),
                          .focusLight = rgb(0xffffff),
                          .sequential = {rgb(0x3b335f), rgb(0x814f84), rgb(0xc07687), rgb(0xe6b092), rgb(0xf4ead5)},
                          .needs = kNeeds,
                          .diverging = kDiverging,
                          .twoWay = kTwoWay,
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
                          .needs = kGreyNeeds,
                          .diverging = kGreyDiverging,
                          .twoWay = kGreyTwoWay,
                          .hatchesClasses = true,
                          .shadowAlpha = 36};

constexpr Tokens withMoreContrast(Tokens tokens) {
    tokens.hairline = tokens.hatch = tokens.inkQuiet;
    tokens.inkQuiet = tokens.ink;
    tokens.levelAlpha = tokens.areaAlpha = 255;
    return tokens;
}

// By ThemeChoice; Auto as Light.
constexpr Tokens kTables[2][4] = {
    {kLight, kLight, kDark, kGrey},
    {withMoreContrast(kLight), withMoreContrast(kLight), withMoreContrast(kDark), withMoreContrast(kGrey)}};

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(a + (b - a) * share + 0.5);
}

}  // namespace

const Tokens& tokensOf(ThemeChoice theme, bool moreContrast) {
    return kTables[moreContrast ? 1 : 0][static_cast<std::size_t>(theme)];
}

Colour classColour(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount) {
    const auto of = [&](const auto& colours) { return colours[std::min<std::size_t>(classIndex, colours.size() - 1)]; };
    if (palette == Palette::TwoWay) return of(tokens.twoWay);
    if (palette == Palette::Diverging) return of(tokens.diverging);
    if (palette == Palette::Needs) {
        // The class after the last need is "none stands out".
        if (classIndex + 1 >= classCount) return tokens.needs[kNeedColours];
        return tokens.needs[std::min(classIndex, kNeedColours - 1)];
    }
    const auto& ramp = tokens.sequential;
    if (classCount < 2) return ramp[kRampSteps / 2];
    const double at = static_cast<double>(std::min(classIndex, classCount - 1)) * (kRampSteps - 1) / (classCount - 1);
    const auto low = std::min(static_cast<std::uint32_t>(at), kRampSteps - 2);
    const double share = at - low;
    return {mix(ramp[low].r, ramp[low + 1].r, share), mix(ramp[low].g, ramp[low + 1].g, share),
            mix(ramp[low].b, ramp[low + 1].b, share)};
}

Hatch classHatch(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount) {
    if (!tokens.hatchesClasses) return Hatch::None;
    if (palette == Palette::Needs && classIndex + 1 < classCount)
        return static_cast<Hatch>(1 + std::min(classIndex, kNeedColours - 1));
    if (palette == Palette::Diverging && classIndex != kRampSteps / 2)
        return classIndex < kRampSteps / 2 ? Hatch::Falling : Hatch::Rising;
    return Hatch::None;
}

}  // namespace dex
