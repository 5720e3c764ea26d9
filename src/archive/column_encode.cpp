#include <algorithm>
#include <cmath>
#include <optional>

#include "archive/column_form.h"
#include "archive/encode.h"
#include "archive/magic.h"
#include "archive/numbers.h"

namespace dex {

namespace {

// value · 10^decimals where that is whole and leads back to the very same double.
std::optional<std::int64_t> scaledExactly(double value, int decimals) {
    const double unit = powerOfTen(decimals);
    const double scaled = std::floor(value * unit + 0.5);
    // Dividing again must give the same bits. Only then may a decimal stand for the double.
    if (!(std::abs(scaled) <= 1e15) || scaled / unit != value) return std::nullopt;
    return static_cast<std::int64_t>(scaled);
}

std::optional<std::vector<std::int64_t>> allScaled(std::span<const double> values, int decimals) {
    std::vector<std::int64_t> scaled;
    for (const double value : values) {
        const auto whole = scaledExactly(value, decimals);
        if (!whole) return std::nullopt;
        scaled.push_back(*whole);
    }
    return scaled;
}

struct Decimals {
    int decimals = 0;
    std::vector<std::int64_t> scaled;
};

// By the fewest decimals that lead back to every one of the values.
std::optional<Decimals> asDecimals(std::span<const double> values) {
    // Tried upwards: each decimal more costs 3⅓ bits a cell.
    for (int decimals = 0; decimals <= kMaxDecimals; ++decimals) {
        if (auto scaled = allScaled(values, decimals)) return Decimals{decimals, std::move(*scaled)};
    }
    return std::nullopt;
}

std::int64_t whole(double value) {
    DEX_CHECK(value == std::floor(value) && std::abs(value) <= static_cast<double>(kMaxWhole));
    return static_cast<std::int64_t>(value);
}

}  // namespace

Bytes encodeColumn(const Column& column, const Column* shared) {
    DEX_CHECK(column.states.size() == column.size());
    std::vector<std::uint8_t> states;
    std::vector<double> values;
    std::vector<std::int64_t> numerators, denominators;
    for (std::size_t i = 0; i < column.size(); ++i) {
        DEX_CHECK(column.states[i] != CellState::EqualRollUp);
        states.push_back(storedState(column.states[i]));
        if (!hasNumber(column.states[i])) continue;
        values.push_back(column.values[i]);
        if (!column.hasCounts()) continue;
        numerators.push_back(whole(column.numerators[i]));
        denominators.push_back(whole(column.denominators[i]) - (shared == nullptr ? 0 : whole(shared->values[i])));
        // A reader divides for itself. If that gave another number, browser and compiler would disagree.
        DEX_CHECK(column.values[i] == column.numerators[i] / column.denominators[i]);
    }
    // Counts win over decimals, because a share is divided from them and sums of larger areas need them.
    const auto decimals = asDecimals(values);
    auto form = decimals ? ColumnForm::Decimals : ColumnForm::Doubles;
    if (column.hasCounts()) form = shared == nullptr ? ColumnForm::Counts : ColumnForm::CountsOverShared;

    ByteWriter out;
    writeMagic(out, Magic::Column, kColumnVersion);
    out.u8(static_cast<std::uint8_t>(form));
    out.varint(column.size());
    writeRuns(out, states);
    if (column.hasCounts()) {
        writeNumbers(out, numerators);
        writeNumbers(out, denominators);
    } else if (decimals) {
        out.u8(static_cast<std::uint8_t>(decimals->decimals));
        writeNumbers(out, decimals->scaled);
    } else {
        for (const double value : values) out.f64(value);
    }
    return out.take();
}

}  // namespace dex
