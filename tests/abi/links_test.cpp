// Links that do not fit the atlas, through the door: what is shown, what the reader and the host are told, and what the page is
// given for its address.

#include <gtest/gtest.h>

#include <algorithm>

#include "output/picture_notes.h"
#include "tests/abi/page.h"

namespace dex::test {
namespace {

constexpr std::uint32_t kNotOnMap = 18;  // In order of src/base/status.def.

class Links : public testing::Test {
protected:
    void open(std::string_view link) {
        page.begin();
        page.takeMail();
        page.setView(link);
        page.settle();
    }
    std::vector<Mail> told(std::uint32_t kind) {
        std::vector<Mail> found;
        std::copy_if(page.mail().begin(), page.mail().end(), std::back_inserter(found),
                     [kind](const Mail& one) { return one.kind == kind; });
        return found;
    }

    Page page{boroughs()};
};

TEST_F(Links, ACouncilsFrameNeverTurnsToTheWholeWithoutAWord) {
    open("v=1&place=borough:E99999999");
    EXPECT_EQ(page.node("where").value, "London");
    EXPECT_EQ(page.node("message.a").name,
              "This link asks for the borough “E99999999”, which this map does not have. Showing London instead.");
    const auto errors = told(DEX_EVENT_ERROR);
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].status, kNotOnMap);
    EXPECT_EQ(errors[0].text, page.node("message.a").name);
    ASSERT_FALSE(told(DEX_EVENT_VIEW).empty());
    EXPECT_EQ(told(DEX_EVENT_VIEW).back().text, "v=1");
    EXPECT_EQ(told(DEX_EVENT_VIEW).back().number, 0) << "no step of the reader's history";
    EXPECT_EQ(page.textNode("message.a").name, page.node("message.a").name);
}

TEST(PlaceWithin, HasItsNameInWhereAndInTheHeadline) {
    Page page{town()};
    page.begin();
    page.setView("v=1&place=ward:W3");
    page.settle();
    const PageNode where = page.node("where");
    EXPECT_TRUE(where.value.starts_with("Hill End, ")) << where.value;
    EXPECT_EQ(page.textNode("where").value, where.value);
    EXPECT_TRUE(page.node("headline").says("Hill End")) << page.node("headline").name;
    ASSERT_EQ(page.act("where", "*"), 0u);
    page.settle();
    EXPECT_EQ(page.view(), "v=1");
    EXPECT_NE(page.node("where").value, where.value);
}

TEST_F(Links, TheSameWhenItIsThereBeforeTheAtlas) {
    page.setView("v=1&show=N9&place=borough:E99999999");
    page.begin();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    EXPECT_EQ(page.view(), "v=1");
    EXPECT_TRUE(page.node("message.a").says("the measure “N9” and the borough “E99999999”"));
    EXPECT_FALSE(page.node("message.b").isThere()) << "one sentence";
}

TEST_F(Links, StrayPunctuationAndSmallLettersAreUnderstoodWithoutAWord) {
    for (const std::string_view link :
         {"v=1&place=borough:E09000028/", "v=1&place=borough:E09000028.", "v=1&amp;place=borough:E09000028",
          "v=1&amp;amp;place=borough:E09000028&amp;amp;place=borough:E09000028", "v=1&place=borough:e09000028)",
          "v=1&place=Borough:E09000028%22", "v=1&place=E09000028", "v=1&place=southwark"}) {
        SCOPED_TRACE(link);
        open(link);
        EXPECT_EQ(page.node("where").value, "Southwark");
        EXPECT_EQ(page.count(DEX_EVENT_ERROR), 0);
        EXPECT_FALSE(page.node("message.a").isThere());
        EXPECT_EQ(page.view(), "v=1&place=borough:E09000028");
        ASSERT_FALSE(told(DEX_EVENT_VIEW).empty()) << "the dead text leaves the address";
        EXPECT_EQ(told(DEX_EVENT_VIEW).back().text, page.view());
    }
}

TEST_F(Links, ALinkThatFitsIsNotToldBack) {
    for (const std::string_view link : {"v=1&show=N2&place=borough:E09000028", "#v=1&theme=dark", "show=overall"}) {
        open(link);
        EXPECT_TRUE(told(DEX_EVENT_VIEW).empty()) << link;
        EXPECT_EQ(page.count(DEX_EVENT_ERROR), 0);
    }
}

TEST_F(Links, TheRestOfALinkIsShown) {
    open("v=1&show=n2/older&by=parish&place=borough:E09000028&area=borough:E05000001&compare=borough:E09000022,ward:X");
    EXPECT_EQ(withoutCamera(page.view()),
              "v=1&show=N2/G.older&by=borough&place=borough:E09000028&compare=borough:E09000022");
    EXPECT_EQ(page.node("compare.borough:E09000022").name, "Lambeth");
    const std::string said = page.node("message.a").name;
    for (const char* part : {"the measure “n2/older”, areas called “parish”", "2 more"})
        EXPECT_NE(said.find(part), std::string::npos) << said;
}

TEST_F(Links, WhatWasSaidOfALinkGoesWithTheNextOne) {
    open("v=1&show=N9");
    EXPECT_TRUE(page.node("message.a").isThere());
    page.setView("v=1&show=N1");
    page.settle();
    EXPECT_FALSE(page.node("message.a").isThere());
    EXPECT_FALSE(page.textNode("message.a").isThere());
}

std::vector<std::uint8_t> pictureOf(const std::string& view) {
    const std::string svg = "<svg><metadata><" + std::string(kViewElement) + ">" + view + "</" +
                            std::string(kViewElement) + "></metadata></svg>";
    return {svg.begin(), svg.end()};
}

TEST_F(Links, WhatTryingAgainCannotChangeStaysSaid) {
    open("v=1&place=borough:E99999999");
    dex_fail(page.map(), "column.none", 11, 12);
    page.settle();
    dex_retry(page.map());
    page.settle();
    EXPECT_TRUE(page.node("message.a").says("which this map does not have"));
    EXPECT_FALSE(page.node("message.b").isThere()) << "the file that may come now";
}

TEST_F(Links, APictureBringsItsViewBackAsAStepOfTheReaders) {
    open("v=1");
    page.takeMail();
    EXPECT_EQ(page.supply("picture", pictureOf("v=1&amp;place=borough:E09000028")), 0u);
    page.settle();
    EXPECT_EQ(page.view(), "v=1&place=borough:E09000028");
    ASSERT_FALSE(told(DEX_EVENT_VIEW).empty());
    EXPECT_EQ(told(DEX_EVENT_VIEW).back().text, page.view());
    EXPECT_EQ(told(DEX_EVENT_VIEW).back().number, 1);
    EXPECT_FALSE(page.node("message.a").isThere());
}

TEST_F(Links, APictureWithoutAViewIsSaidAndChangesNothing) {
    open("v=1&place=borough:E09000028");
    EXPECT_NE(page.supply("picture", {1, 2, 3}), 0u);
    page.settle();
    EXPECT_EQ(page.view(), "v=1&place=borough:E09000028");
    EXPECT_TRUE(page.node("message.a").says("does not say which view"));
    EXPECT_FALSE(page.node("message.retry.a").isThere()) << "it would say the same again";
    EXPECT_EQ(page.supply("picture", pictureOf("v=1")), 0u);
    page.settle();
    EXPECT_FALSE(page.node("message.a").isThere()) << "no longer true";
}

TEST_F(Links, WhereNothingCanBeChosenAPictureChangesNothing) {
    open("v=1&place=borough:E09000028");
    dex_set_controls(page.map(), DEX_ZOOM);
    EXPECT_EQ(page.supply("picture", pictureOf("v=1")), 0u);
    page.settle();
    EXPECT_EQ(page.view(), "v=1&place=borough:E09000028");
}

}  // namespace
}  // namespace dex::test
