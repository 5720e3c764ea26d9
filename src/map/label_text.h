#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "map/labels.h"
#include "text/measure.h"

namespace dex {

// A name as it stands on the map: "Kensington & Chelsea", "Peckham North" without what follows in brackets.
std::string labelText(std::string_view name);

struct LabelStyle {
    const Face* face = nullptr;
    double px = 13;  // With the page's text size.
    bool strong = false;
};

// Candidates for all areas of a level, larger areas first; the face must be here.
std::vector<LabelCandidate> labelCandidates(const AreaNames& names, const LabelStyle& style);

}  // namespace dex
