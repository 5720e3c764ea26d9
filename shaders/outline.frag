#version 300 es
precision highp float;
#include "common/cover.glsl"

in vec2 stroke;
flat in float lengthPx;
flat in float halfWidth;
flat in vec4 colour;

layout(location = 0) out vec4 result;

void main() { result = vec4(colour.rgb, colour.a * roundCover(stroke, lengthPx, halfWidth)); }
