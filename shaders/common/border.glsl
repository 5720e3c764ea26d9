// How this class of borders is drawn; mirrored by StrokeBlock in src/gpu/blocks.h.
layout(std140) uniform Stroke {
    vec4 strokeColour;
    float halfWidthPx;  // Device px.
};
