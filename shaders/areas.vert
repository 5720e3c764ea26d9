#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"

uniform highp usampler2D classes;  // kClassMask and flags of src/map/scene.h, 256 a row: the outside, then the areas.

layout(location = 0) in vec2 cell;
layout(location = 1) in uint area;

// Its alpha is 0 where there are no lines, else the class and one, and half the share of their ink.
flat out vec4 colour;

void main() {
    uint texel = area + 1u;  // The outside is the largest number, which wraps to 0.
    uint state = texelFetch(classes, ivec2(texel & 255u, texel >> 8u), 0).r;
    uint number = state & 15u;
    float towardsPaper = 0.0;
    if ((state & 0x40u) != 0u) towardsPaper = fade;
    if ((state & 0x80u) != 0u) towardsPaper = max(towardsPaper, dim);
    vec4 own = classColours[number];
    float hatching = own.a > 0.0 ? float(number + 1u) + 0.5 * (1.0 - towardsPaper) : 0.0;
    colour = vec4(mix(own.rgb, paper.rgb, towardsPaper), hatching);
    gl_Position = clipPos(devicePx(cell));
}
