#include "risk/drivers.h"

#include <algorithm>

namespace dex {

std::vector<Contribution> contributionsOf(const Scores& scores, const Normalised& normalised, const Weights& weights,
                                          std::uint32_t area) {
    std::vector<Contribution> all;
    if (!hasNumber(scores.overall.states[area])) return all;
    const auto isPresent = [&](std::size_t need) {
        return weights.needs[need] > 0 && hasNumber(scores.needs[need].states[area]);
    };
    double needWeight = 0;
    for (std::size_t need = 0; need < weights.needs.size(); ++need)
        needWeight += isPresent(need) ? weights.needs[need] : 0;
    std::uint32_t column = 0;
    for (std::uint32_t need = 0; need < weights.needs.size(); ++need) {
        const auto& own = weights.indicators[need];
        const std::uint32_t first = column;
        column += static_cast<std::uint32_t>(own.size());
        if (!isPresent(need)) continue;
        const auto counts = [&](std::size_t i) {
            return own[i] > 0 && hasNumber(normalised.indicators[first + i].states[area]);
        };
        double weight = 0;
        for (std::size_t i = 0; i < own.size(); ++i) weight += counts(i) ? own[i] : 0;
        for (std::uint32_t i = 0; i < own.size(); ++i) {
            if (!counts(i)) continue;
            const double s = normalised.indicators[first + i].values[area];
            all.push_back({need, i, first + i, weights.needs[need] / needWeight * (own[i] / weight) * s});
        }
    }
    return all;
}

std::vector<Contribution> largest(std::vector<Contribution> contributions, std::size_t count) {
    std::vector<Contribution> found;
    while (found.size() < count && !contributions.empty()) {
        const auto max = std::max_element(contributions.begin(), contributions.end(),
                                          [](const auto& a, const auto& b) { return a.share < b.share; });
        found.push_back(*max);
        contributions.erase(max);
    }
    return found;
}

}  // namespace dex
