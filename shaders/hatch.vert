#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"
#include "common/area.glsl"

layout(location = 0) in vec2 cell;
layout(location = 1) in uint area;

flat out vec4 ink;
flat out int kind;

void main() {
    uint state = stateOf(area);
    uint number = state & kClassBits;
    vec4 ground = classColours[number];
    // Lines of a class are light on dark and dark on light.
    vec3 lines = dot(ground.rgb, vec3(0.3, 0.6, 0.1)) > 0.5 ? vec3(0.15) : vec3(1.0);
    ink = vec4(number == kNoDataClass ? hatch.rgb : lines, 1.0 - towardsPaper(state));
    kind = int(ground.a);
    // Without lines: no triangle.
    gl_Position = kind == 0 ? vec4(0.0) : clipPos(devicePx(cell));
}
