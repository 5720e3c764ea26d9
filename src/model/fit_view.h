#pragma once

#include <vector>

#include "map/view_state.h"
#include "model/library.h"
#include "words/findings.h"

namespace dex {

// A view as an atlas can show it.
struct FittedView {
    ViewState view;
    // What the view named and the atlas does not have, in order of the view's keys. Ids in capitals or in small letters, an
    // area's name in place of its code, and a code without its level are understood, and do not count.
    std::vector<MissingFinding> missing;
};

// False where the atlas has all that the view names, as far as its files are here. True where fitView() has to say.
bool mayNotFit(const ViewState& view, const Library& library);

// What the atlas does not have is replaced by what comes nearest: a need for its unknown indicator, an area by its code for
// one of another level; or it is left out. An area whose level's names are not here yet stays, until they are. The head is
// here.
FittedView fitView(ViewState view, const Library& library);

}  // namespace dex
