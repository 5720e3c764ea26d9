#include "risk/score.h"

#include "base/exact.h"

namespace dex {

namespace {

constexpr double kStandsOut = 5;       // The rank score from which a need stands out.
constexpr double kNamedWithIt = 0.25;  // How far behind a second need may be.

Column emptyColumn(std::uint32_t areaCount) {
    Column column;
    column.values.assign(areaCount, 0);
    column.states.assign(areaCount, CellState::NotInFile);
    return column;
}

// A weighted mean and how much of its weight is there, in whole numbers.
struct Mean {
    double weighted = 0;
    std::uint32_t present = 0, active = 0;
    CellState absent = CellState::NotInFile;

    void add(const Column& column, std::uint32_t area, std::uint32_t weight) {
        if (weight == 0) return;
        const CellState state = column.states[area];
        if (hasNumber(state)) {
            weighted += weight * column.values[area];
            present += weight;
        } else if (present == active) {
            // Nothing was lacking before it: the first of those without a number lends its state.
            absent = state;
        }
        active += weight;
    }
    // Writes the mean where at least `tenths` of the weight are present.
    void finish(Column& column, std::uint32_t area, std::uint32_t tenths) const {
        const bool enough = active > 0 && 10 * present >= tenths * active;
        column.states[area] = enough ? CellState::Value : absent;
        if (enough) column.values[area] = rounded9(weighted / present);
    }
};

// Adds to `coverage` what the need contributes to it, not yet divided by the sum of weights.
Column needColumn(std::span<const Column> indicators, std::span<const std::uint8_t> weights, double needWeight,
                  std::vector<double>& coverage) {
    Column column = emptyColumn(static_cast<std::uint32_t>(coverage.size()));
    for (std::uint32_t area = 0; area < coverage.size(); ++area) {
        Mean mean;
        for (std::size_t i = 0; i < indicators.size(); ++i) mean.add(indicators[i], area, weights[i]);
        mean.finish(column, area, 5);
        if (mean.active > 0) coverage[area] += needWeight * (double{1} * mean.present / mean.active);
    }
    return column;
}

std::vector<Dominant> dominantNeeds(const Scores& scores, const Weights& weights) {
    std::vector<Dominant> dominant(scores.overall.size());
    for (std::uint32_t area = 0; area < dominant.size(); ++area) {
        double max = -1, next = -1;
        Dominant& found = dominant[area];
        for (std::size_t need = 0; need < scores.needs.size(); ++need) {
            const Ranking& ranking = scores.needRankings[need];
            if (weights.needs[need] == 0 || !ranking.has(area)) continue;
            const double s = rankScore(*ranking.averageRank(area), ranking.count());
            const auto id = static_cast<std::uint8_t>(need);
            // Strictly more: of equals the recipe's first leads (docs/method.md, "The arithmetic").
            if (s > max) {
                next = max;
                found.second = found.leader;
                max = s;
                found.leader = id;
            } else if (s > next) {
                next = s;
                found.second = id;
            }
        }
        // In the lower half for every need: none stands out.
        if (max < kStandsOut) found = {};
        if (rounded9(max - next) > kNamedWithIt) found.second = kNoNeed;
    }
    return dominant;
}

}  // namespace

Scores score(const Index& index, const Normalised& normalised, const Weights& weights, Arithmetic arithmetic) {
    Scores scores;
    scores.coverage.assign(normalised.areaCount, 0);
    std::uint32_t activeWeight = 0;
    std::span<const Column> indicators = normalised.indicators;
    for (std::size_t need = 0; need < index.needs.size(); ++need) {
        const auto own = indicators.first(index.needs[need].indicators.size());
        indicators = indicators.subspan(own.size());
        Column column = needColumn(own, weights.indicators[need], weights.needs[need], scores.coverage);
        Ranking ranking(column);
        // The transform rises with the rank, so the ranking holds for its values as well.
        if (arithmetic == Arithmetic::Iod) {
            for (const std::uint32_t area : ranking.order())
                column.values[area] = iodScore(*ranking.averageRank(area), ranking.count());
        }
        if (isActive(weights, need)) activeWeight += weights.needs[need];
        scores.needs.push_back(std::move(column));
        scores.needRankings.push_back(std::move(ranking));
    }

    scores.overall = emptyColumn(normalised.areaCount);
    for (std::uint32_t area = 0; area < normalised.areaCount; ++area) {
        Mean mean;
        for (std::size_t need = 0; need < scores.needs.size(); ++need) {
            if (isActive(weights, need)) mean.add(scores.needs[need], area, weights.needs[need]);
        }
        mean.finish(scores.overall, area, 7);
        if (activeWeight > 0) scores.coverage[area] /= activeWeight;
    }
    scores.ranking = Ranking(scores.overall);
    scores.dominant = dominantNeeds(scores, weights);
    return scores;
}

}  // namespace dex
