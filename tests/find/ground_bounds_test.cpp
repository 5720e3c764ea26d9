#include "find/ground_bounds.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "find/scattered.h"

namespace dex {
namespace {

// All over the Earth, near the poles and across the 180th meridian: whatever they say is so.
TEST(GroundBounds, AreNeverWrong) {
    constexpr GroundPoint kCorners[][2] = {
        {{-1'800'000'000, -900'000'000}, {1'800'000'000, 900'000'000}},
        {scattered::kLondonSouthWest, scattered::kLondonNorthEast},
        {{1'790'000'000, -10'000'000}, {1'800'000'000, 10'000'000}},
        {{-50'000'000, 895'000'000}, {50'000'000, 900'000'000}},
    };
    for (const auto& [southWest, northEast] : kCorners) {
        const auto points = scattered::points(120, southWest, northEast, 4);
        const GroundBounds bounds(southWest.lat, northEast.lat);
        for (const GroundPoint a : points) {
            for (const GroundPoint b : points) {
                const double metres = metresBetween(a, b);
                // On both sides of the truth, and at it.
                for (const double limit : {metres - 0.1, metres, metres + 0.1, metres / 2, metres * 2}) {
                    ASSERT_TRUE(!bounds.areBeyond(a, b, limit) || metres > limit);
                    ASSERT_TRUE(!bounds.areWithin(a, b, limit) || metres <= limit);
                    ASSERT_TRUE(!GroundBounds::areBeyond(a.lat, b.lat, limit) || metres > limit);
                }
            }
        }
    }
}

// Or they would save nothing: of points in a city hardly any pair is left to be worked out.
TEST(GroundBounds, SayNearlyAlwaysSomething) {
    const auto points = scattered::points(300, scattered::kLondonSouthWest, scattered::kLondonNorthEast, 5);
    const GroundBounds bounds(scattered::kLondonSouthWest.lat, scattered::kLondonNorthEast.lat);
    int open = 0;
    for (const GroundPoint a : points) {
        for (const GroundPoint b : points) open += !bounds.areBeyond(a, b, 8000) && !bounds.areWithin(a, b, 8000);
    }
    EXPECT_LT(open, 300 * 300 / 50);
}

TEST(GroundBounds, KnowHowManyDegreesOfLatitudeAreTooMany) {
    for (const double metres : {0.0, 0.1, 800.0, 60'000.0, 1e9}) {
        const std::int64_t lats = GroundBounds::latsBeyond(metres);
        if (lats > 900'000'000) continue;
        const auto lat = static_cast<std::int32_t>(lats);
        EXPECT_GT(metresBetween({0, 0}, {0, lat}), metres);
        EXPECT_GT(metresBetween({0, 900'000'000}, {0, 900'000'000 - lat}), metres);
    }
    EXPECT_LE(GroundBounds::latsBeyond(1e300), 1'800'000'001);
}

}  // namespace
}  // namespace dex
