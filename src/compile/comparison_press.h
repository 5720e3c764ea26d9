#pragma once

#include "compile/picture_press.h"
#include "output/briefing.h"

namespace dex {

// Which areas a briefing compares, with what weights and arithmetic, and where it goes.
struct ComparisonOrder {
    ViewState view;  // As fittedView of asked.h has it.
    BriefingRequest request;
    std::string path;
};

// Brings what the page needs and writes it. `wrong` takes a view that compares too little. False where anything is wrong.
bool writeComparison(const ComparisonOrder& order, PictureAtlas& atlas, Problems& wrong, Problems& problems);

}  // namespace dex
