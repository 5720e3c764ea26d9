// What dex_edit_view makes of a view, through the door: what the map's own controls make of it. The rules themselves are
// tested in tests/map/view_edit_test.cpp.

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

// One choice that a control of the map offers, and the edits that say the same.
struct Choosing {
    const char* name;
    const ServedAtlas& (*atlas)();
    const char* before;  // The view in which it is chosen.
    const char* opens;   // Node that brings the control onto the screen; empty: it stands there already.
    const char* node;
    const char* value;  // Empty: the node is pressed.
    const char* edits;
};

void PrintTo(const Choosing& choice, std::ostream* out) {
    *out << choice.before << ": " << choice.node << ' ' << choice.value << " or " << choice.edits;
}

constexpr const char* kTwoWay = "v=1&show=N2/G.older&class=9";
constexpr const char* kOwn = "v=1&score=min-max&weights=N2:0&within=borough:E09000001&class=2";
constexpr const char* kCard = "v=1&area=borough:E09000028&class=2";
constexpr const char* kCompared = "v=1&area=borough:E09000028&compare=borough:E09000022,borough:E09000001";
constexpr const char* kAdjust = "page.adjust";

const Choosing kChoices[] = {
    {"Measure", boroughs, "v=1&class=2", "", "measure.N1", "", "show=N1"},
    {"MeasureUnderAnotherTab", boroughs, "v=1&class=2", "tabs.group", "measure.G.older", "", "show=G.older"},
    {"MeasureThatTheAtlasOpensWith", boroughs, "v=1&show=N1&class=2", "", "measure.overall", "", "show=overall"},
    {"Difference", boroughs, "v=1", "tabs.more", "measure.overall/C.imd", "", "show=overall/C.imd"},
    {"TwoWay", boroughs, "v=1", "tabs.more", "measure.N1/G.older", "", "show=N1/G.older"},
    {"TwoWayNeed", boroughs, kTwoWay, "", "two-way.need", "N3", "show=N3/G.older"},
    {"TwoWayGroup", boroughs, kTwoWay, "", "two-way.group", "G.disabled", "show=N2/G.disabled"},
    {"Place", boroughs, "v=1&at=51.5100,-0.1300,10.00&class=2", "", "where", "E09000028", "place=borough:E09000028"},
    {"Whole", boroughs, "v=1&place=borough:E09000028&at=51.5100,-0.1300,10.00", "", "where", "*", "place="},
    {"WholeFromAPlaceWithin", town, "v=1&place=ward:W3", "", "where", "*", "place="},
    {"PlaceWithinAgain", town, "v=1&place=ward:W3&at=51.5100,-0.1300,10.00&class=2", "", "where", "ward:W3",
     "place=ward:W3"},
    {"Level", town, "v=1&area=small-area:A01&class=2", "", "by", "ward", "by=ward"},
    {"LevelOfTheAtlas", town, "v=1&by=ward&area=ward:W3", "", "by", "small-area", "by=small-area"},
    {"Method", boroughs, "v=1&show=N2.income&class=2", "", "method", "equal-steps", "classes=equal-steps"},
    {"MethodUnderACount", boroughs, "v=1&show=N2.income&classes=quantile.4&class=2", "", "method", "natural-breaks",
     "classes=natural-breaks.4"},
    {"ClassCount", boroughs, "v=1&show=N2.income&class=2", "", "classes.4", "", "classes=4"},
    {"ClassCountUnderAMethod", boroughs, "v=1&show=N2.income&classes=equal-steps.5&class=2", "", "classes.3", "",
     "classes=equal-steps.3"},
    {"Class", boroughs, "v=1", "", "legend.2", "", "class=3"},
    {"AnotherClass", boroughs, "v=1&class=2", "", "legend.2", "", "class=3"},
    {"ClassTakenBack", boroughs, "v=1&class=3", "", "legend.2", "", "class="},
    {"ThemeDark", boroughs, "v=1&theme=light&class=2", "", "theme", "", "theme=dark"},
    {"ThemeGrey", boroughs, "v=1&theme=dark&class=2", "", "theme", "", "theme=grey"},
    {"ThemeLight", boroughs, "v=1&theme=grey&class=2", "", "theme", "", "theme=light"},
    {"Weight", boroughs, "v=1&class=2", kAdjust, "weight.N1", "9", "weights=N1:9"},
    {"WeightBesideAnother", boroughs, "v=1&weights=N2:0", kAdjust, "weight.N1", "9", "weights=N2:0,N1:9"},
    {"WeightOfTheRecipe", boroughs, "v=1&weights=N1:9&class=2", kAdjust, "weight.N1", "2", "weights=N1:2"},
    {"WeightLess", boroughs, "v=1&class=2", kAdjust, "weight.N1.less", "", "weights=N1:1"},
    {"Arithmetic", boroughs, "v=1&class=2", kAdjust, "arithmetic.min-max", "", "score=min-max"},
    {"Scope", boroughs, "v=1&place=borough:E09000028&class=2", "", "scope", "borough:E09000028",
     "within=borough:E09000028"},
    {"ScopeOfTheCompared", boroughs, "v=1&compare=borough:E09000022,borough:E09000001&class=2", "", "scope", "compared",
     "within=borough:E09000022,borough:E09000001"},
    {"WholeScope", boroughs, kOwn, "", "scope", "*", "within="},
    {"Published", boroughs, kOwn, kAdjust, "adjust.reset", "", "weights=&score=&within="},
    {"PublishedFromTheBanner", boroughs, kOwn, "", "banner.reset", "", "weights=&score=&within="},
    {"WhatChanged", boroughs, kOwn, "", "banner.changed", "", "show=moved"},
    {"Card", boroughs, "v=1&class=2", "page.ranked", "ranked.borough:E09000025", "", "area=borough:E09000025"},
    {"AnotherCard", boroughs, kCard, "page.ranked", "ranked.borough:E09000025", "", "area=borough:E09000025"},
    {"CardClosed", boroughs, kCard, "", "card.close", "", "area="},
    {"Compare", boroughs, kCard, "", "card.compare", "", "compare=borough:E09000028"},
    {"CompareAnother", boroughs, kCompared, "", "card.compare", "",
     "compare=borough:E09000022,borough:E09000001,borough:E09000028"},
    {"CompareOneLess", boroughs, kCompared, "", "compare.remove.borough:E09000022", "", "compare=borough:E09000001"},
    {"CompareNone", boroughs, kCompared, "", "compare.clear", "", "compare="},
};

class SameChoice : public testing::TestWithParam<Choosing> {
protected:
    // The page with the view in which the choice is made.
    void SetUp() override {
        page.begin();
        ASSERT_EQ(page.setView(GetParam().before), 0u);
        page.settle();
        before = page.view();
    }

    Page page{GetParam().atlas()};
    std::string before;
};

// As the control does it, and as the page's dialogs do it.
TEST_P(SameChoice, ByAControlAndByItsEdits) {
    const Choosing& choice = GetParam();
    if (*choice.opens) {
        ASSERT_EQ(page.act(choice.opens), 0u);
        page.settle();
    }
    ASSERT_TRUE(page.node(choice.node).isThere()) << page.tree();
    ASSERT_EQ(page.act(choice.node, choice.value), 0u);
    page.settle();
    EXPECT_NE(page.view(), before);
    EXPECT_EQ(withoutCamera(page.editView(before, choice.edits)), withoutCamera(page.view()));
}

INSTANTIATE_TEST_SUITE_P(EditView, SameChoice, testing::ValuesIn(kChoices),
                         [](const auto& test) { return test.param.name; });

// So that a control that comes to the map comes to the table too: its kind is what its id begins with.
TEST(EditView, IsComparedWithEachControlThatChooses) {
    const auto kindOf = [](std::string_view id) { return std::string(id.substr(0, id.find('.'))); };
    std::vector<std::string> compared = {"order"};  // Of the ranked list: no part of the view.
    for (const Choosing& choice : kChoices) compared.push_back(kindOf(choice.node));
    using View = std::pair<const ServedAtlas&, const char*>;
    for (const auto& [atlas, view] :
         {View{boroughs(), kTwoWay}, View{boroughs(), kOwn}, View{boroughs(), kCompared}, View{town(), "v=1"}}) {
        Page page{atlas};
        page.begin();
        page.setView(view);
        page.settle();
        int controls = 0;
        for (const PageNode& node : page.textNodes()) {
            if (node.role != "radio" && node.role != "combobox" && node.role != "slider") continue;
            ++controls;
            EXPECT_NE(std::find(compared.begin(), compared.end(), kindOf(node.id)), compared.end()) << node.id;
        }
        EXPECT_GT(controls, 10) << view;
    }
}

TEST(EditView, ClosesTheCardThatWouldOverrideTheAreas) {
    Page page{town()};
    page.begin();
    const std::string edited = page.editView("v=1&by=ward&area=ward:W3", "by=district");
    EXPECT_EQ(edited, "v=1&by=district");
}

TEST(EditView, WorksBeforeThereIsAnAtlas) {
    Page page{town()};
    EXPECT_EQ(page.editView("#by=ward&nonsense", "theme=dark&place=x"), "v=1&by=ward&theme=dark");
    EXPECT_EQ(page.editView("", ""), "v=1");
}

}  // namespace
}  // namespace dex::test
