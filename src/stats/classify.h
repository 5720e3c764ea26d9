#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"

namespace dex {

// A column cut into classes, 0 the lowest.
struct Classes {
    std::vector<std::uint8_t> ofArea;  // Class of each area, or kNoDataClass.
    std::vector<double> least, most;   // Smallest and largest value in each class (for the legend's ranges);
                                       // equal steps: the step's own bounds.
    std::uint32_t classCount = 0;      // May be fewer than asked for where values tie.
};

// Quantile: class = ⌊k·p⌋ with p = (average rank − 0.5) / n (METHOD §3), over the areas that have a number.
// EqualSteps: k steps of one width between the smallest and the largest value.
// NaturalBreaks: the optimal k-means in one dimension (Wang & Song 2011, ckmeans), deterministic.
// k is 2–9. Never NaN; areas without a number get kNoDataClass.
Classes classify(const Column& column, ClassMethod method, std::uint32_t k);

}  // namespace dex
