#include <gtest/gtest.h>

#include "archive/encode.h"

namespace dex {
namespace {

TEST(Grouping, ComesBackAsItWas) {
    const std::vector<std::uint32_t> groups{0, 0, 1, 7, 3, 0, 200};
    const auto read = decodeGrouping(encodeGrouping(groups), 7, 201);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, groups);
}

TEST(Grouping, RefusesAnAreaThatTheLevelDoesNotHave) {
    EXPECT_EQ(decodeGrouping(encodeGrouping(std::vector<std::uint32_t>{0, 2}), 2, 2).error().status, Status::BadIndex);
}

TEST(Grouping, RefusesAnotherCount) {
    EXPECT_EQ(decodeGrouping(encodeGrouping(std::vector<std::uint32_t>{0, 1}), 3, 2).error().status, Status::BadIndex);
}

}  // namespace
}  // namespace dex
