#version 300 es
precision highp float;

uniform highp sampler2D glyphs;

in vec2 uv;
flat in vec4 colour;

layout(location = 0) out vec4 result;

void main() {
    result = vec4(colour.rgb, colour.a * texture(glyphs, uv).r);
}
