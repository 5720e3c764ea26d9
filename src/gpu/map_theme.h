#pragma once

#include <array>

#include "archive/atlas.h"
#include "gpu/device.h"
#include "look/sizes.h"
#include "look/tokens.h"

namespace dex {

// The colours with which the map is drawn now; the caller takes them from look/tokens.h.
struct MapTheme {
    Rgba8 paper;
    std::array<Rgba8, kNoDataClass> classes{};  // By class; only those in use need be set.
    std::array<Hatch, kNoDataClass> hatches{};
    Rgba8 noData;  // Ground of its hatch, which rises.
    Rgba8 hatch;
    Rgba8 topLine, topCasing;     // Borders of the topmost level.
    Rgba8 levelLine;              // Borders of the level that is shown.
    Rgba8 hairline;               // Borders of small areas; its alpha counts.
    Rgba8 focusDark, focusLight;  // The two-tone line.
    Rgba8 label, halo;
    float fade = static_cast<float>(map_look::kFade);
    float dim = static_cast<float>(map_look::kDim);
};

// As screens and pictures have it. Of the sequential ramp for so many classes.
MapTheme mapThemeOf(const Tokens& tokens, Palette palette, std::uint32_t classCount);

}  // namespace dex
