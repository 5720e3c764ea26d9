#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace dex {

// A cell says where its number comes from, or why there is none.
enum class CellState : std::uint8_t {
    Value,
    Carried,         // From 2011 areas that were split or merged.
    WiderArea,       // The value of the larger area that it lies in.
    WeightedRollUp,  // A mean weighted by residents.
    EqualRollUp,     // A mean in which all weigh the same; never stored, as whoever averages knows it.
    Suppressed,
    NotPublished,
    NotInFile,
    ComplexChange,  // Made of parts of several areas for which there were figures.
    kCount
};
inline bool hasNumber(CellState state) { return state <= CellState::EqualRollUp; }

// One indicator's cells, in order of area number of its level. A share is kept as its two counts and its value is
// numerator ÷ denominator in double; a value published without counts has none. A cell without a number holds 0 in
// `values`, which nobody may read: ask the state first.
struct Column {
    std::vector<double> values;
    std::vector<CellState> states;
    std::vector<double> numerators;    // Whole numbers; empty where the column has no counts.
    std::vector<double> denominators;  // Parallel to numerators.

    bool hasCounts() const { return !numerators.empty(); }
    std::size_t size() const { return values.size(); }
};

// `shared` is the residents or households column from which denominators were written as differences: the head's
// files say which; null where the column stands alone. Reading one that needs it without it is BadIndex.
Result<Column> decodeColumn(ByteSpan bytes, std::uint32_t areaCount, const Column* shared);

}  // namespace dex
