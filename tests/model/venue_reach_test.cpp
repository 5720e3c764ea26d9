#include "model/venue_reach.h"

#include <gtest/gtest.h>

#include "model/wanted.h"
#include "support/town.h"

namespace dex {
namespace {

using town::files;

class VenueReach : public testing::Test {
protected:
    void SetUp() override {
        for (const FileKind kind : {FileKind::Names, FileKind::Grouping, FileKind::Column, FileKind::Points,
                                    FileKind::Venues, FileKind::Minutes})
            town::supply(library_, kind);
        finder_.emplace(*library_.venues());
    }
    GroundPoint point(std::uint32_t area) const { return library_.points()->all[area]; }
    Chosen chosen(const char* view) const { return resolve(parseView(view).view, library_); }
    HighestClass highest(const char* view) const {
        const auto found = highestClass(chosen(view), library_);
        EXPECT_TRUE(found);
        return found.value_or(HighestClass{});
    }
    Flags far(double metres, Flags kinds = {1, 1, 1}, std::optional<LevelArea> place = {}) const {
        return outOfReach(library_, *finder_, {kinds, metres, {}}, place);
    }
    Library library_ = town::opened();
    std::optional<VenueFinder> finder_;
};

// The points of the town's areas are 0.01° apart: 694 m.
TEST_F(VenueReach, FindsTheNearestOfEachKind) {
    EXPECT_EQ(finder_->nearest(0u, point(4))->venue, 2u);
    EXPECT_EQ(finder_->nearest(0u, point(4))->metres, metresBetween(point(4), point(2)));
    EXPECT_EQ(finder_->nearest(1u, point(0))->venue, 1u);
    // Between two that are equally near, the first.
    EXPECT_EQ(finder_->nearest(0u, point(1))->venue, 0u);
    EXPECT_FALSE(finder_->nearest(2u, point(0)));
}

TEST_F(VenueReach, FindsTheNearestOfSeveralKinds) {
    EXPECT_EQ(finder_->nearest(Flags{1, 1, 0}, point(4))->venue, 1u);
    EXPECT_EQ(finder_->nearest(Flags{1, 0, 1}, point(4))->venue, 2u);
    EXPECT_FALSE(finder_->nearest(Flags{0, 0, 1}, point(4)));
    EXPECT_FALSE(finder_->nearest(Flags{0, 0, 0}, point(4)));
}

TEST_F(VenueReach, IsOutOfItWhatIsFurther) {
    EXPECT_EQ(far(0), (Flags{0, 1, 0, 1, 1, 0}));
    EXPECT_EQ(far(700), (Flags{0, 0, 0, 0, 0, 0}));
    EXPECT_EQ(far(700, {1, 0, 0}), (Flags{0, 0, 0, 0, 1, 1}));
    // As far as that is within.
    const double metres = metresBetween(point(3), point(2));
    EXPECT_EQ(far(metres, {1, 0, 0}), (Flags{0, 0, 0, 0, 1, 1}));
    EXPECT_EQ(far(metres - 0.1, {1, 0, 0}), (Flags{0, 1, 0, 1, 1, 1}));
    // Without a venue of that kind, everybody.
    EXPECT_EQ(far(1e6, {0, 0, 1}), Flags(6, 1));
}

TEST_F(VenueReach, CutsToAPlace) {
    EXPECT_EQ(far(0, {1, 0, 0}, LevelArea{1, 2}), (Flags{0, 0, 0, 0, 1, 1}));
    EXPECT_EQ(far(0, {1, 0, 0}, LevelArea{0, 1}), (Flags{0, 1, 0, 0, 0, 0}));
}

TEST_F(VenueReach, CountsMinutesThatWerePublished) {
    const auto beyond = [&](std::uint32_t minutes, Flags kinds) {
        return outOfReach(library_, *finder_, {kinds, 0, minutes}, {});
    };
    EXPECT_EQ(beyond(5, {1, 0, 0}), (Flags{0, 1, 0, 1, 1, 1}));
    EXPECT_EQ(beyond(10, {1, 1, 1}), (Flags{0, 0, 0, 0, 1, 1}));
    // Hubs have no catchments, so nobody is within any minutes of them.
    EXPECT_EQ(beyond(10, {0, 1, 0}), Flags(6, 1));
    EXPECT_EQ(minutesTo(*library_.minutes(), {1, 0, 0}, 1), 10u);
    EXPECT_FALSE(minutesTo(*library_.minutes(), {1, 0, 0}, 4));
    EXPECT_FALSE(minutesTo(*library_.minutes(), {0, 1, 0}, 1));
}

// N1.older rises from area 0 to 5; more is less risk.
TEST_F(VenueReach, TakesTheEndOfMoreRiskForHighest) {
    const HighestClass older = highest("show=N1.older&classes=3");
    EXPECT_EQ(older.areas, (Flags{0, 0, 0, 0, 1, 1}));
    EXPECT_GT(older.order[5], older.order[4]);
    EXPECT_FALSE(older.isOverall);
    const HighestClass young = highest("show=G.young&classes=3");
    EXPECT_EQ(young.areas, (Flags{0, 0, 0, 0, 1, 1}));
    EXPECT_GT(young.order[5], young.order[4]);
}

TEST_F(VenueReach, IsAskedBySmallAreaWhateverTheViewsLevelAndPlace) {
    const HighestClass wards = highest("show=N1.older&classes=3&by=ward&place=district:D1");
    EXPECT_EQ(wards.areas, (Flags{0, 0, 0, 0, 1, 1}));
    EXPECT_EQ(chosenForHighest(chosen("by=ward&place=district:D1"), files().head).level, 0u);
}

TEST_F(VenueReach, UsesOverallWhereAMeasureHasNoHighestClass) {
    const HighestClass overall = highest("classes=3");
    EXPECT_FALSE(overall.isOverall);
    for (const char* view : {"show=standout&classes=3", "show=moved&classes=3"}) {
        const HighestClass found = highest(view);
        EXPECT_TRUE(found.isOverall) << view;
        EXPECT_EQ(found.areas, overall.areas);
        EXPECT_EQ(found.order, overall.order);
    }
}

TEST_F(VenueReach, TakesTheCornerOfATwoWayViewAndListsByOverall) {
    const HighestClass both = highest("show=N1/G.young");
    const HighestClass overall = highest("");
    // The oldest thirds are the least young: nobody is high in both, or all who are stand in the last class.
    EXPECT_EQ(both.order, overall.order);
    EXPECT_EQ(std::count(both.areas.begin(), both.areas.end(), 1), 0);
}

TEST_F(VenueReach, RanksWithinTheScopeOfTheView) {
    const HighestClass scoped = highest("show=N1&classes=3&within=district:D0");
    EXPECT_EQ(scoped.areas[4], 0);
    EXPECT_EQ(scoped.areas[5], 0);
    EXPECT_EQ(scoped.areas[3], 1);
}

TEST_F(VenueReach, WaitsForItsFiles) {
    Library bare = town::opened();
    EXPECT_FALSE(highestClass(chosen(""), bare));
    const auto wanted = filesOfReach(files().head);
    EXPECT_EQ(wanted,
              (std::vector{files().head.points, files().head.venues, files().head.minutes, files().head.residents}));
}

TEST_F(VenueReach, ListsByValueThenResidentsThenCode) {
    EXPECT_EQ(listedAreas(library_, {1, 1, 0, 1, 0, 0}, {1, 2, 9, 2, 9, 9}), (std::vector<std::uint32_t>{1, 3, 0}));
    EXPECT_EQ(listedAreas(library_, {1, 1, 0, 1, 0, 0}, {}), (std::vector<std::uint32_t>{0, 1, 3}));
    EXPECT_EQ(residentsOf(library_, 0), 100);
}

TEST_F(VenueReach, SaysWhereOneMoreWouldHelp) {
    HighestClass all;
    all.areas = Flags(6, 1);
    all.overall = {0, 0, 0, 0, 5, 9};
    const Reach libraries{{1, 0, 0}, 700, {}};
    // Areas 4 and 5 are further than 700 m from a library; from 3, 4 and 5 a spot reaches 4, both, and both.
    const WhereNext next = whereNext(library_, *finder_, libraries, all, {}, {}, 3);
    ASSERT_EQ(next.picks.size(), 1u);
    EXPECT_EQ(next.candidates[next.picks[0].candidate], 4u);
    EXPECT_EQ(next.picks[0].gain.weight, 200);
    EXPECT_EQ(next.picks[0].total, 200);
    // Only what is in the highest class counts.
    all.areas = {1, 1, 1, 1, 0, 1};
    EXPECT_EQ(whereNext(library_, *finder_, libraries, all, {}, {}, 3).picks[0].gain.weight, 100);
    // Demand and candidates lie in the place, and spots that were dropped come after its areas.
    const std::vector<GroundPoint> dropped{point(5)};
    const WhereNext here = whereNext(library_, *finder_, {{0, 0, 1}, 100, {}}, all, LevelArea{1, 2}, dropped, 9);
    EXPECT_EQ(here.candidates, (std::vector<std::uint32_t>{4, 5}));
    ASSERT_EQ(here.picks.size(), 1u);
    EXPECT_EQ(here.picks[0].candidate, 1u);
}

}  // namespace
}  // namespace dex
