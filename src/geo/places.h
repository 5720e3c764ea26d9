#pragma once

#include <cstdint>
#include <vector>

#include "geo/topology.h"

namespace dex {

// Where an area is, on the grid of the topology that it was found in.
struct AreaPlace {
    GridPoint anchor;  // Inside, about as far from any border as can be: where a label stands.
    GridBox box;
    double squareMetres = 0;  // On the ground.
};

// The places of the areas 0 … areaCount − 1 of a topology.
std::vector<AreaPlace> findPlaces(const Topology& topology, std::uint32_t areaCount);

// The borders of larger areas, each being the small areas that name it: `parents` by small area.
Topology mergeAreas(const Topology& topology, const std::vector<std::uint32_t>& parents);

}  // namespace dex
