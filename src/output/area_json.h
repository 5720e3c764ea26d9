#pragma once

#include <string>
#include <string_view>

#include "model/analysis.h"
#include "words/facts.h"
#include "words/findings.h"

namespace dex {

// The card of an area in numbers and in words, as JSON for other systems (docs/api.md): where it lies, where it stands
// overall and for each need, its groups beside the whole, and what drives its score. `findings` and `facts` have the area
// selected; names and borders of all larger levels are here. `spec` says what the scores were made of.
std::string areaJson(const Library& library, LevelArea area, const Findings& findings, const Facts& facts,
                     std::string_view spec);

}  // namespace dex
