#include "map/view_edit.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

// One need of weight 5 with two indicators, and what the atlas opens with: the overall score.
AtlasHead headWithIndex() {
    AtlasHead head;
    head.levels.resize(1);
    head.indicators.resize(2);
    head.indicators[0].id = "N1.old";
    head.indicators[1].id = "N1.slow";
    Need need;
    need.id = "N1";
    need.weight = 5;
    need.indicators = {{0, 2}, {1, 3}};
    head.index.emplace().needs.push_back(need);
    return head;
}

std::string edited(std::string_view view, std::string_view edits) {
    const AtlasHead head = headWithIndex();
    return formatView(editedView(parseView(view).view, edits, &head));
}

constexpr std::string_view kWithCard =
    "v=1&by=ward&place=borough:B1&area=ward:W1&at=51.5100,-0.1300,10.00&class=2&spec=0123456789ab";

TEST(ViewEdit, OtherAreasCloseTheCardThatWouldOverrideThem) {
    EXPECT_EQ(edited(kWithCard, "by=borough"), "v=1&by=borough&place=borough:B1&at=51.5100,-0.1300,10.00");
    EXPECT_EQ(edited(kWithCard, "by="), "v=1&place=borough:B1&at=51.5100,-0.1300,10.00");
}

TEST(ViewEdit, AnotherPlaceFramesItself) {
    EXPECT_EQ(edited("v=1&place=borough:B1&at=51.5100,-0.1300,10.00&class=2", "place=borough:B2"),
              "v=1&place=borough:B2&class=2");
    EXPECT_EQ(edited("v=1&place=borough:B1&at=51.5100,-0.1300,10.00", "place="), "v=1");
}

TEST(ViewEdit, AnotherMeasureTakesBackTheClassThatWasSingledOut) {
    EXPECT_EQ(edited("v=1&by=ward&class=2", "show=N1"), "v=1&show=N1&by=ward");
    EXPECT_EQ(edited("v=1&show=N1", "show=overall"), "v=1") << "what the atlas opens with is not written";
    for (const char* classes : {"classes=equal-steps.4", "score=iod", "weights=N1:4", "within=borough:B1"})
        EXPECT_EQ(edited("v=1&class=2", classes).find("class="), std::string::npos) << classes;
}

TEST(ViewEdit, AThemeChangesNothingElse) {
    EXPECT_EQ(
        edited(kWithCard, "theme=dark"),
        "v=1&by=ward&place=borough:B1&area=ward:W1&at=51.5100,-0.1300,10.00&class=2&theme=dark&spec=0123456789ab");
    EXPECT_EQ(edited("v=1&theme=dark", "theme="), "v=1");
}

TEST(ViewEdit, ASpecIdGoesWithItsScores) {
    constexpr std::string_view kLink = "v=1&spec=0123456789ab";
    for (const char* edits : {"by=ward", "area=ward:W1", "score=iod", "weights=N1:4", "within=borough:B1"})
        EXPECT_EQ(edited(kLink, edits).find("spec="), std::string::npos) << edits;
    for (const char* edits : {"show=N1", "place=borough:B1", "class=1", "theme=grey", "classes=4", "compare=ward:W1"})
        EXPECT_NE(edited(kLink, edits).find("spec="), std::string::npos) << edits;
}

TEST(ViewEdit, WeightsAreThoseThatDifferFromTheRecipe) {
    EXPECT_EQ(edited("v=1", "weights=N1:5,N1.old:9,N1.slow:3,other:1"), "v=1&weights=N1.old:9");
    EXPECT_EQ(edited("v=1&weights=N1.old:9", "weights="), "v=1");
    ViewState view;
    const AtlasHead head = headWithIndex();
    setWeight(view, "N1", 99, head);
    EXPECT_EQ(view.weights, (std::vector<WeightChoice>{{"N1", kMaxWeight}}));
    setWeight(view, "N1", 4.6, head);
    EXPECT_TRUE(view.weights.empty()) << "5 is the recipe's own";
}

TEST(ViewEdit, AScopeGoesWithTheSelectionThatItIs) {
    EXPECT_EQ(edited("v=1&class=2&within=selection,borough:B1&areas=A1", "areas="), "v=1&within=borough:B1");
    EXPECT_EQ(edited("v=1&class=2&spec=0123456789ab&within=selection&areas=A1", "areas=A2"),
              "v=1&within=selection&areas=A2");
    EXPECT_EQ(edited("v=1&class=2&spec=0123456789ab&areas=A1", "areas=A2"), "v=1&class=2&spec=0123456789ab&areas=A2");
    EXPECT_EQ(edited("v=1&areas=A1", "circle=51.5,-0.1,800"), "v=1&circle=51.50000,-0.10000,800&areas=A1");
    EXPECT_EQ(edited("v=1&circle=51.5,-0.1,800&areas=A1", "circle="), "v=1&areas=A1");
}

TEST(ViewEdit, AnAreaJoinsTheSelectionAndLeavesIt) {
    ViewState view;
    const AreaRef one{"ward", "W1"}, other{"ward", "W2"};
    addToSelection(view, one);
    addToSelection(view, other);
    EXPECT_EQ(view.asked.areas, "ward:W1,ward:W2");
    takeOfSelection(view, one);
    EXPECT_EQ(view.asked.areas, "ward:W2");
    view.asked.circle = "51.50000,-0.10000,800";
    takeOfSelection(view, one);
    EXPECT_EQ(view.asked.areas, "ward:W2,~ward:W1") << "it lies in the circle";
    addToSelection(view, one);
    EXPECT_EQ(view.asked.areas, "ward:W2");
}

TEST(ViewEdit, ScoringIsWhatRanksAndNothingElse) {
    const ViewState view = parseView("by=ward&score=iod&weights=N1:3&within=selection&areas=A1&theme=dark").view;
    EXPECT_EQ(formatView(scoringOf(view)), "v=1&score=iod&weights=N1:3&within=selection&areas=A1");
    EXPECT_EQ(formatView(scoringOf(parseView("score=iod&areas=A1").view)), "v=1&score=iod");
}

TEST(ViewEdit, WhatCannotBeReadChangesNothing) {
    for (const char* edits : {"by=%", "place=x", "theme=pink", "class=0", "nonsense", "v=2", "at=1,2", ""})
        EXPECT_EQ(edited(kWithCard, edits), kWithCard) << edits;
}

TEST(ViewEdit, EditsAreDoneOneAfterTheOther) {
    EXPECT_EQ(edited(kWithCard, "by=borough&area=borough:B1&class=1"),
              "v=1&by=borough&place=borough:B1&area=borough:B1&at=51.5100,-0.1300,10.00&class=1");
    EXPECT_EQ(edited("v=1", "by=ward&by=borough"), "v=1&by=borough");
}

TEST(ViewEdit, IsDoneWithoutAnAtlasToo) {
    EXPECT_EQ(formatView(editedView(parseView("v=1&class=2").view, "show=overall&weights=N1:5", nullptr)),
              "v=1&show=overall&weights=N1:5");
}

TEST(ViewEdit, AnAreaLeavesTheComparisonThatItIsIn) {
    ViewState view;
    for (const char* code : {"a", "b", "c", "d", "e"}) toggleCompared(view, {"ward", code});
    EXPECT_EQ(view.compared.size(), kMaxCompared) << "there is room for no more";
    toggleCompared(view, {"ward", "b"});
    EXPECT_EQ(view.compared, (std::vector<AreaRef>{{"ward", "a"}, {"ward", "c"}, {"ward", "d"}}));
}

}  // namespace
}  // namespace dex
