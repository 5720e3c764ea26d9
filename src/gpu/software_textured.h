#pragma once

#include "gpu/software_programs.h"

namespace dex {

struct TexturedCorner {
    float x = 0, y = 0;  // Px from the canvas's upper left corner.
    float u = 0, v = 0;  // Texels of a texture of one channel.
    Rgba8 ink;
};

// The pixels that a triangle may cover, within a clip.
Clip boxOf(const Clip& clip, const TexturedCorner& a, const TexturedCorner& b, const TexturedCorner& c);

// A triangle in the inks of its corners, as opaque as the texture says: glyphs, and what Dear ImGui draws.
void drawTextured(const SoftwareDraw& call, const TexturedCorner& a, const TexturedCorner& b, const TexturedCorner& c);

}  // namespace dex
