#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "map/labels.h"
#include "text/measure.h"

namespace dex {

// A name as it stands on the map: "Kensington & Chelsea", "Peckham North" without what follows in brackets.
std::string labelText(std::string_view name);

// Whose names stand on a map of areas of the level `drawn`: theirs, and between them quietly those of the top level. Small areas
// are called by codes: there it is the top level's, and quietly those of the first above the small areas. The same for both:
// there are no quiet ones.
struct LabelLevels {
    std::uint32_t strong = 0, quiet = 0;
};
constexpr LabelLevels labelLevels(std::uint32_t drawn, std::uint32_t top) {
    return drawn > 0 ? LabelLevels{drawn, top} : LabelLevels{top, top > 0 ? 1u : 0u};
}

struct LabelStyle {
    const Face* face = nullptr;
    double px = 13;  // With the page's text size.
    bool strong = false;
};

// Candidates for all areas of a level, larger areas first; the face must be here.
std::vector<LabelCandidate> labelCandidates(const AreaNames& names, const LabelStyle& style);

}  // namespace dex
