// Distances beside those of the geodesic, as PROJ computes it (Karney 2013, doi:10.1007/s00190-012-0578-z).

#include <geodesic.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geo/ground.h"

namespace dex {
namespace {

TEST(Geodesic, IsWithinTwoMetresOfOurDistanceUpToSixtyKilometres) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
    std::mt19937 random(19);
    const auto upTo = [&](double limit) { return std::uniform_real_distribution<double>(-limit, limit)(random); };
    double worst = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double lat = upTo(60), lon = upTo(180), bearing = upTo(180), metres = std::abs(upTo(60'000));
        double otherLat = 0, otherLon = 0, back = 0;
        geod_direct(&ellipsoid, lat, lon, bearing, metres, &otherLat, &otherLon, &back);
        const double ours = metresBetween(toGround({lon, lat}), toGround({otherLon, otherLat}));
        worst = std::max(worst, std::abs(ours - metres));
    }
    EXPECT_LT(worst, 2);
    RecordProperty("worstMetres", std::to_string(worst));
}

}  // namespace
}  // namespace dex
