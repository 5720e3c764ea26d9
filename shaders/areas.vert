#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"

uniform highp usampler2D classes;  // kClassMask and flags of src/map/scene.h, 256 a row: the outside, then the areas.

layout(location = 0) in vec2 cell;
layout(location = 1) in uint area;

flat out vec4 colour;
flat out vec4 hatching;
flat out int hatchKind;

void main() {
    uint texel = area + 1u;  // The outside is the largest number, which wraps to 0.
    uint state = texelFetch(classes, ivec2(texel & 255u, texel >> 8u), 0).r;
    uint number = state & 15u;
    float towardsPaper = 0.0;
    if ((state & 0x40u) != 0u) towardsPaper = fade;
    if ((state & 0x80u) != 0u) towardsPaper = max(towardsPaper, dim);
    vec4 own = classColours[number];
    colour = vec4(mix(own.rgb, paper.rgb, towardsPaper), 1.0);
    hatchKind = int(own.a);
    // Lines of a class are light on dark and dark on light.
    vec3 ink = dot(own.rgb, vec3(0.3, 0.6, 0.1)) > 0.5 ? vec3(0.15) : vec3(1.0);
    hatching = vec4(number == 15u ? hatch.rgb : ink, hatchKind > 0 ? 1.0 - towardsPaper : 0.0);
    gl_Position = clipPos(devicePx(cell));
}
