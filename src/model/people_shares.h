#pragma once

#include <optional>
#include <vector>

#include "model/analysis.h"
#include "risk/people_share.h"

namespace dex {

// Overall, then for each need: how many of an area's people live in the highest-risk fifth of all small areas, whatever is
// compared within (docs/method.md, "Shares of people"). An absent area is the whole. Empty while the scores of small areas,
// the area's borders or the residents are not here, or where the atlas has no index.
std::vector<std::optional<PeopleShare>> peopleSharesOf(const Library& library, const Analysis& analysis,
                                                       std::optional<LevelArea> area);

}  // namespace dex
