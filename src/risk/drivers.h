#pragma once

#include <cstdint>
#include <vector>

#include "risk/score.h"

namespace dex {

// What one indicator adds to an area's overall score: (W/ΣW)·(w/Σw)·s over what is present there.
struct Contribution {
    std::uint32_t need = 0;      // Into Index::needs.
    std::uint32_t position = 0;  // Into Need::indicators.
    std::uint32_t column = 0;    // Into Normalised::indicators.
    double share = 0;
};

// Of an area's indicators that are present and have weight, in the recipe's order; none where it has no overall score.
// But for Iod, which transforms between them, they sum to that score.
std::vector<Contribution> contributionsOf(const Scores& scores, const Normalised& normalised, const Weights& weights,
                                          std::uint32_t area);

// The `count` largest, the largest first; of equal ones the recipe's first.
std::vector<Contribution> largest(std::vector<Contribution> contributions, std::size_t count);
inline constexpr std::size_t kDrivers = 2;  // That a card names.

}  // namespace dex
