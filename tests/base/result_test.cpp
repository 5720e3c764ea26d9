#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace dex {
namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return Error{Status::BadNumber, static_cast<std::uint64_t>(value)};
    return value / 2;
}

Result<int> quarter(int value) {
    const int first = DEX_TRY(half(value));
    return DEX_TRY(half(first));
}

TEST(Result, TryPassesTheFirstErrorOn) {
    EXPECT_EQ(quarter(12).value(), 3);
    EXPECT_EQ(quarter(5).error(), (Error{Status::BadNumber, 5}));
    EXPECT_EQ(quarter(6).error(), (Error{Status::BadNumber, 3}));
}

TEST(Result, AValueHasNoError) {
    EXPECT_TRUE(half(2).ok());
    EXPECT_EQ(half(2).error().status, Status::Ok);
}

TEST(Result, CarriesWhatCannotBeCopied) {
    const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); };
    std::unique_ptr<int> taken = std::move(make()).value();
    EXPECT_EQ(*taken, 7);
}

TEST(ResultDeathTest, ReadingTheValueOfAnErrorEndsTheProgram) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH_IF_SUPPORTED(static_cast<void>(half(3).value()), "our mistake: ok\\(\\)");
}

}  // namespace
}  // namespace dex
