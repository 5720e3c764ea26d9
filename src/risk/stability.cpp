#include "risk/stability.h"

#include "base/exact.h"

namespace dex {

namespace {

// Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
std::uint64_t splitMix64(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

double drawn(std::uint8_t weight, std::uint64_t& state) {
    return weight * (0.5 + static_cast<double>(splitMix64(state) >> 11) * 0x1p-53);
}

}  // namespace

Stability::Stability(const Normalised& normalised, const Scores& scores, const Weights& weights, Arithmetic arithmetic,
                     std::uint32_t draws)
    : normalised_(normalised),
      scores_(scores),
      weights_(weights),
      arithmetic_(arithmetic),
      draws_(draws),
      bands_(normalised.areaCount) {
    DEX_CHECK(draws <= 0xffff);
}

bool Stability::step(std::uint32_t draws) {
    for (; draws > 0 && done_ < draws_; --draws) draw();
    return done_ < draws_;
}

void Stability::draw() {
    std::vector<double> indicatorWeights;
    for (const auto& need : weights_.indicators) {
        for (const std::uint8_t weight : need) indicatorWeights.push_back(drawn(weight, state_));
    }
    std::vector<double> weighted(normalised_.areaCount, 0), present(normalised_.areaCount, 0);
    std::size_t first = 0;
    for (std::size_t need = 0; need < weights_.needs.size(); ++need) {
        const std::size_t past = first + weights_.indicators[need].size();
        // Drawn also for a need that does not count, or the same seed would give the others other numbers.
        const double needWeight = drawn(weights_.needs[need], state_);
        const std::size_t from = std::exchange(first, past);
        if (!isActive(weights_, need)) continue;
        Column column = scores_.needs[need];
        for (const std::uint32_t area : scores_.needRankings[need].order()) {
            double sum = 0, weight = 0;
            for (std::size_t i = from; i < past; ++i) {
                const Column& indicator = normalised_.indicators[i];
                if (!hasNumber(indicator.states[area])) continue;
                sum += indicatorWeights[i] * indicator.values[area];
                weight += indicatorWeights[i];
            }
            // Never 0: an area is ranked only where at least half of the need's weight is present.
            column.values[area] = rounded9(sum / weight);
        }
        if (arithmetic_ == Arithmetic::Iod) {
            const Ranking ranking(column);
            for (const std::uint32_t area : ranking.order())
                column.values[area] = iodScore(*ranking.averageRank(area), ranking.count());
        }
        for (const std::uint32_t area : scores_.needRankings[need].order()) {
            weighted[area] += needWeight * column.values[area];
            present[area] += needWeight;
        }
    }
    Column overall = scores_.overall;
    for (const std::uint32_t area : scores_.ranking.order())
        overall.values[area] = rounded9(weighted[area] / present[area]);
    const Ranking ranking(overall);
    for (const std::uint32_t area : ranking.order()) ++bands_[area][bandOf(ranking, area) - 1];
    ++done_;
}

std::optional<Stability::Range> Stability::range(std::uint32_t area) const {
    if (done_ == 0 || !scores_.ranking.has(area)) return std::nullopt;
    // The nearest rank of p % of n is ⌈p·n/100⌉.
    const auto bandAt = [&](std::uint32_t rank) {
        std::uint32_t band = 1;
        for (std::uint32_t past = timesIn(area, 1); past < rank; past += timesIn(area, band)) ++band;
        return band;
    };
    return Range{bandAt((5 * done_ + 99) / 100), bandAt((95 * done_ + 99) / 100)};
}

}  // namespace dex
