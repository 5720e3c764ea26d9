#version 300 es
#include "common/frame.glsl"
#include "common/stroke.glsl"

layout(location = 0) in vec2 fromPx;     // Four vertices are one straight piece, device px.
layout(location = 1) in vec2 toPx;
layout(location = 2) in vec2 shape;      // Half the width in device px; y is not used.
layout(location = 3) in vec4 ink;

out vec2 stroke;
flat out float lengthPx;
flat out float halfWidth;
flat out vec4 colour;

void main() {
    vec2 step = toPx - fromPx;
    lengthPx = length(step);
    vec2 along = lengthPx > 0.0 ? step / lengthPx : vec2(1.0, 0.0);
    vec2 corner = strokeCorner(gl_VertexID, along, lengthPx, max(shape.x, 0.5) + 0.5);
    stroke = vec2(dot(corner, along), dot(corner, vec2(-along.y, along.x)));
    halfWidth = shape.x;
    colour = ink;
    gl_Position = clipPos(fromPx + corner);
}
