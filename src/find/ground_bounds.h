#pragma once

#include <cstdint>

#include "geo/ground.h"

namespace dex {

// Says of most pairs of points, for a few multiplications, on which side of a distance they are. A search over many points
// then works out the distance itself only where it matters, and still gives exactly the answer that all distances would.
//
// It is the formula of metresBetween (geo/ground.h) with the radii of curvature and the cosine of the latitude replaced by
// the least and by the greatest that they can be between two parallels.
class GroundBounds {
public:
    // For points from one latitude to another, in 1e-7 degrees.
    GroundBounds(std::int32_t southLat, std::int32_t northLat);

    // True only where metresBetween(a, b) > metres.
    bool areBeyond(GroundPoint a, GroundPoint b, double metres) const;
    // True only where metresBetween(a, b) <= metres.
    bool areWithin(GroundPoint a, GroundPoint b, double metres) const;

    // The same of any two points on two parallels.
    static bool areBeyond(std::int32_t fromLat, std::int32_t toLat, double metres);

    // So many 1e-7 degrees of latitude lie more than `metres` apart.
    static std::int64_t latsBeyond(double metres);

private:
    double minEast_ = 0, maxEast_ = 0;  // Metres on the ground of 1e-7 degrees of longitude.
};

}  // namespace dex
