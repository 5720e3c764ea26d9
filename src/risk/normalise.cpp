#include "risk/normalise.h"

#include <algorithm>

#include "base/exact.h"
#include "risk/scope.h"

namespace dex {

namespace {

constexpr double kMiddle = 5;  // Of 0–10: what all have where all are equal.

// The k-th of a hundred parts of the values in order, by the definition that R calls type 7.
double percentile(const Column& column, const Ranking& ranking, std::uint32_t k) {
    const std::uint32_t scaled = (ranking.count() - 1) * k;
    const std::uint32_t below = scaled / 100, above = std::min(below + 1, ranking.count() - 1);
    const double min = column.values[ranking.order()[below]], max = column.values[ranking.order()[above]];
    return min + (max - min) * (scaled % 100 / 100.0);
}

Column normalised(const ScoredColumn& scored, std::span<const std::uint8_t> scope, Arithmetic arithmetic) {
    Column column = riskValues(scored, scope);
    const Ranking ranking(column);
    if (ranking.count() == 0) return column;
    if (isByRank(arithmetic)) {
        for (const std::uint32_t area : ranking.order())
            column.values[area] = rankScore(*ranking.averageRank(area), ranking.count());
        return column;
    }
    const auto [min, max] = spreadOf(column, ranking, arithmetic);
    for (const std::uint32_t area : ranking.order()) {
        const double value = std::clamp(column.values[area], min, max);
        column.values[area] = max > min ? rounded9(10 * (value - min) / (max - min)) : kMiddle;
    }
    return column;
}

}  // namespace

Normalised normalise(std::span<const ScoredColumn> columns, std::span<const std::uint8_t> scope,
                     Arithmetic arithmetic) {
    Normalised all;
    for (const ScoredColumn& one : columns) all.indicators.push_back(normalised(one, scope, arithmetic));
    if (!columns.empty()) all.areaCount = static_cast<std::uint32_t>(columns[0].cells->size());
    return all;
}

Column riskValues(const ScoredColumn& scored, std::span<const std::uint8_t> scope) {
    Column column = inScope(*scored.cells, scope);
    // What is rounded or negated is no quotient of two counts any more.
    column.numerators.clear();
    column.denominators.clear();
    for (double& value : column.values) value = rounded9(scored.polarity < 0 ? -value : value);
    return column;
}

Spread spreadOf(const Column& riskValues, const Ranking& ranking, Arithmetic arithmetic) {
    const std::uint32_t cut = arithmetic == Arithmetic::Winsorised ? 1 : 0;
    return {percentile(riskValues, ranking, cut), percentile(riskValues, ranking, 100 - cut)};
}

double rankScore(double r, std::uint32_t n) { return rounded9(10 * (r - 0.5) / n); }

double iodScore(double r, std::uint32_t n) {
    constexpr double kLast = 0.012934901388949788;  // e^(−100/23)
    return rounded9(0.1 * (-23 * ln(1 - r / n * (1 - kLast))));
}

}  // namespace dex
