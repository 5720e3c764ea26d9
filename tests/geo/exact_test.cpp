#include "geo/exact.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

constexpr std::int32_t kFar = 1 << 30;

TEST(Exact, SideHoldsAtTheEdgeOfTheWorld) {
    EXPECT_EQ(side({0, 0}, {kFar, kFar}, {kFar - 1, kFar}), 1);
    EXPECT_EQ(side({0, 0}, {kFar, kFar}, {kFar, kFar - 1}), -1);
    EXPECT_EQ(side({0, 0}, {kFar, kFar}, {kFar / 2, kFar / 2}), 0);
    EXPECT_EQ(cross({0, 0}, {kFar, 0}, {0, kFar}), std::int64_t{1} << 60);
}

TEST(Exact, SegmentsThatTouchMeetButDoNotCross) {
    EXPECT_TRUE(segmentsMeet({0, 0}, {4, 0}, {2, 0}, {2, 3}));
    EXPECT_FALSE(segmentsCross({0, 0}, {4, 0}, {2, 0}, {2, 3}));
    EXPECT_TRUE(segmentsCross({0, 0}, {4, 0}, {2, -1}, {2, 3}));
}

TEST(Exact, SegmentsOnOneLineMeetWhereTheyOverlap) {
    EXPECT_TRUE(segmentsMeet({0, 0}, {4, 4}, {3, 3}, {9, 9}));
    EXPECT_TRUE(segmentsMeet({0, 0}, {4, 4}, {4, 4}, {9, 9}));
    EXPECT_FALSE(segmentsMeet({0, 0}, {4, 4}, {5, 5}, {9, 9}));
    EXPECT_FALSE(segmentsMeet({0, 0}, {4, 4}, {1, 0}, {5, 4}));
}

TEST(Exact, AFlatTriangleHoldsItsSegmentsOnly) {
    EXPECT_TRUE(isInTriangle({2, 2}, {0, 0}, {3, 3}, {1, 1}));
    EXPECT_FALSE(isInTriangle({4, 4}, {0, 0}, {3, 3}, {1, 1}));
    EXPECT_TRUE(isInTriangle({0, 0}, {0, 0}, {0, 0}, {0, 0}));
    EXPECT_FALSE(isInTriangle({1, 0}, {0, 0}, {0, 0}, {0, 0}));
}

TEST(Exact, ATriangleHoldsItsBorderWhicheverWayItTurns) {
    for (const GridPoint p : {GridPoint{0, 0}, GridPoint{2, 0}, GridPoint{1, 1}}) {
        EXPECT_TRUE(isInTriangle(p, {0, 0}, {4, 0}, {0, 4}));
        EXPECT_TRUE(isInTriangle(p, {0, 0}, {0, 4}, {4, 0}));
    }
    EXPECT_FALSE(isInTriangle({3, 3}, {0, 0}, {4, 0}, {0, 4}));
}

TEST(Exact, DirectionsAreOrderedAnticlockwiseFromEast) {
    const GridPoint around[] = {{1, 0}, {2, 1}, {0, 1}, {-1, 2}, {-1, 0}, {-2, -1}, {0, -1}, {1, -1}};
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t k = 0; k < 8; ++k) EXPECT_EQ(isBefore(around[i], around[k]), i < k) << i << " " << k;
    }
    EXPECT_FALSE(isBefore({1, 1}, {3, 3}));
}

}  // namespace
}  // namespace dex
