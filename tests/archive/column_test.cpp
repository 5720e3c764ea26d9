#include "archive/column.h"

#include <gtest/gtest.h>

#include "archive/column_form.h"
#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

void expectSameColumn(const Result<Column>& read, const Column& column) {
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->values, column.values);
    EXPECT_EQ(read->states, column.states);
    EXPECT_EQ(read->numerators, column.numerators);
    EXPECT_EQ(read->denominators, column.denominators);
}

Column published(const std::vector<double>& values) {
    Column column;
    column.values = values;
    column.states.assign(values.size(), CellState::Value);
    return column;
}

TEST(Column, OfDecimalsComesBackToTheLastBit) {
    const Column column = published({0.013, -1.771, 100, 2.2, 0.1, 4.624199841, 0});
    expectSameColumn(decodeColumn(encodeColumn(column, nullptr), 7, nullptr), column);
}

// In numbers, as files have them (docs/format.md, "Column").
TEST(Column, StoresEachStateByItsOwnNumber) {
    Column column = published({1, 1, 1, 1, 0, 0, 0, 0});
    column.states = {CellState::Value,      CellState::Carried,      CellState::WiderArea, CellState::WeightedRollUp,
                     CellState::Suppressed, CellState::NotPublished, CellState::NotInFile, CellState::ComplexChange};
    const Bytes bytes = encodeColumn(column, nullptr);
    expectSameColumn(decodeColumn(bytes, 8, nullptr), column);
    for (std::uint8_t state = 0; state < 8; ++state) EXPECT_EQ(storedState(column.states[state]), state);
    EXPECT_EQ(kStoredStates, 8);
}

TEST(Column, OfAnyDoublesComesBackToTheLastBit) {
    const Column column = published({1.0 / 3, 2.0 / 3, 1e-300, -9007199254740992});
    expectSameColumn(decodeColumn(encodeColumn(column, nullptr), 4, nullptr), column);
}

TEST(Column, OfCountsKeepsBothAndDividesThem) {
    const Column residents = samples::residents(500), share = samples::share(residents);
    expectSameColumn(decodeColumn(encodeColumn(share, nullptr), 500, nullptr), share);
    expectSameColumn(decodeColumn(encodeColumn(share, &residents), 500, &residents), share);
}

TEST(Column, OfCountsIsSmallerOverASharedColumn) {
    const Column residents = samples::residents(500), share = samples::share(residents);
    EXPECT_LT(encodeColumn(share, &residents).size(), encodeColumn(share, nullptr).size());
}

TEST(Column, ThatLeansOnAnotherIsRefusedWithoutIt) {
    const Column residents = samples::residents(50), share = samples::share(residents);
    EXPECT_EQ(decodeColumn(encodeColumn(share, &residents), 50, nullptr).error().status, Status::BadIndex);
    const Column shorter = samples::residents(49);
    EXPECT_EQ(decodeColumn(encodeColumn(share, &residents), 50, &shorter).error().status, Status::BadIndex);
}

TEST(Column, WithoutAnyNumberComesBack) {
    Column column = published({0, 0});
    column.states = {CellState::Suppressed, CellState::NotInFile};
    expectSameColumn(decodeColumn(encodeColumn(column, nullptr), 2, nullptr), column);
}

TEST(Column, KeepsTheStateOfEachCell) {
    Column column = published({1, 2, 0, 4});
    column.states = {CellState::Value, CellState::Carried, CellState::NotPublished, CellState::WeightedRollUp};
    expectSameColumn(decodeColumn(encodeColumn(column, nullptr), 4, nullptr), column);
}

TEST(Column, RefusesAnotherCount) {
    EXPECT_EQ(decodeColumn(encodeColumn(published({1, 2}), nullptr), 3, nullptr).error().status, Status::BadIndex);
}

TEST(Column, RefusesADenominatorOfZero) {
    Column residents = published({5, 7});
    Column share = published({0.2, 1});
    share.numerators = {1, 7};
    share.denominators = {5, 7};
    const Bytes bytes = encodeColumn(share, &residents);
    residents.values[0] = 0;
    EXPECT_EQ(decodeColumn(bytes, 2, &residents).error().status, Status::BadNumber);
}

}  // namespace
}  // namespace dex
