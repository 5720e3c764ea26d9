#version 300 es
precision highp float;
#include "common/frame.glsl"
#include "common/hatch.glsl"

flat in vec4 colour;
flat in float hatched;

layout(location = 0) out vec4 result;

void main() {
    result = colour;
    if (hatched > 0.0) result = mix(colour, hatch, hatched * hatchCover(gl_FragCoord.xy));
}
