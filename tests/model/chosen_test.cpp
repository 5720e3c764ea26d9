#include "model/chosen.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

class ChosenOf : public testing::Test {
protected:
    Chosen chosen(const char* view) const { return resolve(parseView(view).view, library_); }
    Library library_ = town::opened();
};

TEST_F(ChosenOf, NothingIsTheDefault) {
    const Chosen nothing = chosen("");
    EXPECT_EQ(nothing.measure, Measure{MeasureKind::Overall});
    EXPECT_EQ(nothing.level, 0u);
    EXPECT_EQ(nothing.classCount, 3u);
    EXPECT_TRUE(isDefault(nothing, *library_.head()));
    EXPECT_TRUE(isPublished(nothing, *library_.head()));
}

TEST_F(ChosenOf, WhatTheAtlasDoesNotHaveIsTheDefaultToo) {
    town::supplyAll(library_);
    EXPECT_EQ(chosen("show=N9.moon&by=county&place=district:D7&area=county:W7"), chosen(""));
}

TEST_F(ChosenOf, AreasAreKnownOnceTheirNamesAre) {
    const char* view = "place=district:D1&compare=ward:W0,ward:W2&within=district:D0";
    EXPECT_FALSE(chosen(view).place);
    EXPECT_TRUE(chosen(view).compared.empty());
    town::supply(library_, FileKind::Names);
    EXPECT_EQ(chosen(view).place, (LevelArea{3, 1}));
    EXPECT_EQ(chosen(view).compared, (std::vector<LevelArea>{{1, 0}, {1, 2}}));
    EXPECT_EQ(chosen(view).scope, (std::vector<LevelArea>{{3, 0}}));
    EXPECT_FALSE(isPublished(chosen(view), *library_.head()));
    EXPECT_EQ(refOf(library_, {1, 2}), (AreaRef{"ward", "W2"}));
}

TEST_F(ChosenOf, ASelectedAreaStandsAmongThoseOfItsLevel) {
    EXPECT_EQ(chosen("by=district&area=ward:W1").level, 1u);
    EXPECT_FALSE(chosen("by=district&area=ward:W1").selected);  // Its names are not here yet.
}

TEST_F(ChosenOf, WeightsDifferFromTheRecipeWhereTheViewSaysSo) {
    const Chosen own = chosen("weights=N2:5,N1.older:0");
    EXPECT_EQ(own.weights.needs, (std::vector<std::uint8_t>{1, 5}));
    EXPECT_EQ(own.weights.indicators[0][0], 0);
    EXPECT_FALSE(isPublished(own, *library_.head()));
    EXPECT_FALSE(isDefault(own, *library_.head()));
}

TEST_F(ChosenOf, AnAreaLiesInOneOfALargerLevelOrInNone) {
    EXPECT_FALSE(areaAround(library_, {1, 2}, 3));  // Borders are not here yet.
    town::supply(library_, FileKind::Grouping);
    EXPECT_EQ(areaAround(library_, {1, 2}, 3), 1u);
    EXPECT_EQ(areaAround(library_, {0, 3}, 3), 0u);
    EXPECT_EQ(areaAround(library_, {1, 1}, 1), 1u);
    EXPECT_FALSE(areaAround(library_, {2, 0}, 3));  // A patch cuts across.
}

TEST_F(ChosenOf, AllLiesInNoPlaceAndWhatHasNoBordersYet) {
    EXPECT_TRUE(isInPlace(library_, std::nullopt, 5));
    EXPECT_TRUE(isInPlace(library_, LevelArea{3, 0}, 5));
    town::supply(library_, FileKind::Grouping);
    EXPECT_FALSE(isInPlace(library_, LevelArea{3, 0}, 5));
    EXPECT_TRUE(isInPlace(library_, LevelArea{3, 1}, 5));
}

}  // namespace
}  // namespace dex
