#pragma once

#include <optional>
#include <string>

#include "model/analysis.h"
#include "model/library.h"
#include "risk/stability.h"

namespace dex {

struct ScoresCsv {
    int decimals = 6;                      // Or kExactly.
    const Stability* stability = nullptr;  // Of the level's scores: two columns more, the range of each area's band.
};

// A row for each area of the level shown that is in scope, in order of code: its scores, rank and band, then each
// indicator's value, unit and state. Nothing until all of filesOfTable (model/wanted.h) are here, or where the atlas has
// no index.
std::optional<std::string> scoresCsv(const Library& library, const Analysis& analysis, const ScoresCsv& how);

}  // namespace dex
