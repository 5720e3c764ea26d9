#pragma once

#include <string>
#include <string_view>

#include "model/analysis.h"

namespace dex {

// What is selected in numbers, as JSON for other programs (docs/ask.md): how many small areas and residents, the codes of
// those chosen, how many of their people live in the highest-risk fifth of all, groups as counts and shares. Counts are
// whole, shares 0–1 to 9 decimals; null is what nobody knows. `spec` says what the scores were made of.
std::string selectionJson(const Library& library, const Analysis& analysis, std::string_view spec);

}  // namespace dex
