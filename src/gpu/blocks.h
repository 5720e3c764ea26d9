#pragma once

#include <cstddef>
#include <cstdint>

#include "gpu/device.h"

namespace dex {

// The uniform blocks of shaders/, std140; blocks.cpp holds them against the shaders. Blocks stand at multiples of kBlockStep in their buffer, as WebGL asks.
inline constexpr std::size_t kBlockStep = 256;

struct Float2 {
    float x = 0, y = 0;
};
struct Float4 {
    float x = 0, y = 0, z = 0, w = 0;
};

// shaders/common/frame.glsl
struct FrameBlock {
    Float4 classColours[16];
    Float4 paper;
    Float4 hatch;
    Float2 clipPerPx;
    Float2 hatchOriginPx;
    float devicePixelRatio = 1;
    float fade = 0;
    float dim = 0;
    float hatchPeriodPx = 1;
};

// shaders/common/tile.glsl
struct TileBlock {
    Float2 originCell;
    Float2 originPx;
    Float2 pxPerCell;
    Float2 unused;
};

// shaders/common/border.glsl
struct StrokeBlock {
    Float4 colour;
    float halfWidthPx = 0;
    float unused[3] = {0, 0, 0};
};

// shaders/panels.vert
struct PanelBlock {
    Float2 clipPerPx;
    Float2 originPx;
};

inline Float4 toFloats(Rgba8 c) {
    return {static_cast<float>(c.r) / 255, static_cast<float>(c.g) / 255, static_cast<float>(c.b) / 255,
            static_cast<float>(c.a) / 255};
}

}  // namespace dex
