#version 300 es
precision mediump float;

uniform sampler2D cover;  // Dear ImGui's glyphs and lines, one channel.

in vec2 uv;
in vec4 colour;

layout(location = 0) out vec4 result;

void main() { result = vec4(colour.rgb, colour.a * texture(cover, uv).r); }
