#pragma once

#include <cstdint>

#include "geo/projection.h"

namespace dex {

// Where somebody or something stands, in whole 1e-7 degrees of WGS 84: 11 mm and less. Questions about distance and about
// what lies inside are asked between such points, so that every machine gives the same answer (docs/method.md, "Questions
// about a place").
struct GroundPoint {
    std::int32_t lon = 0;  // ±180e7
    std::int32_t lat = 0;  // ±90e7
    friend bool operator==(const GroundPoint&, const GroundPoint&) = default;
};
inline constexpr double kGroundPerDegree = 1e7;

// Between two meridians and two parallels, in the same units: x is the longitude.
using GroundBox = GridBox;

// Half to even; degrees beyond ±180 and ±90 are clamped.
GroundPoint toGround(LonLat place);
LonLat toLonLat(GroundPoint point);

// Metres of 1e-7 degrees at a latitude, in the same unit: along the parallel and along the meridian of WGS 84.
struct GroundUnit {
    double east = 0, north = 0;
};
GroundUnit groundUnitAt(double lat);

// The distance on the ground in metres, to 0.1 m, half to even: as on a plane that has the curvature of the ellipsoid WGS 84
// at the mean of the two latitudes. Within 60 km and between 60° south and north it is within 2 m of the geodesic.
double metresBetween(GroundPoint a, GroundPoint b);

}  // namespace dex
