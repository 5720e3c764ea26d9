#include "look/tokens.h"

#include <algorithm>

#include "look/sizes.h"
#include "words/facts.h"

namespace dex {
namespace {

// kLight, kDark and kGrey. Grey is the light theme without hue, each grey as light as its colour: there hatches tell
// classes apart.
#include "look/colours.inc"

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

double fadeOf(Palette palette) { return palette == Palette::TwoWay ? map_look::kTwoWayFade : map_look::kFade; }

Hatch classHatch(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount) {
    if (palette == Palette::Diverging) return tokens.divergingHatches[std::min(classIndex, kRampSteps - 1)];
    // The class after the last need, "none stands out", carries no lines.
    if (palette == Palette::Needs && classIndex + 1 < classCount)
        return tokens.needHatches[std::min(classIndex, kNeedColours - 1)];
    return Hatch::None;
}

}  // namespace dex
