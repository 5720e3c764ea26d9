#pragma once

#include <cstdint>
#include <vector>

#include "archive/column.h"
#include "archive/index.h"
#include "risk/normalise.h"
#include "risk/weights.h"
#include "stats/ranking.h"

namespace dex {

inline constexpr std::uint8_t kNoNeed = 0xff;

// The need that stands out in an area: the one in which it ranks highest, if it is in the upper half there; and a
// second one that is at most 0.25 of 10 behind.
struct Dominant {
    std::uint8_t leader = kNoNeed;
    std::uint8_t second = kNoNeed;
    friend bool operator==(const Dominant&, const Dominant&) = default;
};

// The scores of all areas. A cell without a number has the state of the first indicator that it lacks; where its
// weights are all 0 (isActive, risk/weights.h) or the area is outside the scope, NotInFile.
struct Scores {
    std::vector<Column> needs;          // N, 0–10; parallel to Index::needs.
    std::vector<Ranking> needRankings;  // Of each of them.
    Column overall;                     // T, 0–10.
    Ranking ranking;                    // Of overall: rank, band (quantile(area, 10) + 1), classes.
    std::vector<double> coverage;       // By area, 0–1: the share of the active weight that has values.
    std::vector<Dominant> dominant;     // By area.
};

// The arithmetic of docs/method.md from the scores of indicators on. `weights` are shaped like the index, `normalised`
// was made with the same arithmetic.
Scores score(const Index& index, const Normalised& normalised, const Weights& weights, Arithmetic arithmetic);

// 1–10 of an area that has a score; 10 is the highest risk.
inline std::uint32_t bandOf(const Ranking& ranking, std::uint32_t area) { return ranking.quantile(area, 10) + 1; }

}  // namespace dex
