#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "find/ground_bounds.h"

namespace dex {

// Something that would like to be near: so many residents at a point.
struct Demand {
    GroundPoint point;
    std::int64_t weight = 0;  // Residents, not negative.
    std::int64_t tie = 0;     // Decides between spots that gain the same weight; not negative.
};

// What a spot would newly bring within reach: compared by weight, then by tie.
struct CoverGain {
    std::int64_t weight = 0;
    std::int64_t tie = 0;
    friend auto operator<=>(const CoverGain&, const CoverGain&) = default;
};

// Which demand is still out of the reach of the spots taken so far, and what a further spot would gain.
class Cover {
public:
    // Within reach is metresBetween(spot, point) <= metres.
    Cover(std::span<const Demand> demand, double metres);

    CoverGain gainOf(GroundPoint spot) const;
    // The same, and from now on it is within reach.
    CoverGain take(GroundPoint spot);

    std::size_t left() const { return left_.size(); }  // How many demands are out of reach.

private:
    // The demands that are still left and could be within reach, by latitude alone: places in left_.
    std::pair<std::size_t, std::size_t> around(GroundPoint spot) const;
    bool isReached(GroundPoint spot, GroundPoint point) const;

    std::vector<Demand> left_;  // By latitude.
    double metres_ = 0;
    std::int64_t reach_ = 0;  // In 1e-7 degrees of latitude.
    GroundBounds bounds_{0, 0};
};

struct CoverPick {
    std::uint32_t candidate = 0;  // Its place in the list.
    CoverGain gain;
    std::int64_t total = 0;  // Weight gained so far, this one's included.
};

// Maximal covering, greedily: the candidate that gains most, again and again, until `count` are taken or none gains any
// weight. Equal gains: the first in the list. It covers at least 1 − 1/e of what the best choice of as many could
// (Nemhauser, Wolsey and Fisher 1978, "An analysis of approximations for maximizing submodular set functions").
std::vector<CoverPick> greedyCover(std::span<const Demand> demand, std::span<const GroundPoint> candidates,
                                   double metres, std::uint32_t count);

}  // namespace dex
