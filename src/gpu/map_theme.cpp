#include "gpu/map_theme.h"

#include "map/scene.h"

namespace dex {
namespace {

Rgba8 rgba(Colour colour, std::uint8_t alpha = 255) { return {colour.r, colour.g, colour.b, alpha}; }

}  // namespace

MapTheme mapThemeOf(const Tokens& tokens, Palette palette, std::uint32_t classCount) {
    MapTheme theme;
    theme.paper = rgba(tokens.paper);
    for (std::uint32_t i = 0; i < kNoDataClass; ++i) {
        theme.classes[i] = rgba(classColour(tokens, palette, i, classCount));
        theme.hatches[i] = classHatch(tokens, palette, i, classCount);
    }
    // Plain, in the colour of hatches: an area out of scope has data, and the hatch says that there is none.
    theme.classes[kOutOfScopeClass] = rgba(tokens.hatch);
    theme.hatches[kOutOfScopeClass] = Hatch::None;
    theme.noData = rgba(tokens.panel);
    theme.hatch = rgba(tokens.hatch);
    theme.topLine = rgba(tokens.topLine);
    theme.topCasing = rgba(tokens.topCasing);
    theme.levelLine = rgba(tokens.topLine, tokens.levelAlpha);
    theme.hairline = rgba(tokens.topCasing, tokens.areaAlpha);
    theme.focusDark = rgba(tokens.focusDark);
    theme.focusLight = rgba(tokens.focusLight);
    theme.label = rgba(tokens.ink);
    theme.halo = rgba(tokens.topCasing);
    theme.fade = static_cast<float>(fadeOf(palette));
    return theme;
}

}  // namespace dex
