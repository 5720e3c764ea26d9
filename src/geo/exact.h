#pragma once

#include <algorithm>
#include <cstdint>

#include "geo/grid.h"

namespace dex {

// Exact predicates on grid points. Coordinates lie within 0 … 2^30, so that every product fits 64 bits.

// Twice the signed area of the triangle; positive where a, b, c turn left.
inline std::int64_t cross(GridPoint a, GridPoint b, GridPoint c) {
    return std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{b.y - a.y} * (c.x - a.x);
}

inline int side(GridPoint a, GridPoint b, GridPoint c) {
    const std::int64_t area = cross(a, b, c);
    return (area > 0) - (area < 0);
}

inline GridBox boxOf(GridPoint a, GridPoint b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

// Whether p lies on the closed segment.
inline bool isOnSegment(GridPoint p, GridPoint a, GridPoint b) {
    return boxOf(a, b).contains(p) && cross(a, b, p) == 0;
}

// Whether two closed segments have a point in common.
inline bool segmentsMeet(GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
    if (!boxOf(a, b).touches(boxOf(c, d))) return false;
    const int c1 = side(a, b, c), d1 = side(a, b, d);
    const int a2 = side(c, d, a), b2 = side(c, d, b);
    if (c1 * d1 > 0 || a2 * b2 > 0) return false;
    // Two segments on one line meet where their boxes touch, which was asked first.
    return true;
}

// Whether the segments cross at one point that is inside both.
inline bool segmentsCross(GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

// Whether p lies in the closed triangle, whichever way it turns; one without area is the segments between its points.
inline bool isInTriangle(GridPoint p, GridPoint a, GridPoint b, GridPoint c) {
    const int ab = side(a, b, p), bc = side(b, c, p), ca = side(c, a, p);
    if (ab == 0 && bc == 0 && ca == 0) return isOnSegment(p, a, b) || isOnSegment(p, b, c) || isOnSegment(p, c, a);
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

// Whether direction u comes before v when turning anticlockwise from east; equal directions are not before one another.
inline bool isBefore(GridPoint u, GridPoint v) {
    const auto half = [](GridPoint d) { return d.y < 0 || (d.y == 0 && d.x < 0); };
    if (half(u) != half(v)) return half(v);
    return cross({0, 0}, u, v) > 0;
}

}  // namespace dex
