#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/analysis.h"
#include "words/findings.h"

namespace dex {

// What library and analysis say of what is selected; nothing where nothing is. As far as files are here: residents, shares
// and groups come with theirs.
std::optional<SelectionFinding> selectionFinding(const Library& library, const Analysis& analysis);

// The small areas that are chosen, in order of number.
std::vector<std::uint32_t> chosenAreas(const Library& library);

}  // namespace dex
