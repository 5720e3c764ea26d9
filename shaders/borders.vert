#version 300 es
#include "common/frame.glsl"
#include "common/tile.glsl"
#include "common/stroke.glsl"

// How this class of borders is drawn; mirrored by StrokeBlock in src/gpu/blocks.h.
layout(std140) uniform Stroke {
    vec4 strokeColour;
    float halfWidthPx;  // Device px.
};

layout(location = 0) in vec2 fromCell;  // Four vertices are one straight piece of a border.
layout(location = 1) in vec2 toCell;

out vec2 stroke;
flat out float lengthPx;
flat out float halfWidth;
flat out vec4 colour;

void main() {
    vec2 from = devicePx(fromCell);
    vec2 step = devicePx(toCell) - from;
    lengthPx = length(step);
    vec2 along = lengthPx > 0.0 ? step / lengthPx : vec2(1.0, 0.0);
    vec2 corner = strokeCorner(gl_VertexID, along, lengthPx, max(halfWidthPx, 0.5) + 0.5);
    stroke = vec2(dot(corner, along), dot(corner, vec2(-along.y, along.x)));
    halfWidth = halfWidthPx;
    colour = strokeColour;
    gl_Position = clipPos(from + corner);
}
