#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/classify.h"

namespace dex {

inline constexpr std::uint32_t kNoParent = 0xffffffff;

// For each area of an inner level the area of an outer one that holds all its small areas, or kNoParent where they lie
// in several (docs/method.md, "Place, scope and level"). Both groupings are parents by small area; an empty one is the
// small areas.
std::vector<std::uint32_t> parentsOf(std::span<const std::uint32_t> inner, std::span<const std::uint32_t> outer,
                                     std::uint32_t smallAreaCount, std::uint32_t innerCount);

struct ClassCounts {
    std::vector<std::uint32_t> ofClass;
    std::uint32_t noData = 0;
    std::uint32_t all = 0;
};
// Of the areas whose parent is `place`, or of all. `parents` is parallel to `classOf`.
ClassCounts countClasses(std::span<const std::uint8_t> classOf, std::uint32_t classCount,
                         std::span<const std::uint32_t> parents, std::optional<std::uint32_t> place);

// The parent with most areas in a class; nothing where two share that, or none has any.
struct Leader {
    std::uint32_t parent = 0;
    std::uint32_t count = 0;
    std::uint32_t areas = 0;  // That it has in all.
};
std::optional<Leader> leaderIn(std::span<const std::uint8_t> classOf, std::uint32_t classIndex,
                               std::span<const std::uint32_t> parents, std::uint32_t parentCount);

// How all areas' values lie between the smallest and the largest.
inline constexpr std::uint32_t kStripBins = 54;
struct Bin {
    std::uint32_t count = 0;
    std::uint32_t classIndex =
        0;  // That most of the bin's areas are in, of equals the lower; of an empty bin the last one's.
};
struct Strip {
    double min = 0, max = 0;
    std::vector<Bin> bins;  // Empty where no area has a number; one bin where all are equal.
};
Strip histogram(const Column& column, const Classes& classes, std::uint32_t bins = kStripBins);
// Where a value stands on the strip, 0–1.
double along(const Strip& strip, double value);

}  // namespace dex
