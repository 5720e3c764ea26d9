// What is known of an area: kClassMask and flags of src/map/scene.h, 256 a row, the outside and then the areas.
uniform highp usampler2D classes;

const uint kClassBits = 15u;
const uint kNoDataClass = 15u;
const uint kFadedBit = 6u;
const uint kDimmedBit = 7u;
const uint kOutsideTexels = 1u;
const uint kRowMask = 255u;
const uint kRowBits = 8u;

uint stateOf(uint area) {
    uint texel = area + kOutsideTexels;  // The outside is the largest number, which wraps to 0.
    return texelFetch(classes, ivec2(texel & kRowMask, texel >> kRowBits), 0).r;
}

float towardsPaper(uint state) { return max(fade * float((state >> kFadedBit) & 1u), dim * float(state >> kDimmedBit)); }
