#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "risk/normalise.h"
#include "risk/score.h"
#include "risk/weights.h"

namespace dex {

// How steady each area's band is when the weights are not quite these: in every draw each weight of an indicator, in
// the recipe's order, then each of a need is multiplied by a number from 0.5 to 1.5, and all areas are banded again.
// Which needs an area has and whether it has a score stay as the whole weights say (docs/method.md, "How steady it
// is").
//
// The numbers are 0.5 + (x >> 11)·2^-53 with x from SplitMix64, seeded with kSeed: each run makes the same draws, in
// however many steps.
class Stability {
public:
    static constexpr std::uint32_t kDraws = 1000;
    static constexpr std::uint64_t kSeed = 2026;

    // `normalised` and `scores` must outlive it; `scores` were made of the other arguments.
    Stability(const Normalised& normalised, const Scores& scores, const Weights& weights, Arithmetic arithmetic,
              std::uint32_t draws = kDraws);

    // Makes at most so many draws more; false when all are made.
    bool step(std::uint32_t draws);
    std::uint32_t done() const { return done_; }
    std::uint32_t draws() const { return draws_; }

    struct Range {
        std::uint32_t low = 0, high = 0;  // Bands, 1–10.
    };
    // The 5th and 95th percentile of the area's band by nearest rank, of the draws made so far; nothing where there are
    // none or the area has no score.
    std::optional<Range> range(std::uint32_t area) const;
    // In how many draws the area's band was `band`, 1–10.
    std::uint32_t timesIn(std::uint32_t area, std::uint32_t band) const { return bands_[area][band - 1]; }

private:
    void draw();

    const Normalised& normalised_;
    const Scores& scores_;
    Weights weights_;
    Arithmetic arithmetic_;
    std::uint32_t draws_, done_ = 0;
    std::uint64_t state_ = kSeed;
    std::vector<std::array<std::uint16_t, 10>> bands_;  // By area, in how many draws.
};

}  // namespace dex
