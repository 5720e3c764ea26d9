#include "geo/ground.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Ground, RoundsDegreesHalfToEven) {
    EXPECT_EQ(toGround({-0.06900001, 51.474}), (GroundPoint{-690000, 514740000}));
    EXPECT_EQ(toGround({0.5 / 1e7, 1.5 / 1e7}), (GroundPoint{0, 2}));
    EXPECT_EQ(toGround({-0.5 / 1e7, -1.5 / 1e7}), (GroundPoint{0, -2}));
    EXPECT_EQ(toGround({1000, -1000}), (GroundPoint{1'800'000'000, -900'000'000}));
}

TEST(Ground, ComesBackToWhereItWas) {
    for (const GroundPoint point : {GroundPoint{-690000, 514740000}, GroundPoint{1'800'000'000, -900'000'000}}) {
        EXPECT_EQ(toGround(toLonLat(point)), point);
    }
}

// By the tables of WGS 84: a degree of latitude at the equator is 110,574 m and of longitude 111,320 m; at 45° they are 111,132 m
// and 78,847 m.
TEST(Ground, AgreesWithTheLengthsOfADegree) {
    const auto between = [](double lon, double south, double north, double width) {
        return metresBetween(toGround({lon, south}), toGround({lon + width, north}));
    };
    EXPECT_NEAR(between(0, -0.5, 0.5, 0), 110574.4, 0.5);
    EXPECT_NEAR(between(0, 0, 0, 1), 111319.5, 0.5);
    EXPECT_NEAR(between(10, 44.5, 45.5, 0), 111131.7, 0.5);
    EXPECT_NEAR(between(10, 45, 45, 1), 78846.8, 0.5);
}

TEST(Ground, IsTheSameBothWaysAndToATenthOfAMetre) {
    const GroundPoint a = toGround({-0.0691, 51.4741}), b = toGround({-0.0713, 51.4812});
    EXPECT_EQ(metresBetween(a, b), metresBetween(b, a));
    EXPECT_EQ(metresBetween(a, b), 804.6);
    EXPECT_EQ(metresBetween(a, a), 0);
}

TEST(Ground, TakesTheShortWayAcrossThe180thMeridian) {
    EXPECT_EQ(metresBetween(toGround({179.9, -17}), toGround({-179.9, -17})),
              metresBetween(toGround({-0.1, -17}), toGround({0.1, -17})));
}

}  // namespace
}  // namespace dex
