#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"
#include "common/stroke.glsl"
#include "common/border.glsl"

layout(location = 0) in vec2 fromCell;  // Four vertices are one straight piece of a border.
layout(location = 1) in vec2 toCell;

out vec2 stroke;
flat out float lengthPx;

void main() {
    vec2 from = devicePx(fromCell);
    vec2 step = devicePx(toCell) - from;
    lengthPx = length(step);
    vec2 along = lengthPx > 0.0 ? step / lengthPx : vec2(1.0, 0.0);
    vec2 corner = strokeCorner(gl_VertexID, along, lengthPx, max(halfWidthPx, 0.5) + 0.5);
    stroke = vec2(dot(corner, along), dot(corner, vec2(-along.y, along.x)));
    gl_Position = clipPos(from + corner);
}
