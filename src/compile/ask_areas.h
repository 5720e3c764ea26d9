#pragma once

#include <optional>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/problems.h"
#include "find/area_marks.h"

namespace dex {

// The small areas that are asked for, by circle, shape, list or postcode, on the finest level of detail. The library has the
// files of scopes and the points. `wrong` takes what was asked wrongly, `problems` what is wrong with the atlas.
std::optional<AreaMarks> askedAreas(const AtlasFolder& atlas, const AskOptions& options, const Library& library,
                                    Problems& wrong, Problems& problems);

}  // namespace dex
