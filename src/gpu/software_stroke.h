#pragma once

#include "gpu/software_canvas.h"

namespace dex {

// A straight piece of a line, px from the canvas's upper left corner.
struct Stroke {
    float fromX = 0, fromY = 0, toX = 0, toY = 0;
    float halfWidth = 0;
    bool flatEnds = false;  // Otherwise round.
    Pixel colour = 0;       // Opaque.
    float alpha = 1;
};

// Covers as much of each pixel as roundCover and flatCover of shaders/common/cover.glsl do.
// The pixels that it may cover, within a clip.
Clip boxOf(const Clip& clip, const Stroke& stroke);

void drawStroke(Canvas& canvas, const Clip& clip, Blend blend, const Stroke& stroke);

}  // namespace dex
