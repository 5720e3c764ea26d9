#version 300 es
precision highp float;
#include "common/frame.glsl"
#include "common/hatch.glsl"

flat in vec4 colour;
flat in vec4 hatching;  // Ink, and its share: 0 where there are no lines.
flat in int hatchKind;

layout(location = 0) out vec4 result;

void main() {
    result = colour;
    if (hatching.a > 0.0) result.rgb = mix(colour.rgb, hatching.rgb, hatching.a * hatchCover(gl_FragCoord.xy, hatchKind));
}
