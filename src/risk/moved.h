#pragma once

#include <cstdint>

#include "archive/column.h"
#include "stats/ranking.h"

namespace dex {

// What another choice of weights, arithmetic or scope changed: by how many places of n each area's rank rose, above 0
// towards higher risk. No number where it has no rank in one of the two.
Column rankChanges(const Ranking& before, const Ranking& after, std::uint32_t areaCount);

// Whether a change by so many places is a tenth of n or more.
inline bool isATenth(double places, std::uint32_t n) { return 10 * (places < 0 ? -places : places) >= n; }

// The difference layer: our band less theirs, each among its own areas, −9 to 9.
Column bandDifferences(const Ranking& ours, const Ranking& theirs, std::uint32_t areaCount);

}  // namespace dex
