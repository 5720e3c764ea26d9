#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "archive/column.h"
#include "archive/index.h"
#include "stats/ranking.h"

namespace dex {

// The scores of an index's indicators, 0–10 and higher for more risk: all that depends on values, scope and arithmetic
// and not on weights, so that another weight need not sort anything again (docs/method.md, "The arithmetic").
//
// One column an indicator in the recipe's order: all of the first need's, then the next one's. Its values are s, its
// states those of the cells that were scored; an area outside the scope has no number. Iod has the scores of Rank.
struct Normalised {
    std::vector<Column> indicators;
    std::uint32_t areaCount = 0;
};

struct ScoredColumn {
    const Column* cells = nullptr;
    int polarity = 1;  // −1: a higher value is less risk.
};

// `columns` in the recipe's order, all of one level; `scope` marks the areas that take part, empty for all.
Normalised normalise(std::span<const ScoredColumn> columns, std::span<const std::uint8_t> scope, Arithmetic arithmetic);

// Iod ranks indicators too, and transforms needs.
inline bool isByRank(Arithmetic arithmetic) { return arithmetic == Arithmetic::Rank || arithmetic == Arithmetic::Iod; }

// The values that are compared: in the scope, to 9 decimals, and negated where a higher one is less risk.
Column riskValues(const ScoredColumn& column, std::span<const std::uint8_t> scope);

// Between which values the scores of MinMax and Winsorised lie, of at least one value.
struct Spread {
    double min = 0, max = 0;
};
Spread spreadOf(const Column& riskValues, const Ranking& ranking, Arithmetic arithmetic);

// s of the average rank r among n.
double rankScore(double r, std::uint32_t n);

// The English Indices of Deprivation's transform of the average rank r among n, 0–10.
double iodScore(double r, std::uint32_t n);

}  // namespace dex
