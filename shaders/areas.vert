#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"
#include "common/area.glsl"

layout(location = 0) in vec2 cell;
layout(location = 1) in uint area;

flat out vec4 colour;

void main() {
    uint state = stateOf(area);
    colour = vec4(mix(classColours[state & kClassBits].rgb, paper.rgb, towardsPaper(state)), 1.0);
    gl_Position = clipPos(devicePx(cell));
}
