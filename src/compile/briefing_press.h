#pragma once

#include <string>

#include "compile/picture_press.h"
#include "output/briefing.h"

namespace dex {

// Whom a briefing is about, with what weights and arithmetic, and where it goes.
struct BriefingOrder {
    LevelArea area;
    ViewState view;  // As PictureAtlas::fit has it. What else a view says is the briefing's own.
    BriefingRequest request;
    std::string path;
};

// Writes one briefing after another; what they have in common is worked out once. The atlas has been prepared for all
// their views.
class BriefingPress {
public:
    explicit BriefingPress(const PictureAtlas& atlas) : atlas_(atlas) { tiles_.open(atlas.folder().head().lods); }

    std::optional<std::string> draw(const BriefingOrder& order, Problems& problems);
    // False, and a problem, where it could not be written.
    bool write(const BriefingOrder& order, Problems& problems);

private:
    const PictureAtlas& atlas_;
    Analysis map_, area_;
    TileStore tiles_;
};

}  // namespace dex
