#version 300 es
precision highp float;
#include "common/cover.glsl"

in vec2 stroke;
flat in float lengthPx;
flat in float halfWidth;
flat in vec4 colour;

layout(location = 0) out vec4 result;

void main() {
    float cover = colour.a < 1.0 ? flatCover(stroke, lengthPx, halfWidth) : roundCover(stroke, lengthPx, halfWidth);
    result = vec4(colour.rgb, colour.a * cover);
}
