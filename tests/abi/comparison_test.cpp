// What can be compared with what, in whole sessions: areas side by side, shares of people, ranks and among whom they are.

#include <gtest/gtest.h>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

TEST(Comparison, IsPutAwayAndClearedWhenAsked) {
    Page page{boroughs()};
    page.begin();
    const std::string view = "v=1&compare=borough:E09000028,borough:E09000022";
    page.setView(view);
    page.settle();
    for (const bool byKey : {false, true}) {
        if (byKey)
            page.key("Escape");
        else
            page.act("compare.close");
        page.settle();
        EXPECT_FALSE(page.node("compare.row0").isThere());
        EXPECT_EQ(withoutCamera(page.view()), view) << "closing closes";
        EXPECT_TRUE(page.textNode("compare.row0").isThere()) << "the Text view has it all the same";
        page.act("compare.toggle");
        page.settle();
        EXPECT_TRUE(page.node("compare.row0").isThere());
    }
    EXPECT_EQ(page.textNode("compare.clear").name, "Clear comparison");
    page.act("compare.clear");
    page.settle();
    EXPECT_EQ(withoutCamera(page.view()), "v=1");
    EXPECT_FALSE(page.node("compare.toggle").isThere());
}

TEST(Comparison, HasNoFifthAreaAndSaysWhy) {
    Page page{boroughs()};
    page.begin();
    const std::string view = "v=1&compare=borough:E09000028,borough:E09000022,borough:E09000001,borough:E09000002";
    page.setView(view);
    page.settle();
    page.choose("borough:E09000003");
    page.settle();
    for (const bool onTheMap : {true, false}) {
        const auto node = [&](const char* id) { return onTheMap ? page.node(id) : page.textNode(id); };
        EXPECT_TRUE(node("card.compareFull").says("You can compare up to four areas.")) << onTheMap;
        EXPECT_FALSE(node("card.compare").isThere()) << onTheMap;
    }
    page.act("compare.remove.borough:E09000002");
    page.settle();
    EXPECT_EQ(page.act("card.compare"), 0u) << "what was found by search joins";
    page.settle();
    EXPECT_NE(page.view().find("borough:E09000001,borough:E09000003"), std::string::npos) << page.view();
}

TEST(Comparison, SaysOnWhatColumnsOfOtherLevelsAreRanked) {
    Page page{town()};
    page.begin();
    page.setView("v=1&compare=district:D1,ward:W1,small-area:A01");
    page.settle();
    EXPECT_EQ(page.node("compare.district:D1.among").name, "Scores ranked among Town’s 2 districts");
    EXPECT_EQ(page.node("compare.ward:W1.among").name, "Scores ranked among Town’s 3 wards");
    EXPECT_EQ(page.textNode("compare.ward:W1.among").name, "Scores ranked among Town’s 3 wards");
    // Of one level, and their district beside them: it alone is ranked among others.
    page.setView("v=1&compare=ward:W1,ward:W2");
    page.settle();
    EXPECT_EQ(page.node("compare.district:D1.among").name, "Scores ranked among Town’s 2 districts");
    page.setView("v=1&compare=ward:W1,ward:W3");
    page.settle();
    EXPECT_FALSE(page.node("compare.ward:W1.among").isThere()) << "they lie in two districts, and their ranks say it";
}

TEST(RankedList, OfLondonTurnsItsPagesAndHasAllWardsOfABoroughOnOne) {
    if (publishedData().empty()) GTEST_SKIP() << "the published tables are not here";
    Page page{london()};
    page.begin();
    page.act("page.ranked");
    page.settle();
    const auto rows = [&] {
        std::vector<std::string> ids;
        for (const PageNode& node : page.nodes()) {
            if (node.id.starts_with("ranked.") && node.id.find(':') != std::string::npos) ids.push_back(node.id);
        }
        return ids;
    };
    const auto first = rows();
    EXPECT_EQ(first.size(), 40u);
    EXPECT_EQ(page.act("ranked.next"), 0u);
    page.settle();
    EXPECT_EQ(rows().size(), 40u);
    EXPECT_NE(rows()[0], first[0]);
    page.setView("v=1&show=N2/G.low_income&by=ward&place=borough:E09000028");
    page.settle();
    EXPECT_EQ(rows().size(), 23u);
    EXPECT_EQ(page.node("ranked.among").name,
              "Ranks are by need for help with affordability, among London’s 684 wards.");
}

TEST(Comparison, OfLondonLeadsWithItsPeople) {
    if (publishedData().empty()) GTEST_SKIP() << "the published tables are not here";
    Page page{london()};
    page.begin();
    page.setView("v=1&show=N2&area=borough:E09000028&by=borough");
    page.settle();
    const std::string said = "of Southwark’s residents live in London’s highest-risk fifth for affordability; London 2";
    EXPECT_TRUE(page.node("card.share").says(said)) << page.node("card.share").name;
    EXPECT_EQ(page.textNode("card.share").name, page.node("card.share").name);
    EXPECT_EQ(page.textNode("card.shares.a").name, page.node("card.shares.a").name);
    page.setView("v=1&compare=borough:E09000028,small-area:E01003987");
    page.settle();
    EXPECT_EQ(page.node("compare.row1").name, "Residents in London’s highest-risk fifth");
    EXPECT_TRUE(page.node("compare.row2").says("Overall risk: Southwark ")) << page.node("compare.row2").name;
}

TEST(Scope, OffersEveryPlaceToCompareWithin) {
    Page page{boroughs()};
    page.begin();
    EXPECT_EQ(page.act("scope", "borough:E09000028"), 0u);
    page.settle();
    EXPECT_EQ(page.view(), "v=1&within=borough:E09000028");
    EXPECT_EQ(page.textNode("scope").value, "Southwark");
}

TEST(RankedList, HasAllBoroughsOnOnePageAndSaysWhoseRanksTheyHave) {
    Page page{boroughs()};
    page.begin();
    page.act("page.ranked");
    page.settle();
    EXPECT_TRUE(page.node("ranked.among").says("Risk ranks are among London’s 33 boroughs."));
    EXPECT_TRUE(page.textNode("ranked.among").says("Risk ranks are among London’s 33 boroughs."));
    EXPECT_TRUE(page.node("ranked.page").says("33 boroughs"));
}

}  // namespace
}  // namespace dex::test
