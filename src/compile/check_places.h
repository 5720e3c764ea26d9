#pragma once

#include <string>
#include <vector>

#include "compile/areas.h"
#include "compile/problems.h"
#include "compile/recipe.h"
#include "geo/area.h"
#include "geo/projection.h"

namespace dex {

// What lies between two meridians and two parallels, degrees of WGS 84; empty until the first point is added.
struct DegreeBox {
    double west = 180, south = 90, east = -180, north = -90;

    void add(LonLat place);
    void add(const DegreeBox& other);
    bool empty() const { return west > east; }
    bool touches(const DegreeBox& other) const;
    // As if latitude and longitude had been taken for one another.
    DegreeBox swapped() const { return {south, west, north, east}; }
    // "51.3° to 51.7° north, 0.5° west to 0.3° east"
    std::string words() const;
};

DegreeBox boxOf(const std::vector<AreaPolygon>& polygons);

// An area that is too wide for the grid of a level of detail, with the grid that would do.
void checkWidths(const Recipe& recipe, const Areas& areas, Problems& problems);

// Areas in the open sea that would lie on land if latitude came first.
void checkOnLand(const Recipe& recipe, const Areas& areas, Problems& problems);

// Notes areas on both sides of the 180th meridian, where the map has its edge.
void noteDateLine(const Recipe& recipe, const Areas& areas, Problems& problems);

// Says that another list (`what`: "areas", "postcodes") lies nowhere near the areas of the base, and what to set.
void checkMeeting(const Recipe& recipe, const Areas& areas, const std::string& file, const std::string& what,
                  const DegreeBox& box, Problems& problems);

}  // namespace dex
