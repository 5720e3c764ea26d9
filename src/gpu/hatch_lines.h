#pragma once

#include <algorithm>
#include <cmath>

#include "look/tokens.h"

namespace dex {

// How much of a pixel the lines of a hatch cover, as shaders/common/hatch.glsl has it: for the map and for the swatches of
// pictures. All in device px, y running up; `halfWidth` holds half a pixel more than the line, for its soft edge.
struct HatchLines {
    float originX, originY, period, halfWidth;

    float lines(float across, float periodPx) const {
        const float turns = across / periodPx;
        const float away = std::abs(across - periodPx * std::floor(turns) - 0.5f * periodPx);
        return std::clamp(halfWidth - away, 0.0f, 1.0f);
    }
    // At the middle of a pixel.
    float cover(float fragX, float fragY, Hatch kind) const {
        constexpr float kDiagonal = 0.70710678f;
        const float x = fragX - originX, y = fragY - originY;
        const float straight = period * kDiagonal;
        switch (kind) {
            case Hatch::Falling: return lines((x + y) * kDiagonal, period);
            case Hatch::Across: return lines(y, straight);
            case Hatch::Upright: return lines(x, straight);
            case Hatch::Crossed:
                return std::max(lines((x - y) * kDiagonal, period), lines((x + y) * kDiagonal, period));
            default: return lines((x - y) * kDiagonal, period);
        }
    }
};

}  // namespace dex
