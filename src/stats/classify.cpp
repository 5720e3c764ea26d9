#include "stats/classify.h"

namespace dex {
namespace {

Classes empty(std::size_t areas) {
    Classes classes;
    classes.ofArea.assign(areas, kNoDataClass);
    return classes;
}

void setCount(Classes& classes, std::uint32_t count) {
    classes.classCount = count;
    classes.min.assign(count, 0);
    classes.max.assign(count, 0);
    classes.counts.assign(count, 0);
}

// Areas must come in ascending order of value.
void add(Classes& classes, std::uint32_t area, std::uint32_t classIndex, double value) {
    classes.ofArea[area] = static_cast<std::uint8_t>(classIndex);
    if (classes.counts[classIndex]++ == 0) classes.min[classIndex] = value;
    classes.max[classIndex] = value;
}

void cutByRank(Classes& classes, const Column& column, const Ranking& ranking, std::uint32_t k) {
    setCount(classes, k);
    for (std::uint32_t area : ranking.order()) add(classes, area, ranking.quantile(area, k), column.values[area]);
}

void cutEvenly(Classes& classes, const Column& column, const Ranking& ranking, std::uint32_t k) {
    const double min = column.values[ranking.order().front()];
    const double max = column.values[ranking.order().back()];
    // Steps without width could not be told apart.
    if (min == max) k = 1;
    setCount(classes, k);
    // Divided first: the difference of two very large values would overflow.
    std::vector<double> bounds(k + 1, min);
    for (std::uint32_t i = 1; i < k; ++i) bounds[i] = min / k * (k - i) + max / k * i;
    bounds[k] = max;
    std::uint32_t step = 0;
    for (std::uint32_t area : ranking.order()) {
        while (step + 1 < k && column.values[area] >= bounds[step + 1]) ++step;
        add(classes, area, step, column.values[area]);
    }
    for (std::uint32_t i = 0; i < k; ++i) {
        classes.min[i] = bounds[i];
        classes.max[i] = bounds[i + 1];
    }
}

void cutNaturally(Classes& classes, const Column& column, const Ranking& ranking, std::uint32_t k) {
    std::vector<double> ascending;
    ascending.reserve(ranking.count());
    for (std::uint32_t area : ranking.order()) ascending.push_back(column.values[area]);
    const std::vector<std::uint32_t> starts = naturalBreaks(ascending, k);
    setCount(classes, static_cast<std::uint32_t>(starts.size()));
    std::uint32_t group = 0;
    for (std::uint32_t i = 0; i < ranking.count(); ++i) {
        if (group + 1 < starts.size() && i == starts[group + 1]) ++group;
        add(classes, ranking.order()[i], group, ascending[i]);
    }
}

}  // namespace

Classes classify(const Column& column, ClassMethod method, std::uint32_t k) {
    return classify(column, Ranking(column), method, k);
}

Classes classify(const Column& column, const Ranking& ranking, ClassMethod method, std::uint32_t k) {
    DEX_CHECK(k >= kMinClasses && k <= kMaxClasses);
    Classes classes = empty(column.size());
    if (ranking.count() == 0) return classes;
    switch (method) {
        case ClassMethod::Quantile: cutByRank(classes, column, ranking, k); break;
        case ClassMethod::EqualSteps: cutEvenly(classes, column, ranking, k); break;
        case ClassMethod::NaturalBreaks: cutNaturally(classes, column, ranking, k); break;
    }
    return classes;
}

}  // namespace dex
