#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/problems.h"
#include "geo/area.h"

namespace dex {

// One polygon of a layer with the attributes that were asked for.
struct Feature {
    std::vector<std::string> attributes;  // Parallel to those asked for; blank where the attribute is null.
    AreaPolygon polygon;
};

// Reads a polygon layer in any format of GDAL's, zipped or gzipped or not (the contents decide), in the projection
// that the file declares. OSGB36 becomes WGS 84 by EPSG:1314, seven parameters, by which the published boundary files
// were made; transformation grids and the network are never used. Without `layer` the file must hold one.
std::optional<std::vector<Feature>> readLayer(const std::string& path, const std::string& layer,
                                              const std::vector<std::string>& attributes, Problems& problems);

}  // namespace dex
