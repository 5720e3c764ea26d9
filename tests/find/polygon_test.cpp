#include "find/polygon.h"

#include <gtest/gtest.h>

#include <random>

namespace dex {
namespace {

Result<Polygon> of(const GroundRing& ring) { return Polygon::of({&ring, 1}); }

TEST(Polygon, HoldsItsEdgesAndCorners) {
    const Polygon triangle = of({{0, 0}, {100, 0}, {0, 100}}).value();
    for (const GroundPoint in : {GroundPoint{0, 0}, {50, 0}, {50, 50}, {0, 100}, {10, 10}})
        EXPECT_TRUE(triangle.contains(in)) << in.lon << ' ' << in.lat;
    for (const GroundPoint out : {GroundPoint{-1, 0}, {51, 50}, {101, 0}, {50, -1}, {0, 101}})
        EXPECT_FALSE(triangle.contains(out)) << out.lon << ' ' << out.lat;
}

// Against every edge in turn. One that is drawn twice bounds nothing.
TEST(Polygon, CountsEvenAndOddAsASlowAnswerDoes) {
    std::minstd_rand random(11);
    const auto upTo = [&](std::int32_t limit) {
        return static_cast<std::int32_t>(random() % static_cast<unsigned>(limit));
    };
    for (int round = 0; round < 40; ++round) {
        GroundRing ring(static_cast<std::size_t>(5 + upTo(60)));
        for (GroundPoint& corner : ring) corner = {upTo(40), upTo(40)};
        const auto polygon = of(ring);
        if (!polygon.ok()) continue;
        for (std::int32_t y = -1; y <= 40; ++y) {
            for (std::int32_t x = -1; x <= 40; ++x) {
                bool isOn = false, isIn = false;
                for (const auto& [a, b] : polygon.value().edges()) {
                    const std::int64_t cross =
                        std::int64_t{b.lon - a.lon} * (y - a.lat) - std::int64_t{b.lat - a.lat} * (x - a.lon);
                    if (cross == 0 && std::min(a.lon, b.lon) <= x && x <= std::max(a.lon, b.lon) &&
                        std::min(a.lat, b.lat) <= y && y <= std::max(a.lat, b.lat))
                        isOn = true;
                }
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    const GroundPoint a = ring[i], b = ring[(i + 1) % ring.size()];
                    if ((a.lat > y) != (b.lat > y) &&
                        x < a.lon + static_cast<long double>(y - a.lat) * (b.lon - a.lon) / (b.lat - a.lat))
                        isIn = !isIn;
                }
                ASSERT_EQ(polygon.value().contains({x, y}), isOn || isIn) << x << ' ' << y << " in round " << round;
                if (!isOn) {
                    ASSERT_EQ(polygon.value().surrounds(x, y), isIn) << x << ' ' << y;
                }
            }
        }
    }
}

TEST(Polygon, LeavesOutEdgesThatLieOnOneAnother) {
    const Polygon spiked = of({{0, 0}, {10, 0}, {10, 10}, {20, 20}, {10, 10}, {0, 10}}).value();
    EXPECT_EQ(spiked.edges().size(), 4u);
    EXPECT_FALSE(spiked.contains({15, 15}));
    const Polygon closed = of({{0, 0}, {10, 0}, {10, 10}, {0, 0}}).value();
    EXPECT_EQ(closed.edges().size(), 3u);
}

TEST(Polygon, RefusesWhatBoundsNothing) {
    EXPECT_EQ(Polygon::of({}).error().status, Status::BadShape);
    EXPECT_EQ(of({}).error().status, Status::BadShape);
    EXPECT_EQ(of({{5, 5}, {5, 5}, {5, 5}}).error().status, Status::BadShape);
    EXPECT_EQ(of({{0, 0}, {10, 0}}).error().status, Status::BadShape) << "there and back";
    EXPECT_EQ(of({{0, 0}, {10, 0}, {20, 0}}).error().status, Status::BadShape) << "on one line";
    EXPECT_EQ(of({{0, 0}, {10, 10}, {20, 20}}).error().status, Status::BadShape) << "on one slanting line";
}

TEST(Polygon, RefusesWhatIsTooLarge) {
    const GroundRing many(kMaxShapeCorners + 1, GroundPoint{1, 1});
    EXPECT_EQ(of(many).error().status, Status::TooLarge);
    EXPECT_EQ(of({{-900'000'000, 0}, {900'000'000, 0}, {0, 10}}).error().status, Status::TooLarge);
    EXPECT_TRUE(of({{-450'000'000, -450'000'000}, {450'000'000, -450'000'000}, {0, 450'000'000}}).ok());
}

}  // namespace
}  // namespace dex
