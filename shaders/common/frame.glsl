// What all programs of a frame share; mirrored by FrameBlock in src/gpu/blocks.h.
layout(std140) uniform Frame {
    vec4 classColours[16];  // By class, the last the ground of no data; alpha is the kind of hatch, 0 for none.
    vec4 paper;
    vec4 hatch;
    vec2 clipPerPx;         // Device px, from the lower left corner, to clip space.
    vec2 hatchOriginPx;     // Where the hatch starts, so that it moves with the map.
    float devicePixelRatio;
    float fade;             // How far faded and dimmed areas go towards the paper.
    float dim;
    float hatchPeriodPx;
};

vec4 clipPos(vec2 devicePx) { return vec4(devicePx * clipPerPx - 1.0, 0.0, 1.0); }
