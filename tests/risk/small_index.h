#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/index.h"
#include "risk/normalise.h"
#include "risk/score.h"
#include "support/column.h"

namespace dex {

// No number: in columnOf() a suppressed one.
inline const std::optional<double> none;

}  // namespace dex

namespace dex::small {

// An index whose needs have these weights; each inner list gives the weights of a need's indicators.
inline Index index(const std::vector<int>& needs, const std::vector<std::vector<int>>& indicators) {
    Index index;
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        Need& need = index.needs.emplace_back();
        need.id = "N" + std::to_string(i + 1);
        need.weight = static_cast<std::uint8_t>(needs[i]);
        for (const int weight : indicators[i]) need.indicators.push_back({next++, static_cast<std::uint8_t>(weight)});
    }
    return index;
}

inline Normalised normalised(const std::vector<Column>& columns, Arithmetic arithmetic = Arithmetic::Rank,
                             const std::vector<std::uint8_t>& scope = {}) {
    std::vector<ScoredColumn> scored;
    for (const Column& column : columns) scored.push_back({&column, 1});
    return normalise(scored, scope, arithmetic);
}

inline Scores scored(const Index& index, const std::vector<Column>& columns, Arithmetic arithmetic = Arithmetic::Rank) {
    return score(index, normalised(columns, arithmetic), publishedWeights(index), arithmetic);
}

}  // namespace dex::small
