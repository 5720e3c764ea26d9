// What is known of an area: kClassMask and flags of src/map/scene.h, 256 a row, the outside and then the areas.
uniform highp usampler2D classes;

uint stateOf(uint area) {
    uint texel = area + 1u;  // The outside is the largest number, which wraps to 0.
    return texelFetch(classes, ivec2(texel & 255u, texel >> 8u), 0).r;
}

float towardsPaper(uint state) { return max(fade * float((state >> 6u) & 1u), dim * float(state >> 7u)); }
