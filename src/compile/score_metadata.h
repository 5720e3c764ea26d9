#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compile/score_atlas.h"

namespace dex {

// What the figures of a table of scores are, as JSON to stand beside it: recipe, scope, sources and licences.
// `draws`: of the trials with other weights, where there were any.
std::string scoreMetadata(const ScoredAtlas& atlas, bool exact, std::optional<std::uint32_t> draws);

}  // namespace dex
