#version 300 es
precision highp float;
#include "common/frame.glsl"
#include "common/hatch.glsl"

flat in vec4 ink;
flat in int kind;

layout(location = 0) out vec4 result;

void main() { result = vec4(ink.rgb, ink.a * hatchCover(gl_FragCoord.xy, kind)); }
