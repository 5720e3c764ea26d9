#include "stats/ranking.h"

#include "base/sort.h"

namespace dex {

Ranking::Ranking(const Column& column) : first_(column.size(), 0), past_(column.size(), 0) {
    order_.reserve(column.size());
    for (std::uint32_t area = 0; area < column.size(); ++area) {
        if (hasNumber(column.states[area])) order_.push_back(area);
    }
    sortBy(order_, [&](std::uint32_t a, std::uint32_t b) { return column.values[a] < column.values[b]; });
    for (std::uint32_t first = 0, past = 0; first < count(); first = past) {
        while (past < count() && column.values[order_[past]] == column.values[order_[first]]) ++past;
        for (std::uint32_t i = first; i < past; ++i) {
            first_[order_[i]] = first;
            past_[order_[i]] = past;
        }
    }
}

std::optional<Ranking::Rank> Ranking::rank(std::uint32_t area) const {
    if (!has(area)) return std::nullopt;
    return Rank{count() - past_[area] + 1, first_[area] + 1, past_[area] - first_[area] > 1};
}

std::optional<double> Ranking::averageRank(std::uint32_t area) const {
    if (!has(area)) return std::nullopt;
    return (first_[area] + 1.0 + past_[area]) / 2;
}

std::optional<double> Ranking::position(std::uint32_t area) const {
    if (!has(area)) return std::nullopt;
    return (*averageRank(area) - 0.5) / count();
}

std::uint32_t Ranking::quantile(std::uint32_t area, std::uint32_t k) const {
    DEX_CHECK(has(area));
    // ⌊k·p⌋ with 2·(average rank − 0.5) = first + past, so that no rounding can move an area over a bound.
    const std::uint64_t doubled = std::uint64_t{first_[area]} + past_[area];
    return static_cast<std::uint32_t>(k * doubled / (2 * std::uint64_t{count()}));
}

}  // namespace dex
