#version 300 es
precision highp float;
#include "common/frame.glsl"
#include "common/hatch.glsl"

flat in vec4 colour;

layout(location = 0) out vec4 result;

void main() {
    result = vec4(colour.rgb, 1.0);
    if (colour.a > 0.0) {
        int number = int(colour.a) - 1;
        vec4 own = classColours[number];
        // Lines of a class are light on dark and dark on light.
        vec3 ink = dot(own.rgb, vec3(0.3, 0.6, 0.1)) > 0.5 ? vec3(0.15) : vec3(1.0);
        if (number == 15) ink = hatch.rgb;
        result.rgb = mix(colour.rgb, ink, 2.0 * fract(colour.a) * hatchCover(gl_FragCoord.xy, int(own.a)));
    }
}
