#pragma once

#include <vector>

#include "geo/ground.h"
#include "support/samples.h"

namespace dex::scattered {

// Points between two corners, on a lattice coarse enough that many of them are equally far from others.
inline std::vector<GroundPoint> points(std::uint32_t count, GroundPoint southWest, GroundPoint northEast,
                                       std::uint64_t seed, std::uint32_t cells = 1000) {
    samples::Random random(seed);
    std::vector<GroundPoint> made;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto at = [&](std::int32_t from, std::int32_t to) {
            const std::int64_t width = std::int64_t{to} - from;
            return static_cast<std::int32_t>(from + width * random.below(cells + 1) / cells);
        };
        const std::int32_t lon = at(southWest.lon, northEast.lon);
        made.push_back({lon, at(southWest.lat, northEast.lat)});
    }
    return made;
}

inline constexpr GroundPoint kLondonSouthWest{-5'000'000, 512'800'000}, kLondonNorthEast{3'300'000, 517'000'000};

}  // namespace dex::scattered
