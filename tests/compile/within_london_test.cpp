// Which of London's small areas lie in circles and drawn shapes, beside GEOS and beside distances worked out in another way.
// DEX_ROUNDS says how many of each. Skipped where the published files are missing (docs/data.md).

#include <gtest/gtest.h>
#include <ogr_api.h>
#include <ogr_geometry.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <random>

#include "compile/london.h"
#include "find/within.h"
#include "map/question.h"

namespace dex {
namespace {

using Geometry = std::unique_ptr<OGRGeometry>;

int rounds() {
    const char* asked = std::getenv("DEX_ROUNDS");
    return asked == nullptr ? 80 : std::atoi(asked);
}

class WithinLondon : public london::London {
protected:
    void SetUp() override {
        london::London::SetUp();
        if (IsSkipped() || !ground_.empty()) return;
        Problems problems;
        tiles_ = tilesOf(atlas_->head().lods.size() - 1);
        points_ = atlas_->points(problems)->all;
        for (const Tile& tile : tiles_) ground_.emplace_back(tile);
        outlines_.resize(points_.size());
        for (GroundTile& tile : ground_) {
            all_.push_back(&tile);
            for (std::size_t area = 0; area < tile.areaCount(); ++area)
                outlines_[tile.number(area)] = outlineOf(tile, area);
        }
    }

    static void addTo(OGRPolygon& polygon, std::span<const GroundPoint> corners) {
        auto* ring = new OGRLinearRing;
        for (const GroundPoint corner : corners) ring->addPoint(corner.lon, corner.lat);
        ring->closeRings();
        polygon.addRingDirectly(ring);
    }

    // Even-odd over all rings: what one polygon with all of them is once it has been made valid.
    static Geometry outlineOf(GroundTile& tile, std::size_t area) {
        OGRPolygon polygon;
        for (std::size_t r = 0; r < tile.ringCount(area); ++r) addTo(polygon, tile.ring(area, r));
        return Geometry(polygon.MakeValid());
    }

    AreaMarks marksOf(const AskedShape& shape) { return within(shape, points_, all_); }

    GroundPoint somewhere() {
        const GroundPoint near = points_[random_() % points_.size()];
        const LonLat place = toLonLat(near);
        return asAsked({place.lonDeg + upTo(0.01), place.latDeg + upTo(0.01)});
    }
    double upTo(double limit) { return std::uniform_real_distribution<double>(-limit, limit)(random_); }

    std::mt19937 random_{19};
    static inline std::vector<Tile> tiles_;
    static inline std::vector<GroundTile> ground_;
    static inline std::vector<GroundTile*> all_;
    static inline std::vector<GroundPoint> points_;
    static inline std::vector<Geometry> outlines_;  // By small area.
};

TEST_F(WithinLondon, AgreesWithGeosOnDrawnShapes) {
    std::size_t inside = 0, touched = 0, chosen = 0;
    for (int round = 0; round < rounds(); ++round) {
        // A ring about a point, its corners in order of angle or, in every fourth, in no order: then it crosses itself.
        const GroundPoint middle = somewhere();
        const std::size_t count = 3 + random_() % 58;
        const double reach = std::pow(2.0, upTo(3)) * 0.01;
        std::vector<double> angles;
        for (std::size_t i = 0; i < count; ++i) angles.push_back(upTo(std::numbers::pi));
        if (round % 4 != 0) std::sort(angles.begin(), angles.end());
        GroundRing ring;
        for (const double angle : angles) {
            const double radius = reach * (0.3 + 0.7 * std::abs(upTo(1)));
            const LonLat at = toLonLat(middle);
            ring.push_back(asAsked({at.lonDeg + radius * std::cos(angle) * 1.6, at.latDeg + radius * std::sin(angle)}));
        }
        auto polygon = Polygon::of({&ring, 1});
        if (!polygon.ok()) continue;
        OGRPolygon drawn;
        addTo(drawn, ring);
        const Geometry shape(drawn.MakeValid());
        const OGRPreparedGeometryUniquePtr prepared(OGRCreatePreparedGeometry(OGRGeometry::ToHandle(shape.get())));
        OGREnvelope box;
        shape->getEnvelope(&box);
        const AreaMarks marks = marksOf(std::move(polygon).value());
        for (std::uint32_t area = 0; area < marks.size(); ++area) {
            OGREnvelope own;
            outlines_[area]->getEnvelope(&own);
            if (!own.Intersects(box)) {
                ASSERT_EQ(marks[area], 0);
                continue;
            }
            const auto outline = OGRGeometry::ToHandle(outlines_[area].get());
            const bool isInside = OGRPreparedGeometryContains(prepared.get(), outline) != 0;
            const bool isTouched = isInside || (OGRPreparedGeometryIntersects(prepared.get(), outline) != 0 &&
                                                !shape->Touches(outlines_[area].get()));
            const OGRPoint point(points_[area].lon, points_[area].lat);
            const bool isChosen = isInside || (isTouched && shape->Intersects(&point));
            ASSERT_EQ((marks[area] & kTouched) != 0, isTouched) << "area " << area << " in round " << round;
            ASSERT_EQ((marks[area] & kInside) != 0, isInside) << "area " << area << " in round " << round;
            ASSERT_EQ((marks[area] & kChosen) != 0, isChosen) << "area " << area << " in round " << round;
            touched += isTouched ? 1 : 0;
            inside += isInside ? 1 : 0;
            chosen += isChosen ? 1 : 0;
        }
    }
    EXPECT_GT(inside, 100u);
    EXPECT_GT(chosen, inside);
    EXPECT_GT(touched, chosen);
}

// The formula of docs/method.md with the functions of the C library.
double metresBy(double lonA, double latA, double lonB, double latB) {
    const double radian = std::numbers::pi / 180 / 1e7, a = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f);
    const double sin = std::sin((latA + latB) / 2 * radian), w = 1 - e2 * sin * sin;
    return std::hypot(a / std::sqrt(w) * std::cos((latA + latB) / 2 * radian) * (lonA - lonB) * radian,
                      a * (1 - e2) / std::pow(w, 1.5) * (latA - latB) * radian);
}

// The least distance to a segment, by halving what is left of it.
double metresToSegment(GroundPoint centre, GroundPoint from, GroundPoint to) {
    const auto at = [&](double share) {
        return metresBy(centre.lon, centre.lat, from.lon + share * (double{1} * to.lon - from.lon),
                        from.lat + share * (double{1} * to.lat - from.lat));
    };
    double low = 0, high = 1;
    for (int i = 0; i < 60; ++i) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        (at(a) < at(b) ? high : low) = at(a) < at(b) ? b : a;
    }
    return std::min({at(0), at(1), at(low)});
}

TEST_F(WithinLondon, AgreesWithDistancesOnCircles) {
    constexpr double kUnsure = 0.06;  // A distance is rounded to 0.1 m before it is compared.
    std::size_t inside = 0, touched = 0, unsure = 0;
    for (int round = 0; round < rounds(); ++round) {
        const Circle circle{somewhere(), static_cast<std::uint32_t>(std::pow(10.0, 2.3 + upTo(1)))};
        const AreaMarks marks = marksOf(circle);
        for (GroundTile& tile : ground_) {
            for (std::size_t i = 0; i < tile.areaCount(); ++i) {
                if (!tile.box(i).touches(boxOf(circle))) {
                    ASSERT_EQ(marks[tile.number(i)], 0);
                    continue;
                }
                double farthest = 0, nearest = 1e9;
                for (std::size_t r = 0; r < tile.ringCount(i); ++r) {
                    const auto ring = tile.ring(i, r);
                    for (std::size_t c = 0; c < ring.size(); ++c) {
                        const GroundPoint a = ring[c], b = ring[(c + 1) % ring.size()];
                        farthest = std::max(farthest, metresBy(circle.centre.lon, circle.centre.lat, a.lon, a.lat));
                        nearest = std::min(nearest, metresToSegment(circle.centre, a, b));
                    }
                }
                const OGRPoint centre(circle.centre.lon, circle.centre.lat);
                if (outlines_[tile.number(i)]->Contains(&centre)) nearest = 0;
                const GroundPoint own = points_[tile.number(i)];
                const double toPoint = metresBy(circle.centre.lon, circle.centre.lat, own.lon, own.lat);
                const auto isNearEdge = [&](double metres) { return std::abs(metres - circle.metres) < kUnsure; };
                if (isNearEdge(farthest) || isNearEdge(nearest) || isNearEdge(toPoint)) {
                    ++unsure;
                    continue;
                }
                const AreaMark mark = marks[tile.number(i)];
                const bool isTouched = nearest < circle.metres, isInside = farthest <= circle.metres;
                ASSERT_EQ((mark & kTouched) != 0, isTouched) << "area " << tile.number(i) << " in round " << round;
                ASSERT_EQ((mark & kInside) != 0, isInside) << "area " << tile.number(i) << " in round " << round;
                ASSERT_EQ((mark & kChosen) != 0, isInside || (isTouched && toPoint <= circle.metres));
                touched += isTouched ? 1 : 0;
                inside += isInside ? 1 : 0;
            }
        }
    }
    EXPECT_GT(inside, 100u);
    EXPECT_GT(touched, inside);
    EXPECT_LT(unsure, touched / 50);
}

}  // namespace
}  // namespace dex
