#pragma once

#include <array>
#include <cstdint>

#include "gpu/renderer.h"
#include "map/view_state.h"
#include "words/facts.h"

namespace dex {

// The one table of looks: colours (sRGB), sizes and measures. Panels, map and pictures all start from it.

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr std::uint32_t kRampSteps = 5;
inline constexpr std::uint32_t kNeedColours = 5;  // Needs beyond them share the last.

struct Tokens {
    Colour paper, panel, ink, inkQuiet, hairline;
    Colour accent, onAccent, accentTint;
    Colour track;  // Ground of bars.
    Colour hatch;  // Lines of no data.
    Colour boroughLine, boroughCasing;
    std::uint8_t levelAlpha = 150;  // Of borders of the level that is shown, and of small areas.
    std::uint8_t areaAlpha = 110;
    Colour focusDark, focusLight;
    std::array<Colour, kRampSteps> sequential;   // Lowest value first.
    std::array<Colour, kNeedColours + 1> needs;  // In order of the recipe; the last: none stands out.
    std::array<Colour, kRampSteps> diverging;    // Much lower first.
    std::array<Colour, 9> twoWay;                // 3 · third of the need + third of the group.
    bool hatchesClasses = false;                 // Without hues, classes that are no ramp carry lines.
    std::uint8_t shadowAlpha = 0;
};

// Light, Dark or Grey; Auto counts as Light. With more contrast no text is quiet, and every line can be seen without
// effort.
const Tokens& tokensOf(ThemeChoice theme, bool moreContrast = false);

// The colour of a class. Of the sequential ramp for a class of so many (1–kRampSteps, or more: then steps between).
Colour classColour(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount);

// The lines of a class.
Hatch classHatch(const Tokens& tokens, Palette palette, std::uint32_t classIndex, std::uint32_t classCount);

// Type: size and line in css px at 16 px text.
struct TypeSize {
    float px = 15;
    float line = 22;
};
enum class Type : std::uint8_t { Small, SmallStrong, List, ListStrong, Text, TextStrong, Title, Headline, kCount };
inline constexpr std::array<TypeSize, static_cast<std::size_t>(Type::kCount)> kTypeSizes = {
    {{13, 18}, {13, 18}, {14, 24}, {14, 24}, {15, 22}, {15, 22}, {17, 24}, {21, 28}}};
constexpr TypeSize typeSize(Type type) { return kTypeSizes[static_cast<std::size_t>(type)]; }
constexpr bool isStrong(Type type) {
    return type == Type::SmallStrong || type == Type::ListStrong || type >= Type::TextStrong;
}

// Measures, css px at 16 px text; everything stands on a grid of 8.
namespace space {
inline constexpr double kGrid = 8;
inline constexpr double kEdge = 16;  // From a panel's edge to its contents.
inline constexpr double kPanelWidth = 320;
inline constexpr double kCardWidth = 362;
inline constexpr double kCorner = 6;
inline constexpr double kTarget = 44;
inline constexpr double kHeadEdge = 20;  // In wide and middle heads.
// Of wide and middle heads: room for a headline of two lines, so that the map stays where it is when the words change.
inline constexpr double kHeadHeight = 92;
inline constexpr double kToolTop = (kHeadHeight - kTarget) / 2;  // Of the search and the buttons in it.
inline constexpr double kPanelButton = 88;                       // Width of the button that unfolds the panel.
}  // namespace space

}  // namespace dex
