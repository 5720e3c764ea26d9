#pragma once

#include <string>

#include "compile/score_atlas.h"

namespace dex {

// How an area's scores come about, sum by sum with its numbers filled in, so that anybody can follow them by hand.
std::string explainSums(const ScoredAtlas& atlas, std::uint32_t area);

}  // namespace dex
