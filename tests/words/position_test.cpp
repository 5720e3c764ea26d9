#include "words/position.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Position, BeginsAtItsLowerEnd) {
    EXPECT_EQ(positionOf(1), Position::Highest10);
    EXPECT_EQ(positionOf(0.9), Position::Highest10);
    EXPECT_EQ(positionOf(0.8999), Position::Highest25);
    EXPECT_EQ(positionOf(0.75), Position::Highest25);
    EXPECT_EQ(positionOf(0.7499), Position::High);
    EXPECT_EQ(positionOf(0.6), Position::High);
    EXPECT_EQ(positionOf(0.5999), Position::Middle);
    EXPECT_EQ(positionOf(0.4), Position::Middle);
    EXPECT_EQ(positionOf(0.3999), Position::Low);
    EXPECT_EQ(positionOf(0.25), Position::Low);
    EXPECT_EQ(positionOf(0.2499), Position::Lowest25);
    EXPECT_EQ(positionOf(0.1), Position::Lowest25);
    EXPECT_EQ(positionOf(0.0999), Position::Lowest10);
    EXPECT_EQ(positionOf(0), Position::Lowest10);
}

}  // namespace
}  // namespace dex
