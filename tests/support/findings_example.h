#pragma once

#include "words/findings.h"

namespace dex {

// An atlas of two levels with a need, a group and a comparator, and what a view of it found: values that are easy to
// check by hand, not London's.
struct FindingsExample {
    FindingsExample();
    FindingsExample(const FindingsExample&) = delete;

    void choose(std::string_view indicatorId);
    void choosePlace(std::string_view name);
    void show(const Measure& measure);
    // Two needs, of which the second has two indicators.
    void addIndex();
    // What the index says of an area in which the second need stands out.
    IndexFinding index(double position, std::uint32_t of) const;
    // An area of the level that has a number.
    AreaFinding area(double value, std::uint32_t rank, std::uint32_t of, double position) const;

    AtlasHead head;
    Findings findings;
};

// London's scores with one small area selected.
struct ScoredExample : FindingsExample {
    ScoredExample();
    CardFacts card() const;
};

}  // namespace dex
