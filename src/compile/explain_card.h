#pragma once

#include <string>

#include "compile/atlas_folder.h"
#include "compile/score_atlas.h"
#include "risk/stability.h"

namespace dex {

// An area's card as text: what the map says of it, in the map's own words.
std::string explainCard(const AtlasFolder& folder, const ScoredAtlas& atlas, const Stability& stability,
                        std::uint32_t area, Problems& problems);

}  // namespace dex
