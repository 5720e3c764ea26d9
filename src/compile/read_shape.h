#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/problems.h"
#include "find/polygon.h"

namespace dex {

// The shapes of a file in any format of GDAL's, one for each feature that has an inside, with the corners as they are asked
// (map/question.h). What is wrong is reported with the file and the feature, and gives nothing.
std::optional<std::vector<Polygon>> readShapes(const std::string& path, Problems& problems);

}  // namespace dex
