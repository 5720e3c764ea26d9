#include <gtest/gtest.h>

#include <string>

#include "tests/abi/page.h"

// Keys in a list that a mouse has opened, and over a dialog: the map behind them hears none.

namespace dex::test {
namespace {

class ListKeys : public testing::Test {
protected:
    void SetUp() override {
        page.begin();
        page.setView("v=1&area=borough:E09000004&at=51.5,-0.1,10");
        page.settle();
        before = page.view();
        page.takeMail();
    }

    void openByMouse(std::string_view id) {
        const PageNode select = page.node(id);
        page.click(select.rect[0] + select.rect[2] / 2, select.rect[1] + select.rect[3] / 2);
        page.settle();
        ASSERT_TRUE(isOpen());
    }

    void type(std::initializer_list<std::string_view> keys) {
        for (const std::string_view key : keys) {
            page.key(key);
            page.settle();
        }
    }

    bool isOpen() { return page.node("list").isThere(); }
    std::string place() { return page.node("where").value; }

    Page page{boroughs()};
    std::string before;
};

TEST_F(ListKeys, TypingFindsAndEnterChooses) {
    openByMouse("where");
    type({"s", "o", "Enter"});
    EXPECT_EQ(place(), "Southwark");
    EXPECT_FALSE(isOpen());
    // What goes on with no name begins another, and the same letter goes on to the next.
    openByMouse("where");
    type({"b", "b", "Enter"});
    EXPECT_EQ(place(), "Barnet");
    openByMouse("where");
    type({"b", "a", "r", "h", "Enter"});
    EXPECT_EQ(place(), "Hackney");
}

TEST_F(ListKeys, ArrowsGoOnFromWhatIsChosen) {
    openByMouse("where");
    type({"ArrowDown", "Enter"});
    EXPECT_EQ(place(), "City of London");
    openByMouse("where");
    type({"ArrowDown", "ArrowDown", "ArrowUp", " "});
    EXPECT_EQ(place(), "Barking and Dagenham");
    openByMouse("where");
    type({"End", "ArrowDown", "Enter"});
    EXPECT_EQ(place(), "Westminster");
    openByMouse("where");
    type({"Home", "PageDown", "PageUp", "ArrowUp", "Enter"});
    EXPECT_EQ(place(), "London");
}

TEST_F(ListKeys, WhatTheyHaveComeToIsInSight) {
    openByMouse("where");
    type({"w", "e"});
    for (const PageNode& node : page.nodes()) {
        if (node.id == "option.borough:E09000033") {
            EXPECT_FALSE(node.has("hidden"));
            EXPECT_EQ(node.name, "Westminster");
        }
    }
}

TEST_F(ListKeys, EscapeClosesAndChoosesNothing) {
    openByMouse("where");
    type({"s", "o", "Escape"});
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(page.view(), before);
}

TEST_F(ListKeys, NoKeyReachesTheMapBehindAListOrDialog) {
    const auto pressAll = [&] {
        for (const char* key : {"+", "-", "ArrowLeft", "ArrowDown", "Home", "[", "]", "PageUp", "t", "T", "x", "é"})
            type({key});
        EXPECT_EQ(page.view(), before);
        for (const auto& mail : page.takeMail()) EXPECT_NE(mail.text, "text");
    };
    openByMouse("where");
    pressAll();
    EXPECT_TRUE(isOpen());
    type({"Escape"});
    page.act("help");
    page.settle();
    ASSERT_TRUE(page.node("dialog").isThere());
    pressAll();
    type({"Enter"});
    EXPECT_TRUE(page.node("dialog").isThere());
}

TEST_F(ListKeys, AMouseTakesTheCrosshairAway) {
    const auto hasCrosshair = [&] { return page.node("pointer").isThere(); };
    dex_focus(page.map(), 1);
    type({"ArrowLeft"});
    ASSERT_TRUE(hasCrosshair()) << page.tree();
    openByMouse("where");
    type({"Escape"});
    EXPECT_FALSE(hasCrosshair());
}

}  // namespace
}  // namespace dex::test
