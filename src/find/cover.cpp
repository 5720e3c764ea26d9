#include "find/cover.h"

#include <algorithm>
#include <limits>

namespace dex {

namespace {

// Demand and candidates may lie anywhere: the bounds have to hold between the poles where nothing is known.
GroundBounds boundsOf(std::span<const Demand> demand, std::int64_t reach) {
    constexpr std::int64_t kPole = 900'000'000;
    std::int64_t south = kPole, north = -kPole;
    for (const Demand& one : demand) {
        south = std::min<std::int64_t>(south, one.point.lat);
        north = std::max<std::int64_t>(north, one.point.lat);
    }
    // A spot that reaches any of it is no further off than its reach.
    return {static_cast<std::int32_t>(std::max(-kPole, south - reach)),
            static_cast<std::int32_t>(std::min(kPole, north + reach))};
}

}  // namespace

Cover::Cover(std::span<const Demand> demand, double metres)
    : left_(demand.begin(), demand.end()),
      metres_(metres),
      reach_(GroundBounds::latsBeyond(metres)),
      bounds_(boundsOf(demand, reach_)) {
    // The order of two on one parallel does not matter: sums of whole numbers have none.
    std::sort(left_.begin(), left_.end(), [](const Demand& a, const Demand& b) { return a.point.lat < b.point.lat; });
}

std::pair<std::size_t, std::size_t> Cover::around(GroundPoint spot) const {
    const auto first = std::lower_bound(left_.begin(), left_.end(), spot.lat - reach_,
                                        [](const Demand& one, std::int64_t lat) { return one.point.lat < lat; });
    const auto last = std::upper_bound(first, left_.end(), spot.lat + reach_,
                                       [](std::int64_t lat, const Demand& one) { return lat < one.point.lat; });
    return {static_cast<std::size_t>(first - left_.begin()), static_cast<std::size_t>(last - left_.begin())};
}

bool Cover::isReached(GroundPoint spot, GroundPoint point) const {
    if (bounds_.areBeyond(spot, point, metres_)) return false;
    return bounds_.areWithin(spot, point, metres_) || metresBetween(spot, point) <= metres_;
}

CoverGain Cover::gainOf(GroundPoint spot) const {
    CoverGain gain;
    const auto [first, last] = around(spot);
    for (std::size_t i = first; i < last; ++i) {
        if (!isReached(spot, left_[i].point)) continue;
        gain.weight += left_[i].weight;
        gain.tie += left_[i].tie;
    }
    return gain;
}

CoverGain Cover::take(GroundPoint spot) {
    const CoverGain gain = gainOf(spot);
    std::erase_if(left_, [&](const Demand& one) { return isReached(spot, one.point); });
    return gain;
}

std::vector<CoverPick> greedyCover(std::span<const Demand> demand, std::span<const GroundPoint> candidates,
                                   double metres, std::uint32_t count) {
    Cover cover(demand, metres);
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    // What each gained when it was last worked out. It can only fall as others are taken.
    std::vector<CoverGain> gains(candidates.size(), {kMost, kMost});
    std::vector<CoverPick> picks;
    while (picks.size() < count) {
        CoverPick best{0, {0, kMost}, 0};
        for (std::uint32_t i = 0; i < candidates.size(); ++i) {
            if (gains[i] <= best.gain) continue;
            gains[i] = cover.gainOf(candidates[i]);
            if (gains[i] > best.gain) best = {i, gains[i], 0};
        }
        // Where nobody lives there is nothing to gain, however high the scores.
        if (best.gain.weight == 0) break;
        cover.take(candidates[best.candidate]);
        best.total = best.gain.weight + (picks.empty() ? 0 : picks.back().total);
        picks.push_back(best);
    }
    return picks;
}

}  // namespace dex
