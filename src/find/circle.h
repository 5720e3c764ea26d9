#pragma once

#include <cstdint>

#include "find/ground_bounds.h"
#include "geo/ground.h"

namespace dex {

// All that is no farther from a point than so many metres (metresBetween, geo/ground.h).
struct Circle {
    GroundPoint centre;
    std::uint32_t metres = 0;
    friend bool operator==(const Circle&, const Circle&) = default;
};
inline constexpr std::uint32_t kMaxCircleMetres = 60'000;  // Up to here the distance is good to 2 m.

// Compares distances with the radius, thousands of them a frame. A point that is clearly in or out is told without
// working out its distance, so that the answer is the same and comes sooner.
class CircleEdge {
public:
    explicit CircleEdge(const Circle& circle);

    bool holds(GroundPoint point) const { return compare(point) <= 0; }    // Distance ≤ radius.
    bool isWithin(GroundPoint point) const { return compare(point) < 0; }  // Distance < radius.

    // Whether some point of the segment, whole 1e-7 degrees, is nearer than the radius.
    bool reaches(GroundPoint from, GroundPoint to) const;

    // Holds all of the circle; from -180° to 180° where it crosses that meridian.
    const GroundBox& box() const { return box_; }

private:
    int compare(GroundPoint point) const;  // The distance with the radius: -1, 0 or 1.

    Circle circle_;
    GroundBox box_;
    GroundBounds bounds_{0, 0};  // Between the parallels of the box.
    GroundUnit middle_;          // At the centre.
};

}  // namespace dex
