#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>

#include "archive/tile_model.h"
#include "geo/grid.h"

namespace dex {

// The size class of a step: the bit length of the longer of its two sides.
inline std::uint32_t sizeClass(GridPoint step) {
    return static_cast<std::uint32_t>(
        std::bit_width(static_cast<std::uint32_t>(std::max(std::abs(step.x), std::abs(step.y)))));
}

// The quarter turns and mirroring that bring a direction to between east and north-east, applied to steps.
struct Turn {
    bool half = false, quarter = false, mirror = false;

    static Turn towards(GridPoint d, bool mayMirror) {
        Turn t;
        if (d.y < 0 || (d.y == 0 && d.x < 0)) {
            t.half = true;
            d = {-d.x, -d.y};
        }
        if (d.x <= 0) {
            t.quarter = true;
            d = {d.y, -d.x};
        }
        t.mirror = mayMirror && d.y > d.x;
        return t;
    }
    GridPoint apply(GridPoint p) const {
        if (half) p = {-p.x, -p.y};
        if (quarter) p = {p.y, -p.x};
        if (mirror) p = {p.y, p.x};
        return p;
    }
    GridPoint undo(GridPoint p) const {
        if (mirror) p = {p.y, p.x};
        if (quarter) p = {-p.y, p.x};
        if (half) p = {-p.x, -p.y};
        return p;
    }
};

// In which of `bins` even parts of its slope a direction lies that has been turned to x ≥ y ≥ 0.
inline std::uint32_t slopeBin(GridPoint d, std::int32_t bins) {
    return d.x <= 0 ? 0
                    : static_cast<std::uint32_t>(
                          std::min(bins - 1, static_cast<std::int32_t>(std::int64_t{bins} * d.y / (d.x + 1))));
}

// In which eighth of the full turn a direction lies.
inline std::uint32_t eighth(GridPoint d) {
    const std::uint32_t quadrant = d.y >= 0 ? (d.x > 0 ? 0 : 1) : (d.x < 0 ? 2 : 3);
    const bool steep = std::abs(d.y) > std::abs(d.x);
    return quadrant << 1 | (steep != (quadrant % 2 == 1) ? 1u : 0u);
}

// A step from one point to the next, told from the direction in which it is expected.
template <std::uint32_t kSizes, std::uint32_t kPlaces>
struct StepModel {
    static constexpr std::uint32_t kBins = 4;
    TreeModel<4> sizes[kSizes];
    TreeModel<3> octants[kPlaces][2 * kBins][4];
    TreeModel<2> slopes[2 * kBins][8];
    Chance bits[17][4];

    template <typename Coder>
    GridPoint code(Coder& coder, GridPoint expected, bool mayMirror, std::uint32_t size, std::uint32_t place,
                   GridPoint step) {
        const Turn turn = Turn::towards(expected, mayMirror);
        const GridPoint ahead = turn.apply(expected);
        const std::uint32_t bin =
            ahead.y > ahead.x ? 2 * kBins - 1 - slopeBin({ahead.y, ahead.x}, kBins) : slopeBin(ahead, kBins);
        GridPoint p = turn.apply(step);

        const std::uint32_t length = sizes[size].code(coder, sizeClass(p) - 1) + 1;
        const std::uint32_t octant = octants[place][bin][std::min((length - 1) / 2, 3u)].code(
            coder, (p.x < 0 ? 4u : 0u) | (p.y < 0 ? 2u : 0u) | (std::abs(p.y) > std::abs(p.x) ? 1u : 0u));
        const bool steep = octant & 1;
        const auto longer = static_cast<std::uint32_t>(std::max(std::abs(p.x), std::abs(p.y)));
        const auto shorter = static_cast<std::uint32_t>(std::min(std::abs(p.x), std::abs(p.y)));

        std::uint32_t major = 1;
        std::uint32_t left = length - 1;
        for (std::uint32_t node = 1; left > 0 && node < 4; --left) {
            const bool one = coder.bit(bits[length][node], longer >> (left - 1) & 1);
            major = major << 1 | one;
            node = node << 1 | one;
        }
        for (; left > 0;) {
            const std::uint32_t stride = std::min(left, 8u);
            left -= stride;
            major = major << stride | coder.even(1u << stride, longer >> left & ((1u << stride) - 1));
        }
        const std::uint32_t room = steep ? major : major + 1;  // Numbers that the shorter side can be.
        std::uint32_t minor = 0;
        if (room >= 4) {
            const std::uint32_t quarter = slopes[bin][octant].code(coder, quarterOf(shorter, room));
            const std::uint32_t low = quarter * room / 4, high = (quarter + 1) * room / 4;
            minor = low + coder.even(high - low, shorter - low);
        } else {
            minor = coder.even(room, shorter);
        }
        const auto signedSide = [](std::uint32_t size2, bool negative) {
            return negative ? -static_cast<std::int32_t>(size2) : static_cast<std::int32_t>(size2);
        };
        p.x = signedSide(steep ? minor : major, octant & 4);
        p.y = signedSide(steep ? major : minor, octant & 2);
        return turn.undo(p);
    }

private:
    static std::uint32_t quarterOf(std::uint32_t value, std::uint32_t room) {
        std::uint32_t quarter = 3;
        while (quarter > 0 && value < quarter * room / 4) --quarter;
        return quarter;
    }
};

}  // namespace dex
