#include "stats/summary.h"

#include <algorithm>
#include <array>

namespace dex {

std::vector<std::uint32_t> parentsOf(std::span<const std::uint32_t> inner, std::span<const std::uint32_t> outer,
                                     std::uint32_t smallAreaCount, std::uint32_t innerCount) {
    constexpr std::uint32_t kUnseen = kNoParent - 1;
    std::vector<std::uint32_t> parents(innerCount, kUnseen);
    for (std::uint32_t area = 0; area < smallAreaCount; ++area) {
        std::uint32_t& parent = parents[inner.empty() ? area : inner[area]];
        const std::uint32_t here = outer.empty() ? area : outer[area];
        if (parent == kUnseen) {
            parent = here;
        } else if (parent != here) {
            parent = kNoParent;
        }
    }
    std::replace(parents.begin(), parents.end(), kUnseen, kNoParent);
    return parents;
}

ClassCounts countClasses(std::span<const std::uint8_t> classOf, std::uint32_t classCount,
                         std::span<const std::uint32_t> parents, std::optional<std::uint32_t> place) {
    ClassCounts counts;
    counts.ofClass.assign(classCount, 0);
    for (std::size_t area = 0; area < classOf.size(); ++area) {
        if (place && parents[area] != *place) continue;
        ++counts.all;
        if (classOf[area] < classCount) {
            ++counts.ofClass[classOf[area]];
        } else {
            ++counts.noData;
        }
    }
    return counts;
}

std::optional<Leader> leaderIn(std::span<const std::uint8_t> classOf, std::uint32_t classIndex,
                               std::span<const std::uint32_t> parents, std::uint32_t parentCount) {
    std::vector<Leader> byParent(parentCount);
    for (std::size_t area = 0; area < classOf.size(); ++area) {
        if (parents[area] >= parentCount) continue;
        Leader& parent = byParent[parents[area]];
        parent.parent = parents[area];
        ++parent.areas;
        if (classOf[area] == classIndex) ++parent.count;
    }
    std::optional<Leader> leader;
    bool shared = false;
    for (const Leader& parent : byParent) {
        if (parent.count == 0 || (leader && parent.count < leader->count)) continue;
        // Not yet an answer: a third may still be ahead of both.
        shared = leader && parent.count == leader->count;
        leader = parent;
    }
    return shared ? std::nullopt : leader;
}

Strip histogram(const Column& column, const Classes& classes, std::uint32_t bins) {
    Strip strip;
    bool any = false;
    for (std::size_t area = 0; area < column.size(); ++area) {
        if (!hasNumber(column.states[area])) continue;
        const double value = column.values[area];
        if (!any || value < strip.min) strip.min = value;
        if (!any || value > strip.max) strip.max = value;
        any = true;
    }
    if (!any) return strip;

    // All areas alike: one bar, and not one at the end of an empty row.
    if (strip.min == strip.max) bins = 1;
    strip.bins.resize(bins);
    std::vector<std::array<std::uint32_t, kNoDataClass>> byClass(bins);
    for (std::size_t area = 0; area < column.size(); ++area) {
        if (!hasNumber(column.states[area]) || classes.ofArea[area] >= kNoDataClass) continue;
        const auto bin = static_cast<std::uint32_t>(along(strip, column.values[area]) * bins);
        ++byClass[std::min(bin, bins - 1)][classes.ofArea[area]];
    }
    std::uint32_t last = 0;
    for (std::uint32_t bin = 0; bin < bins; ++bin) {
        const auto& counts = byClass[bin];
        for (std::uint32_t count : counts) strip.bins[bin].count += count;
        // An empty bin takes the class of the last that was not, so that colours along the strip have no gaps.
        if (strip.bins[bin].count > 0) {
            last = static_cast<std::uint32_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
        }
        strip.bins[bin].classIndex = last;
    }
    return strip;
}

double along(const Strip& strip, double value) {
    const double width = strip.max / 2 - strip.min / 2;  // Halves: the difference could overflow.
    if (!(width > 0)) return 0.5;
    const double share = (value / 2 - strip.min / 2) / width;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

}  // namespace dex
