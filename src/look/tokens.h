#pragma once

#include <array>
#include <cstdint>

#include "map/view_state.h"

namespace dex {

// The colours and hatches of looks.json, the one table of looks: panels, map, pictures and the page all start from it.
// Sizes are in look/sizes.h; the page has the same colours as CSS (tools/looks.mjs).

enum class Palette : std::uint8_t;  // words/facts.h

struct Colour {  // sRGB.
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

// Lines over a class, where colours alone do not tell classes apart. shaders/common/hatch.glsl counts them.
enum class Hatch : std::uint8_t { None, Rising, Falling, Across, Upright, Crossed };

inline constexpr std::uint32_t kRampSteps = 5;
inline constexpr std::uint32_t kNeedColours = 5;  // Needs beyond them share the last.

// What a theme looks like. The fields stand in the order of looks.json, those that themes share first.
struct Tokens {
    std::array<Colour, kNeedColours + 1> needs;  // In order of the recipe; the last: none stands out.
    std::array<Colour, kRampSteps> diverging;    // Much lower first.
    std::array<Colour, 9> twoWay;                // 3 · third of the need + third of the group.
    std::array<Hatch, kNeedColours> needHatches;
    std::array<Hatch, kRampSteps> divergingHatches;
    std::uint8_t levelAlpha = 0;  // Of borders of the level that is shown.
    Colour shade;                 // Of shadows, and over what lies behind a dialog.
    std::uint8_t shadeAlpha = 0;  // Of the latter.
    Colour paper, panel, ink, inkQuiet, hairline;
    Colour accent, onAccent, accentTint;
    Colour track;               // Ground of bars.
    Colour hatch;               // Lines of no data.
    Colour topLine, topCasing;  // Borders of the topmost level.
    Colour focusDark, focusLight;
    std::array<Colour, kRampSteps> sequential;  // Lowest value first; in the dark theme high values are the light end.
    std::uint8_t areaAlpha = 0;                 // Of borders of small areas, which have the casing's colour.
    std::uint8_t shadowAlpha = 0;
};

// Light, Dark or Grey; Auto counts as Light. With more contrast no text is quiet, and every line can be seen without
// effort.
const Tokens& tokensOf(ThemeChoice theme, bool moreContrast = false);

// The colour of a class. Of the sequential ramp for a class of so many (1–kRampSteps, or more: then steps between).
Colour classColour(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount);

// How far an area outside the place goes towards the paper, 0 to 1.
double fadeOf(Palette palette);

// The lines of a class.
Hatch classHatch(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount);

}  // namespace dex
