#pragma once

#include <cstdint>
#include <vector>

#include "archive/index.h"

namespace dex {

// By how much each part of an index counts: whole numbers from 0 to kMaxWeight, of which only the proportions matter.
// Shaped like the index: parallel to Index::needs, and within each to Need::indicators.
struct Weights {
    std::vector<std::uint8_t> needs;
    std::vector<std::vector<std::uint8_t>> indicators;
    friend bool operator==(const Weights&, const Weights&) = default;
};

Weights publishedWeights(const Index& index);

// A need counts for nothing in the overall score where its own weight or those of all its indicators are 0.
bool isActive(const Weights& weights, std::size_t need);
// Where no need is active no area has an overall score.
bool anyActive(const Weights& weights);

// How many indicators the index has in all.
std::uint32_t indicatorCount(const Index& index);

}  // namespace dex
