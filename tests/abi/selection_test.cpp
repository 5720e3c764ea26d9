// What a reader has selected, through the door: from a link and from an area's card, on the map and in the Text view.

#include <gtest/gtest.h>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

class Selection : public testing::Test {
protected:
    void open(std::string_view link) {
        page.begin();
        page.setView(link);
        page.settle();
    }
    std::string name(std::string_view node) { return page.node(node).name; }

    Page page{town()};
};

TEST_F(Selection, OfALinkHasItsCard) {
    open("v=1&areas=ward:W3");
    EXPECT_EQ(name("card.name"), "Your selection");
    EXPECT_TRUE(page.node("card.detail").says("small area")) << name("card.detail");
    EXPECT_EQ(page.textNode("card.name").name, "Your selection");
    EXPECT_EQ(page.textNode("card.detail").name, name("card.detail"));
    EXPECT_EQ(withoutCamera(page.view()), "v=1&areas=ward:W3");
}

TEST_F(Selection, ClosesWithItsCardAndByEscape) {
    open("v=1&areas=ward:W3");
    ASSERT_EQ(page.act("card.close"), 0u);
    page.settle();
    EXPECT_FALSE(page.node("card.name").isThere());
    EXPECT_EQ(withoutCamera(page.view()), "v=1");
    page.setView("v=1&areas=ward:W3");
    page.settle();
    ASSERT_TRUE(page.node("card.name").isThere());
    dex_focus(page.map(), 1);
    page.key("Escape");
    page.settle();
    EXPECT_FALSE(page.node("card.name").isThere());
}

TEST_F(Selection, GrowsAndShrinksByTheCardsOfAreas) {
    open("v=1&area=ward:W3");
    EXPECT_EQ(name("card.select"), "Select");
    ASSERT_EQ(page.act("card.select"), 0u);
    page.settle();
    EXPECT_EQ(withoutCamera(page.view()), "v=1&area=ward:W3&areas=ward:W3");
    EXPECT_EQ(name("card.select"), "Selected");
    EXPECT_TRUE(page.node("card.select").has("pressed"));
    EXPECT_EQ(page.textNode("card.select").name, "Selected");
    ASSERT_EQ(page.act("card.close"), 0u);
    page.settle();
    EXPECT_EQ(name("card.name"), "Your selection") << "it stands behind the card of an area";
    page.setView("v=1&area=ward:W3&areas=ward:W3");
    page.settle();
    ASSERT_EQ(page.act("card.select"), 0u);
    page.settle();
    EXPECT_EQ(withoutCamera(page.view()), "v=1&area=ward:W3");
    EXPECT_EQ(name("card.select"), "Select");
}

TEST_F(Selection, IsWhatAllIsRankedWithinUntilItIsClosed) {
    open("v=1&by=small-area&areas=ward:W3,ward:W1");
    ASSERT_EQ(name("card.scope"), "Compare within");
    ASSERT_EQ(page.act("card.scope"), 0u);
    page.settle();
    EXPECT_EQ(withoutCamera(page.view()), "v=1&by=small-area&within=selection&areas=ward:W3,ward:W1");
    EXPECT_TRUE(page.node("card.scope").has("pressed"));
    EXPECT_EQ(page.node("scope").value, "Your selection");
    ASSERT_EQ(page.act("card.close"), 0u);
    page.settle();
    EXPECT_EQ(withoutCamera(page.view()), "v=1&by=small-area");
}

TEST_F(Selection, HasTheSpecIdOfTheAreasThatItIs) {
    open("v=1&by=small-area&within=selection&areas=ward:W3");
    const std::string link = page.link();
    ASSERT_NE(link.find("&spec="), std::string::npos) << link;
    page.setView("v=1&by=small-area&within=ward:W3");
    page.settle();
    const std::string same = page.link();
    EXPECT_EQ(link.substr(link.find("&spec=") + 6, 12), same.substr(same.find("&spec=") + 6, 12));
}

TEST_F(Selection, LeavesOutWhatTheMapDoesNotHaveAndSaysSo) {
    open("v=1&areas=ward:W3,E99999999");
    EXPECT_TRUE(page.node("message.a").says("E99999999")) << name("message.a");
    EXPECT_EQ(name("card.name"), "Your selection");
    EXPECT_EQ(withoutCamera(page.view()), "v=1&areas=ward:W3");
    page.setView("v=1&areas=E99999999");
    page.settle();
    EXPECT_FALSE(page.node("card.name").isThere());
    EXPECT_EQ(withoutCamera(page.view()), "v=1");
}

}  // namespace
}  // namespace dex::test
