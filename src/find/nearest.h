#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "find/ground_bounds.h"

namespace dex {

// Answers "which of these points is nearest, and how far is it?" for a fixed set of points on the ground.
//
// The points are kept in order of latitude. From the latitude that is asked about, a search walks north and south at once
// and stops where the parallels alone are further apart than the best point so far: in a city of 400 venues it looks at a
// few dozen of them and works out the distance of two or three. The answer is the one that all distances would give, to the
// last bit.
class NearestPoint {
public:
    struct Found {
        std::uint32_t point = 0;  // Its place in the list that was given.
        double metres = 0;        // metresBetween the two (geo/ground.h), so to 0.1 m.
        friend bool operator==(const Found&, const Found&) = default;
    };

    // The points are copied. Of equally near ones the first in this order is the answer.
    explicit NearestPoint(std::span<const GroundPoint> points);

    std::optional<Found> nearest(GroundPoint from) const;  // Nothing where there are no points.

    std::size_t size() const { return sorted_.size(); }

private:
    struct One {
        GroundPoint at;
        std::uint32_t point = 0;
    };
    std::vector<One> sorted_;  // By latitude.
    GroundBounds bounds_{0, 0};
};

}  // namespace dex
