#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "stats/ranking.h"

namespace dex {

// A column cut into classes, 0 the lowest.
struct Classes {
    std::vector<std::uint8_t> ofArea;  // Class of each area, or kNoDataClass.
    std::vector<double> min, max;      // Smallest and largest value in each class (for the legend's ranges);
                                       // equal steps: the step's own bounds.
    std::vector<std::uint32_t>
        counts;                    // Areas in each class. One may be empty: quantiles where values tie, and steps. An
                                   // empty quantile class has no range: least and most are 0.
    std::uint32_t classCount = 0;  // Fewer than asked for where there are fewer different values (natural breaks),
                                   // or only one (equal steps); 0 where no area has a number.
};

// Quantile: class = ⌊k·p⌋ with p = (average rank − 0.5) / n, over the areas that have a number
// (docs/method.md, "The arithmetic").
// EqualSteps: k steps of one width between the smallest and the largest value; a bound belongs to the step above it.
// NaturalBreaks: the optimal k-means in one dimension (Wang & Song 2011, ckmeans), deterministic.
// k is kMinClasses–kMaxClasses. Never NaN; areas without a number get kNoDataClass.
Classes classify(const Column& column, ClassMethod method, std::uint32_t k);

// The same with the column's ranking at hand.
Classes classify(const Column& column, const Ranking& ranking, ClassMethod method, std::uint32_t k);

// For values in ascending order, the position at which each of at most k groups begins (the first is 0), so that the
// sum of squared distances from the groups' means is least. Equal values stay together; of equally good cuts the one
// with the earlier beginnings.
std::vector<std::uint32_t> naturalBreaks(std::span<const double> ascending, std::uint32_t k);

}  // namespace dex
