#version 300 es
#include "common/frame.glsl"

layout(location = 0) in vec2 px;      // Device px from the lower left corner.
layout(location = 1) in vec2 texel;   // Of the glyph texture.
layout(location = 2) in vec4 ink;

uniform highp sampler2D glyphs;

out vec2 uv;
flat out vec4 colour;

void main() {
    uv = texel / vec2(textureSize(glyphs, 0));
    colour = ink;
    gl_Position = clipPos(px);
}
