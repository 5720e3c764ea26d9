#include "find/within.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "support/mini_tile.h"

namespace dex {
namespace {

// Squares of 64 cells of 20 bits, about 1.5 km of ground at 51.5° north. Each is two triangles.
const MiniMap kMap{.rows = {"ab", "cd"}, .gridBits = 20, .corner = {524000, 697600}, .side = 64, .shake = 0};

Tile squares(const MiniMap& map, const std::string& letters) {
    Tile tile = miniTile(map, letters);
    for (TileArea& area : tile.areas) {
        area.firstTriangle = static_cast<std::uint32_t>(tile.triangles.size() / 3);
        for (std::uint32_t r = 0; r < area.ringCount; ++r) {
            const std::uint32_t i = tile.rings[area.firstRing + r].first;
            tile.triangles.insert(tile.triangles.end(), {i, i + 1, i + 2, i, i + 2, i + 3});
            area.triangleCount += 2;
        }
    }
    return tile;
}

class WithinTest : public ::testing::Test {
protected:
    explicit WithinTest() : WithinTest(kMap, "abcd") {}
    WithinTest(const MiniMap& map, const std::string& letters) : tile_(squares(map, letters)), ground_(tile_) {}

    // Whole squares from the south-west corner, and parts of them.
    GroundPoint at(double east, double north) const {
        const double cells = cellsPerWorld(kMap.gridBits);
        return toGround(toLonLat(
            WorldPoint{(kMap.corner.x + east * kMap.side) / cells, (kMap.corner.y + north * kMap.side) / cells}));
    }

    GroundRing box(double west, double south, double east, double north) const {
        return {at(west, south), at(east, south), at(east, north), at(west, north)};
    }

    // A letter an area: i inside, c chosen, t touched, - nothing.
    std::string marksOf(const AskedShape& shape) {
        GroundTile* const tiles[] = {&ground_};
        std::string text;
        for (const AreaMark mark : within(shape, points_, tiles)) {
            EXPECT_TRUE((mark & kInside) == 0 || (mark & kChosen) != 0);
            EXPECT_TRUE((mark & kChosen) == 0 || (mark & kTouched) != 0);
            text += (mark & kInside) != 0 ? 'i' : ((mark & kChosen) != 0 ? 'c' : (mark != 0 ? 't' : '-'));
        }
        return text;
    }
    std::string marksOf(const std::vector<GroundRing>& rings) { return marksOf(Polygon::of(rings).value()); }

    Tile tile_;
    GroundTile ground_;
    // Of a, b in the north and c, d in the south.
    std::vector<GroundPoint> points_{at(0.5, 1.5), at(1.5, 1.5), at(0.5, 0.5), at(1.5, 0.5)};
};

TEST_F(WithinTest, TellsInsideFromChosenFromTouched) {
    EXPECT_EQ(marksOf({box(-0.1, -0.1, 1.6, 1.4)}), "ttic");
    EXPECT_EQ(marksOf({box(0.6, 0.6, 0.9, 0.9)}), "--t-") << "a shape within one area";
    EXPECT_EQ(marksOf({box(-1, -1, 3, 3)}), "iiii") << "all areas within the shape";
    EXPECT_EQ(marksOf({box(2.5, 0, 3, 1)}), "----");
}

TEST_F(WithinTest, DoesNotTakeASharedEdgeOrCornerForTouching) {
    EXPECT_EQ(marksOf({box(0, 0, 1, 1)}), "--i-") << "exactly one area";
    EXPECT_EQ(marksOf({box(1, 0, 2, 1)}), "---i");
    EXPECT_EQ(marksOf({box(0.25, 0, 0.75, 0.25)}), "--t-") << "a part of it, from its edge";
    EXPECT_EQ(marksOf({box(2, 0, 3, 1)}), "----") << "beside it";
    EXPECT_EQ(marksOf({box(2, -1, 3, 0)}), "----") << "at its corner";
    EXPECT_EQ(marksOf({box(0, 0, 2, 1)}), "--ii");
}

TEST_F(WithinTest, KnowsHolesAndParts) {
    EXPECT_EQ(marksOf({box(-1, -1, 3, 3), box(0, 0, 1, 1)}), "ii-i") << "a hole that is exactly one area";
    EXPECT_EQ(marksOf({box(-1, -1, 3, 3), box(0.4, 0.4, 0.6, 0.6)}), "iiti") << "a hole in one, where its point is";
    EXPECT_EQ(marksOf({box(0.1, 0.1, 0.3, 0.3), box(1.4, 1.4, 1.6, 1.6)}), "-ct-") << "two islands";
}

TEST_F(WithinTest, CountsAShapeThatCrossesItselfByEvenAndOdd) {
    // Two squares one over the other, the middle of which is out.
    EXPECT_EQ(marksOf({box(-1, -1, 3, 3), box(-0.5, -0.5, 2.5, 2.5)}), "----");
    // A bow tie: its knot is in the middle of the south.
    EXPECT_EQ(marksOf({{at(0.2, 0.2), at(1.8, 0.8), at(1.8, 0.2), at(0.2, 0.8)}}), "--cc");
    EXPECT_EQ(marksOf({{at(0.8, 0.2), at(1.2, 0.8), at(1.2, 0.2), at(0.8, 0.8)}}), "--tt") << "points beside the knot";
}

TEST_F(WithinTest, LeavesOutASpike) {
    const GroundRing spiked{at(0, 0), at(1, 0), at(1, 1), at(1.5, 1.5), at(1, 1), at(0, 1)};
    EXPECT_EQ(marksOf({spiked}), "--i-");
}

TEST_F(WithinTest, MeasuresACircle) {
    const double side = metresBetween(at(0, 0.5), at(1, 0.5));
    const auto circle = [&](double east, double north, double sides) {
        return Circle{at(east, north), static_cast<std::uint32_t>(sides * side)};
    };
    EXPECT_EQ(marksOf(circle(0.5, 0.5, 0.3)), "--c-") << "within one area";
    EXPECT_EQ(marksOf(circle(0.5, 0.5, 0.6)), "t-ct") << "over its edges";
    EXPECT_EQ(marksOf(circle(0.5, 0.5, 0.75)), "ttit") << "over its corners";
    EXPECT_EQ(marksOf(circle(1, 1, 1.5)), "iiii");
    EXPECT_EQ(marksOf(circle(2.5, 0.5, 0.4)), "----");
    EXPECT_EQ(marksOf(circle(2.5, 0.5, 0.6)), "---t");
}

TEST_F(WithinTest, TellsTheChosenByTheirPointsAlone) {
    EXPECT_EQ(chosenByPoint(Polygon::of(std::vector<GroundRing>{box(-0.1, -0.1, 1.6, 1.4)}).value(), points_),
              (AreaMarks{0, 0, kChosen | kTouched, kChosen | kTouched}));
    EXPECT_EQ(chosenByPoint(Circle{points_[1], 10}, points_), (AreaMarks{0, kChosen | kTouched, 0, 0}));
}

// Shapes that nobody draws: corners in no order, equal ones, all on a line, at the ends of the earth. Whatever they are, what is
// inside is chosen and what is chosen is touched, and the same shape the other way round says the same.
TEST_F(WithinTest, AnswersTenThousandHostileShapes) {
    std::minstd_rand random(3);
    const auto upTo = [&](std::int64_t limit) { return static_cast<std::int64_t>(random()) % limit; };
    const GroundPoint corners[] = {at(0, 0),
                                   at(1, 0),
                                   at(1, 1),
                                   at(2, 2),
                                   at(0.5, 0.5),
                                   at(-1, 3),
                                   {0, 0},
                                   {1'800'000'000, 900'000'000},
                                   {-1'800'000'000, -900'000'000}};
    const auto somewhere = [&] {
        return at(static_cast<double>(upTo(300)) / 100 - 0.5, static_cast<double>(upTo(300)) / 100 - 0.5);
    };
    int answered = 0;
    for (int round = 0; round < 10'000; ++round) {
        std::vector<GroundRing> rings(static_cast<std::size_t>(1 + upTo(3)));
        for (GroundRing& ring : rings) {
            const std::int64_t kind = upTo(3);
            for (std::int64_t count = upTo(40); count > 0; --count) {
                const GroundPoint corner = corners[upTo(round % 10 == 0 ? 9 : 6)];
                const GroundPoint near{corner.lon + static_cast<std::int32_t>(upTo(3) - 1), corner.lat};
                ring.push_back(kind == 0 ? corner : kind == 1 ? near : somewhere());
            }
        }
        auto polygon = Polygon::of(rings);
        if (!polygon.ok()) continue;
        ++answered;
        const std::string marks = marksOf(std::move(polygon).value());
        for (GroundRing& ring : rings) std::reverse(ring.begin(), ring.end());
        ASSERT_EQ(marksOf(rings), marks) << "round " << round;
    }
    EXPECT_GT(answered, 5'000);
}

// The work is bounded by corners times edges: as many corners as are taken, each edge over all of the map.
TEST_F(WithinTest, AnswersAShapeOfAsManyCornersAsThereMayBe) {
    GroundRing ring;
    for (std::size_t i = 0; i < kMaxShapeCorners; ++i) {
        const double angle = 2 * 3.14159265358979 * static_cast<double>(i * 7919 % kMaxShapeCorners) / kMaxShapeCorners;
        ring.push_back(at(1 + 2 * std::cos(angle), 1 + 2 * std::sin(angle)));
    }
    EXPECT_EQ(marksOf({ring}).size(), 4u);
}

// Areas of two squares each, one in the corners.
class PartsTest : public WithinTest {
protected:
    PartsTest()
        : WithinTest({.rows = {"ab", "ba"}, .gridBits = 20, .corner = {524000, 697600}, .side = 64, .shake = 0}, "ab") {
        points_ = {at(0.5, 1.5), at(1.5, 1.5)};
    }
};

TEST_F(PartsTest, HoldsAnAreaWholeOnlyWithAllItsParts) {
    EXPECT_EQ(marksOf({box(0, 1, 1, 2)}), "c-") << "exactly one of two parts";
    EXPECT_EQ(marksOf({box(0, 1, 1, 2), box(1, 0, 2, 1)}), "i-");
    EXPECT_EQ(marksOf({box(-0.5, 0.5, 1, 2.5)}), "ct");
}

TEST(AreaMarks, AddAndTakeAwayKeepWhatIsInsideChosenAndWhatIsChosenTouched) {
    const AreaMark all[] = {0, kTouched, kTouched | kChosen, kListed};
    AreaMarks left, right;
    for (const AreaMark a : all) {
        for (const AreaMark b : all) {
            left.push_back(a);
            right.push_back(b);
        }
    }
    AreaMarks sum = left, rest = left;
    add(sum, right);
    takeAway(rest, right);
    EXPECT_EQ(rest, (AreaMarks{0, 0, 0, 0,                                           // of nothing
                               kTouched, kTouched, kTouched, 0,                      // of touched
                               kTouched | kChosen, kTouched | kChosen, kTouched, 0,  // of chosen
                               kListed, kTouched | kChosen, kTouched, 0}));          // of inside
    for (const AreaMarks& marks : {sum, rest}) {
        EXPECT_LE(countOf(marks, kInside), countOf(marks, kChosen));
        EXPECT_LE(countOf(marks, kChosen), countOf(marks, kTouched));
    }
    EXPECT_EQ(countOf(sum, kInside), 7u);
}

}  // namespace
}  // namespace dex
