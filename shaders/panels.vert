#version 300 es

// The area that the panels are drawn on, device px; mirrored by PanelBlock in src/gpu/blocks.h.
layout(std140) uniform Panel {
    vec2 clipPerPx;
    vec2 originPx;
};

layout(location = 0) in vec2 px;  // From the top left corner.
layout(location = 1) in vec2 texUv;
layout(location = 2) in vec4 ink;

out vec2 uv;
out vec4 colour;

void main() {
    uv = texUv;
    colour = ink;
    vec2 pos = (px - originPx) * clipPerPx;
    gl_Position = vec4(pos.x - 1.0, 1.0 - pos.y, 0.0, 1.0);
}
