#pragma once

#include <vector>

#include "archive/points.h"
#include "compile/areas.h"

namespace dex {

// The point of each small area: from the recipe's table, and from `anchors` (at kAnchorBits, inside their areas) where it
// names none, or its table has none for the area.
AreaPoints readAreaPoints(const Recipe& recipe, const Areas& areas, const std::vector<GridPoint>& anchors,
                          SourceFiles& files, Report& report, Problems& problems);

}  // namespace dex
