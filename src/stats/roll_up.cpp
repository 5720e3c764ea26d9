#include "stats/roll_up.h"

#include <vector>

#include "base/exact.h"

namespace dex {

namespace {

constexpr std::uint32_t kNone = 0xffffffff;

using Numbers = std::span<const std::uint32_t>;

// For each area of one level the area of the other that holds all its small areas. Empty where one of them has none.
std::vector<std::uint32_t> holders(Numbers from, std::uint32_t fromCount, Numbers to) {
    std::vector<std::uint32_t> holder(fromCount, kNone);
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (holder[from[i]] == kNone) holder[from[i]] = to[i];
        if (holder[from[i]] != to[i]) return {};
    }
    return holder;
}

// What the members of a larger area come to.
struct Sum {
    double numerator = 0, denominator = 0;
    double weighted = 0;          // Σ value · weight
    double present = 0, all = 0;  // Weights of members with a number, and of all.
    CellState absent = CellState::NotInFile;
    bool anyPresent = false, anyAbsent = false;

    void add(const Column& column, std::uint32_t cell, double weight) {
        all += weight;
        if (!hasNumber(column.states[cell])) {
            // Of several reasons for a gap the first is told.
            if (!anyAbsent) absent = column.states[cell];
            anyAbsent = true;
            return;
        }
        anyPresent = true;
        present += weight;
        weighted += rounded9(column.values[cell]) * weight;
        if (!column.hasCounts()) return;
        numerator += column.numerators[cell];
        denominator += column.denominators[cell];
    }
    bool holdsHalf() const { return anyPresent && 2 * present >= all; }
};

Column emptyColumn(std::uint32_t count, bool counts) {
    Column column;
    column.values.assign(count, 0);
    column.states.assign(count, CellState::NotInFile);
    if (counts) column.numerators.assign(count, 0);
    if (counts) column.denominators.assign(count, 0);
    return column;
}

// `mean` is the state of what had to be averaged.
Column finished(const std::vector<Sum>& sums, bool counts, CellState mean) {
    Column column = emptyColumn(static_cast<std::uint32_t>(sums.size()), counts);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const Sum& sum = sums[i];
        column.states[i] = sum.absent;
        if (!sum.holdsHalf() || (counts ? sum.denominator : sum.present) <= 0) continue;
        column.states[i] = counts ? CellState::Value : mean;
        column.values[i] = counts ? sum.numerator / sum.denominator : rounded9(sum.weighted / sum.present);
        if (!counts) continue;
        column.numerators[i] = sum.numerator;
        column.denominators[i] = sum.denominator;
    }
    return column;
}

// Each area takes the figures of the cell in which it lies.
Column widerAreas(const Column& column, const std::vector<std::uint32_t>& cellHolding) {
    Column taken = emptyColumn(static_cast<std::uint32_t>(cellHolding.size()), column.hasCounts());
    for (std::size_t i = 0; i < cellHolding.size(); ++i) {
        const std::uint32_t cell = cellHolding[i];
        if (cell == kNone) continue;
        const bool number = hasNumber(column.states[cell]);
        taken.states[i] = number ? CellState::WiderArea : column.states[cell];
        taken.values[i] = column.values[cell];
        if (!column.hasCounts()) continue;
        taken.numerators[i] = column.numerators[cell];
        taken.denominators[i] = column.denominators[cell];
    }
    return taken;
}

}  // namespace

Column columnAtLevel(const Column& column, std::span<const std::uint32_t> cellOf, RollUp rollUp,
                     const Column* residents, std::span<const std::uint32_t> groupOf, std::uint32_t groupCount) {
    DEX_CHECK(cellOf.size() == groupOf.size() && (residents == nullptr || residents->size() == groupOf.size()));
    const auto cellCount = static_cast<std::uint32_t>(column.size());
    const auto groupHolding = holders(cellOf, cellCount, groupOf);
    if (groupHolding.empty()) {
        const auto cellHolding = holders(groupOf, groupCount, cellOf);
        if (!cellHolding.empty()) return widerAreas(column, cellHolding);
    }
    const CellState mean = residents == nullptr ? CellState::EqualRollUp : CellState::WeightedRollUp;
    const auto weightOf = [&](std::size_t i) -> double {
        if (residents == nullptr) return 1;
        return hasNumber(residents->states[i]) ? residents->values[i] : 0;
    };
    std::vector<Sum> sums(groupCount);
    if (groupHolding.empty()) {
        // Neither nests in the other. A mean even of counts: a cell's counts would stand in each area that it reaches
        // into.
        for (std::size_t i = 0; i < groupOf.size(); ++i) sums[groupOf[i]].add(column, cellOf[i], weightOf(i));
        return finished(sums, false, mean);
    }
    std::vector<double> weights(cellCount, 0);
    for (std::size_t i = 0; i < cellOf.size(); ++i) weights[cellOf[i]] += weightOf(i);
    for (std::uint32_t cell = 0; cell < cellCount; ++cell) {
        if (groupHolding[cell] != kNone) sums[groupHolding[cell]].add(column, cell, weights[cell]);
    }
    return finished(sums, rollUp == RollUp::Counts && column.hasCounts(), mean);
}

}  // namespace dex
