#include "find/nearest.h"

#include <gtest/gtest.h>

#include "find/scattered.h"

namespace dex {
namespace {

using Found = NearestPoint::Found;

// Every distance, one after the other.
std::optional<Found> slowly(std::span<const GroundPoint> points, GroundPoint from) {
    std::optional<Found> best;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        const double metres = metresBetween(from, points[i]);
        if (!best || metres < best->metres) best = Found{i, metres};
    }
    return best;
}

TEST(NearestPoint, IsWhatAllDistancesSay) {
    for (const std::uint32_t cells : {12u, 1000u, 100000u}) {
        const auto venues =
            scattered::points(400, scattered::kLondonSouthWest, scattered::kLondonNorthEast, cells, cells);
        const NearestPoint index(venues);
        // From among them, and from far around.
        const auto asked = scattered::points(500, {-20'000'000, 500'000'000}, {20'000'000, 530'000'000}, 9, cells);
        for (const GroundPoint from : asked) ASSERT_EQ(index.nearest(from), slowly(venues, from));
        for (const GroundPoint from : venues) ASSERT_EQ(index.nearest(from), slowly(venues, from));
    }
}

TEST(NearestPoint, IsFoundAnywhereOnEarth) {
    const auto venues = scattered::points(200, {-1'800'000'000, -900'000'000}, {1'800'000'000, 900'000'000}, 3, 60);
    const NearestPoint index(venues);
    for (const GroundPoint from :
         scattered::points(500, {-1'800'000'000, -900'000'000}, {1'800'000'000, 900'000'000}, 7, 600))
        ASSERT_EQ(index.nearest(from), slowly(venues, from));
}

TEST(NearestPoint, OfEquallyNearOnesIsTheFirst) {
    const GroundPoint east{100, 515'000'000}, west{-100, 515'000'000}, north{0, 515'000'400};
    EXPECT_EQ(NearestPoint(std::vector{north, east, west}).nearest({0, 515'000'000})->point, 1u);
    EXPECT_EQ(NearestPoint(std::vector{north, west, east}).nearest({0, 515'000'000})->point, 1u);
    EXPECT_EQ(NearestPoint(std::vector{west, west}).nearest(west), (Found{0, 0}));
}

TEST(NearestPoint, IsNoneOfNone) { EXPECT_FALSE(NearestPoint({}).nearest({0, 0})); }

}  // namespace
}  // namespace dex
