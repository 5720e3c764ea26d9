#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/tile.h"
#include "geo/grid.h"

namespace dex {

// Css px from the canvas's top left corner.
struct PxPoint {
    double x = 0, y = 0;
    friend bool operator==(const PxPoint&, const PxPoint&) = default;
};

struct PxRect {
    double x = 0, y = 0, width = 0, height = 0;
    bool contains(double px, double py) const { return px >= x && py >= y && px < x + width && py < y + height; }
    friend bool operator==(const PxRect&, const PxRect&) = default;
};

struct TileKey {
    std::uint16_t lod = 0;
    std::uint16_t tile = 0;
    friend bool operator==(const TileKey&, const TileKey&) = default;
};

// What the camera sees: `centre` of the world stands in the middle of `viewport`; y runs north in the world and down
// on the screen.
struct Sight {
    PxRect viewport;
    double devicePixelRatio = 1;
    WorldPoint centre;
    double pxPerWorld = 256;  // Css px for the width of the whole world: 256 · 2^zoom.
    friend bool operator==(const Sight&, const Sight&) = default;
};

// A chain of world points, drawn as the two-tone line (selection, hover, focus).
struct Outline {
    std::vector<WorldPoint> points;
    std::vector<std::uint32_t> starts;  // First point of each chain; a chain ends where the next begins.
};

struct PlacedLabel {
    std::string text;     // One line, or two separated by '\n'.
    double x = 0, y = 0;  // Css px, middle of the text.
    bool strong = false;  // Of the areas drawn, or of boroughs among small areas; otherwise quiet.
};

// Everything of the map that the eye sees in one frame, but not the panels. A plain value: the renderer keeps what it
// drew for it and draws again only what differs.
struct Scene {
    Sight sight;
    bool moving = false;         // The sight is about to change again: it need not be drawn as finely as one at rest.
    std::vector<TileKey> tiles;  // Loaded tiles to draw, coarser ones first where a finer one is missing.
    std::uint32_t level = 0;     // Whose borders are drawn as level outlines.
    std::uint32_t topLevel = 0;  // Whose borders are always drawn, cased.
    bool hairlines = false;      // Small-area borders are wide enough apart to read.
    std::uint32_t classesVersion = 0;
    std::uint32_t themeVersion = 0;
    Outline selected;
    Outline hovered;
    bool crosshair = false;  // Keyboard in use: a mark in the middle of the viewport.
    std::vector<PlacedLabel> labels;
};

// One byte an area for the class texture.
inline constexpr std::uint8_t kClassMask = 0x0f;  // Class, or kNoDataClass.
inline constexpr std::uint8_t kOutOfScopeClass =
    14;  // Not ranked with the others, which is not to say that there is no data.
inline constexpr std::uint8_t kFadedFlag = 0x40;   // Outside the place that is shown.
inline constexpr std::uint8_t kDimmedFlag = 0x80;  // Another class was chosen in the legend.

}  // namespace dex
