#include "geo/projection.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dex {
namespace {

TEST(Projection, AgreesWithEpsg3857) {
    // The example of EPSG guidance note 7-2, method 1024: 24°22'54.433"N 100°20'00.000"W.
    const WorldPoint p = toWorld(LonLat{-100.33333333, 24.38178694});
    EXPECT_NEAR((p.x - 0.5) * kWorldMetres, -11169055.58, 0.01);
    EXPECT_NEAR((p.y - 0.5) * kWorldMetres, 2800000.00, 0.01);
}

TEST(Projection, ComesBackToWhereItWas) {
    for (double lat = -85; lat <= 85; lat += 8.5) {
        const LonLat back = toLonLat(toWorld(LonLat{-0.1, lat}));
        EXPECT_NEAR(back.lonDeg, -0.1, 1e-12);
        EXPECT_NEAR(back.latDeg, lat, 1e-12);
    }
}

TEST(Projection, ClampsThePoles) {
    EXPECT_NEAR(toWorld(LonLat{0, 90}).y, 1, 1e-12);
    EXPECT_NEAR(toWorld(LonLat{0, -90}).y, 0, 1e-12);
}

TEST(Projection, SnapsTiesTowardsTheNorthEast) {
    const double cell = 1 / cellsPerWorld(23);
    EXPECT_EQ(toGrid({10.5 * cell, 20.5 * cell}, 23), (GridPoint{11, 21}));
    EXPECT_EQ(toGrid({10.49 * cell, 20.49 * cell}, 23), (GridPoint{10, 20}));
}

TEST(Projection, SnapsWhatIsBeyondTheWorldToItsEdge) { EXPECT_EQ(toGrid({-1, 2}, 10), (GridPoint{0, 1024})); }

TEST(Projection, TheGroundShrinksWithTheCosineOfLatitude) {
    for (const double lat : {0.0, 30.0, 51.5, 80.0}) {
        EXPECT_NEAR(groundScale(toWorld(LonLat{0, lat}).y), std::cos(lat * M_PI / 180), 1e-12);
    }
}

TEST(Projection, ABoxBecomesItsCorners) {
    const WorldBox box = toWorld(GridBox{1, 2, 3, 4}, 2);
    EXPECT_EQ(box, (WorldBox{0.25, 0.5, 0.75, 1}));
    EXPECT_TRUE(toWorld(GridBox{}, 2).empty());
}

}  // namespace
}  // namespace dex
