#pragma once

#include <string>

#include "compile/score_atlas.h"

namespace dex {

// The card of an area of the level that is scored, as text: what the map says of it, in the map's own words. All trials
// with other weights are made for it.
std::string explainCard(ScoredAtlas& atlas, std::uint32_t area);

}  // namespace dex
