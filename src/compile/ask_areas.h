#pragma once

#include <optional>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/problems.h"
#include "find/area_marks.h"
#include "map/view_state.h"
#include "model/library.h"

namespace dex {

// The small areas that are asked for, by circle, shape, list or postcode, on the finest level of detail. The library has the
// files of scopes and the points. `wrong` takes what was asked wrongly, `problems` what is wrong with the atlas.
std::optional<AreaMarks> askedAreas(const AtlasFolder& atlas, const AskOptions& options, const Library& library,
                                    Problems& wrong, Problems& problems);

// The library selects what the view asks for, if it asks for anything. It has the files of scopes. False where something is
// wrong.
bool answerView(const AtlasFolder& atlas, const ViewState& view, Library& library, Problems& wrong, Problems& problems);

}  // namespace dex
