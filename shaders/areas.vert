#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"

uniform highp usampler2D classes;  // kClassMask and flags of src/map/scene.h, 256 a row: the outside, then the areas.

layout(location = 0) in vec2 cell;
layout(location = 1) in uint area;

flat out vec4 colour;
flat out float hatched;  // Share of the hatch's ink, 0 where there is data.

void main() {
    uint texel = area + 1u;  // The outside is the largest number, which wraps to 0.
    uint state = texelFetch(classes, ivec2(texel & 255u, texel >> 8u), 0).r;
    uint number = state & 15u;
    float towardsPaper = 0.0;
    if ((state & 0x40u) != 0u) towardsPaper = fade;
    if ((state & 0x80u) != 0u) towardsPaper = max(towardsPaper, dim);
    colour = mix(classColours[number], paper, towardsPaper);
    hatched = number == 15u ? 1.0 - towardsPaper : 0.0;
    gl_Position = clipPos(devicePx(cell));
}
