#pragma once

#include <vector>

#include "archive/gazetteer.h"
#include "archive/geometry_build.h"
#include "compile/areas.h"
#include "compile/recipe.h"
#include "compile/report.h"
#include "compile/source_files.h"

namespace dex {

// The postcodes of a list with eastings and northings, by outward code, each in the small area that its point lies in
// by the finest borders of the atlas; a point in none takes the nearest that is near enough, or is left out. `boxes`: of the
// small areas, as the atlas has them.
std::vector<Postcodes> readPostcodes(const Recipe& recipe, const Areas& areas, const EncodedLod& finest,
                                     const std::vector<GridBox>& boxes, SourceFiles& files, Report& report,
                                     Problems& problems);

// The areas of whole lists of larger areas that no small area fits.
std::vector<Gazetteer::UnmatchedWard> readUnfitted(const Recipe& recipe, const Areas& areas, const SourceFiles& files,
                                                   Report& report, Problems& problems);

}  // namespace dex
