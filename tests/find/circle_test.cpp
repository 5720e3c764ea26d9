#include "find/circle.h"

#include <gtest/gtest.h>

#include <random>

namespace dex {
namespace {

// The quick answer is that of the distance itself, near the edge above all.
TEST(CircleEdge, AnswersAsTheDistanceDoes) {
    std::minstd_rand random(7);
    const auto upTo = [&](std::int32_t limit) {
        return std::uniform_int_distribution<std::int32_t>(-limit, limit)(random);
    };
    for (const std::int32_t lat : {0, 30'000, 514'740'000, -336'000'000, 700'000'000, 895'000'000}) {
        for (const std::uint32_t metres : {0u, 1u, 800u, 60'000u}) {
            const Circle circle{{-690'000, lat}, metres};
            const CircleEdge edge(circle);
            for (int i = 0; i < 2000; ++i) {
                const std::int32_t reach = static_cast<std::int32_t>(metres) * 200 + 500;
                const GroundPoint point{circle.centre.lon + upTo(reach),
                                        lat + upTo(std::min(reach, 900'000'000 - lat))};
                const double distance = metresBetween(circle.centre, point);
                ASSERT_EQ(edge.holds(point), distance <= metres) << distance << " of " << metres << " at " << lat;
                ASSERT_EQ(edge.isWithin(point), distance < metres);
            }
        }
    }
}

TEST(CircleEdge, HoldsItsOwnEdge) {
    const GroundPoint centre{0, 514'740'000}, point{115'050, 514'740'000};
    ASSERT_EQ(metresBetween(centre, point), 799.4);
    EXPECT_FALSE(CircleEdge({centre, 799}).holds(point));
    EXPECT_TRUE(CircleEdge({centre, 800}).holds(point));
    EXPECT_TRUE(CircleEdge({centre, 0}).holds(centre));
    EXPECT_FALSE(CircleEdge({centre, 0}).isWithin(centre));
}

TEST(CircleEdge, ReachesASegmentBetweenItsEnds) {
    const CircleEdge edge({{0, 514'740'000}, 500});
    EXPECT_TRUE(edge.reaches({-200'000, 514'770'000}, {200'000, 514'770'000})) << "334 m to the north";
    EXPECT_FALSE(edge.reaches({-200'000, 514'790'000}, {200'000, 514'790'000})) << "556 m to the north";
    EXPECT_FALSE(edge.reaches({100'000, 514'740'000}, {300'000, 514'740'000})) << "its line does, it does not";
    EXPECT_FALSE(edge.reaches({100'000, 514'740'000}, {100'000, 514'740'000}));
}

TEST(CircleEdge, ReachesAcrossThe180thMeridian) {
    const CircleEdge edge({{1'799'990'000, -170'000'000}, 1000});
    EXPECT_TRUE(edge.holds({-1'799'990'000, -170'000'000}));
    EXPECT_FALSE(edge.holds({-1'790'000'000, -170'000'000}));
}

}  // namespace
}  // namespace dex
