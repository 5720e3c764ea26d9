#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/file_settings.h"
#include "compile/problems.h"
#include "geo/area.h"
#include "geo/projection.h"

namespace dex {

// What is wanted of a layer.
struct LayerAsk {
    std::string path;   // In messages, too.
    std::string file;   // As the recipe has it; blank: no recipe names it.
    std::string layer;  // Blank: the only one with geometry.
    // The first is the area's code, by which messages call a feature. None are needed.
    std::vector<std::string> attributes;
    std::vector<std::string> leaveOut;  // Codes of areas that are not wanted.
    FileSettings settings;
    std::string things = "areas";  // That it holds, in messages.
};

// One polygon of a layer with the attributes that were asked for.
struct Feature {
    std::vector<std::string> attributes;  // Parallel to those asked for; blank where the attribute is null.
    AreaPolygon polygon;
};

// Reads a polygon layer in any format of GDAL's, zipped or gzipped or not (the contents decide), in the projection
// that the file declares or the recipe gives. OSGB36 becomes WGS 84 by EPSG:1314, seven parameters, by which the published
// boundary files were made; transformation grids and the network are never used. Texts are cleaned UTF-8. Areas without
// ground are left out, with a note.
std::optional<std::vector<Feature>> readLayer(const LayerAsk& ask, Problems& problems);

// One point of a layer with the attributes that were asked for.
struct PointFeature {
    std::vector<std::string> attributes;
    std::optional<LonLat> place;  // None where the feature has no geometry.
    std::string where;            // For messages.
};

// The same of a layer of points.
std::optional<std::vector<PointFeature>> readPointLayer(const LayerAsk& ask, Problems& problems);

}  // namespace dex
