#include "risk/weights.h"

#include <algorithm>

namespace dex {

Weights publishedWeights(const Index& index) {
    Weights weights;
    for (const Need& need : index.needs) {
        weights.needs.push_back(need.weight);
        auto& own = weights.indicators.emplace_back();
        for (const NeedIndicator& one : need.indicators) own.push_back(one.weight);
    }
    return weights;
}

bool isActive(const Weights& weights, std::size_t need) {
    const auto& own = weights.indicators[need];
    return weights.needs[need] > 0 && std::any_of(own.begin(), own.end(), [](std::uint8_t w) { return w > 0; });
}

bool anyActive(const Weights& weights) {
    for (std::size_t need = 0; need < weights.needs.size(); ++need) {
        if (isActive(weights, need)) return true;
    }
    return false;
}

std::uint32_t indicatorCount(const Index& index) {
    std::size_t count = 0;
    for (const Need& need : index.needs) count += need.indicators.size();
    return static_cast<std::uint32_t>(count);
}

}  // namespace dex
