#pragma once

#include "geo/grid.h"

namespace dex {

struct LonLat {
    double lonDeg = 0;
    double latDeg = 0;
};

// Spherical Web Mercator (EPSG:3857), WGS 84 degrees. Latitudes beyond ±85.05° are clamped.
WorldPoint toWorld(LonLat place);
LonLat toLonLat(WorldPoint point);

// The nearest grid point; ties towards the north-east.
GridPoint toGrid(WorldPoint point, int bits);

// How many metres on the ground one metre of Mercator is at this height of the world: cos(latitude), 0.62 in London.
double groundScale(double worldY);

}  // namespace dex
