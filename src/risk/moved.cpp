#include "risk/moved.h"

#include "risk/score.h"

namespace dex {

namespace {

template <typename Difference>
Column differences(const Ranking& a, const Ranking& b, std::uint32_t areaCount, Difference difference) {
    Column column;
    column.values.assign(areaCount, 0);
    column.states.assign(areaCount, CellState::NotInFile);
    for (std::uint32_t area = 0; area < areaCount; ++area) {
        if (!a.has(area) || !b.has(area)) continue;
        column.states[area] = CellState::Value;
        column.values[area] = difference(area);
    }
    return column;
}

}  // namespace

Column rankChanges(const Ranking& before, const Ranking& after, std::uint32_t areaCount) {
    return differences(before, after, areaCount,
                       [&](std::uint32_t area) { return *after.averageRank(area) - *before.averageRank(area); });
}

Column bandDifferences(const Ranking& ours, const Ranking& theirs, std::uint32_t areaCount) {
    return differences(ours, theirs, areaCount, [&](std::uint32_t area) {
        return static_cast<double>(bandOf(ours, area)) - static_cast<double>(bandOf(theirs, area));
    });
}

}  // namespace dex
