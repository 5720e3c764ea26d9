#version 300 es
precision highp float;
#include "common/cover.glsl"
#include "common/border.glsl"

in vec2 stroke;
flat in float lengthPx;

layout(location = 0) out vec4 result;

void main() {
    float cover = strokeColour.a < 1.0 ? flatCover(stroke, lengthPx, halfWidthPx) : roundCover(stroke, lengthPx, halfWidthPx);
    result = vec4(strokeColour.rgb, strokeColour.a * cover);
}
