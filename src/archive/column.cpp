#include "archive/column.h"

#include "archive/column_form.h"
#include "archive/magic.h"
#include "archive/numbers.h"

namespace dex {

namespace {

constexpr auto kMaxValue = static_cast<double>(kMaxWhole);

// The cells that have a number, in order.
std::vector<std::uint32_t> numbered(const Column& column) {
    std::vector<std::uint32_t> cells;
    for (std::uint32_t i = 0; i < column.states.size(); ++i) {
        if (hasNumber(column.states[i])) cells.push_back(i);
    }
    return cells;
}

void readDecimals(ByteReader& in, Column& column, std::span<const std::uint32_t> cells) {
    const int decimals = in.u8();
    if (decimals > kMaxDecimals) in.fail(Status::BadNumber);
    std::vector<std::int64_t> scaled(cells.size());
    readNumbers(in, scaled);
    if (!in.ok()) return;
    // Both are whole and below 2^53, so the quotient is the double nearest to the decimal that was published.
    const double unit = powerOfTen(decimals);
    for (std::size_t i = 0; i < cells.size(); ++i) column.values[cells[i]] = static_cast<double>(scaled[i]) / unit;
}

void readDoubles(ByteReader& in, Column& column, std::span<const std::uint32_t> cells) {
    for (const std::uint32_t cell : cells) {
        const double value = in.f64();
        // False for NaN as well. Scores square what they are given, and must not overflow.
        if (!(value >= -kMaxValue && value <= kMaxValue)) return in.fail(Status::BadNumber);
        column.values[cell] = value;
    }
}

void readCounts(ByteReader& in, Column& column, std::span<const std::uint32_t> cells, const Column* shared) {
    std::vector<std::int64_t> numerators(cells.size()), denominators(cells.size());
    readNumbers(in, numerators);
    readNumbers(in, denominators);
    if (!in.ok()) return;
    column.numerators.assign(column.size(), 0);
    column.denominators.assign(column.size(), 0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::uint32_t cell = cells[i];
        // A denominator is stored as what it differs from the shared one, residents or households: mostly 0.
        const auto above = shared == nullptr ? 0 : static_cast<std::int64_t>(shared->values[cell]);
        const std::int64_t denominator = denominators[i] + above;
        // A share may exceed 1, as counts come from different tables, but nothing is divided by 0.
        if (numerators[i] < 0 || denominator <= 0) return in.fail(Status::BadNumber);
        column.numerators[cell] = static_cast<double>(numerators[i]);
        column.denominators[cell] = static_cast<double>(denominator);
        column.values[cell] = column.numerators[cell] / column.denominators[cell];
    }
}

// Whole values, none of which could overflow a sum.
bool canBeShared(const Column& column, std::uint32_t areaCount) {
    if (column.size() != areaCount) return false;
    for (const double value : column.values) {
        if (!(value >= 0 && value <= static_cast<double>(kMaxWhole))) return false;
        // The cast is safe: what is out of range was refused above.
        if (static_cast<double>(static_cast<std::int64_t>(value)) != value) return false;
    }
    return true;
}

}  // namespace

double powerOfTen(int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    return power;
}

Result<Column> decodeColumn(ByteSpan bytes, std::uint32_t areaCount, const Column* shared) {
    if (areaCount > kMaxAreas) return Status::TooLarge;
    ByteReader in(bytes);
    readMagic(in, Magic::Column, kColumnVersion);
    const auto form = static_cast<ColumnForm>(in.u8());
    if (in.count(kMaxAreas) != areaCount) in.fail(Status::BadIndex);
    // The shared column was checked as a column, not yet as a denominator.
    if (form == ColumnForm::CountsOverShared && (shared == nullptr || !canBeShared(*shared, areaCount))) {
        in.fail(Status::BadIndex);
    }
    if (!in.ok()) return in.error();

    Column column;
    std::vector<std::uint8_t> states(areaCount);
    readRuns(in, states, kStoredStates);
    if (!in.ok()) return in.error();
    // A cell without a number holds 0 and is never read: its state is asked first.
    column.values.assign(areaCount, 0);
    column.states.reserve(areaCount);
    for (const std::uint8_t state : states) column.states.push_back(stateStored(state));
    const auto cells = numbered(column);

    switch (form) {
        case ColumnForm::Decimals: readDecimals(in, column, cells); break;
        case ColumnForm::Doubles: readDoubles(in, column, cells); break;
        case ColumnForm::Counts: readCounts(in, column, cells, nullptr); break;
        case ColumnForm::CountsOverShared: readCounts(in, column, cells, shared); break;
        default: in.fail(Status::BadNumber);
    }
    DEX_TRY(in.finish());
    return column;
}

}  // namespace dex
