#include <gtest/gtest.h>

#include "ui/index_facts.h"
#include "ui/interface_example.h"

namespace dex {
namespace {

TEST(CardPanel, GrowsNoHigherThanTheMapAndKeepsItsButtons) {
    DEX_FACES_OR_SKIP();
    for (const double height : {820.0, 600.0, 420.0}) {
        InterfaceExample example(1280, height);
        example.dress(addIndex);
        example.showCard(true);
        const PxRect map = example.interface.layout().map, card = example.find("card")->rect;
        EXPECT_GE(card.y, map.y + 16);
        EXPECT_LE(card.y + card.height, map.y + map.height - 16 + 0.5);
        for (const char* id : {"card.compare", "card.zoom"}) {
            const Node* button = example.find(id);
            ASSERT_NE(button, nullptr);
            EXPECT_LE(button->rect.y + button->rect.height, card.y + card.height);
            EXPECT_FALSE(button->states & state::kHidden);
        }
    }
}

TEST(CardPanel, ComparesItsArea) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    example.showCard(true);
    ASSERT_TRUE(example.press("card.compare"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::Compare, "small-area:E01003987", 0, 0, 0}));
    example.facts.card->isCompared = true;
    example.settle();
    EXPECT_TRUE(example.find("card.compare")->states & state::kPressed);
    ASSERT_TRUE(example.press("card.compare"));
    EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::StopComparing);
}

TEST(ViewPanel, CaptionsTheSectionsOfItsList) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    ASSERT_TRUE(example.press("tabs.2"));
    const Node* caption = example.find("section.Indicators");
    ASSERT_NE(caption, nullptr);
    const Node* first = example.find("measure.N2.income");
    ASSERT_NE(first, nullptr);
    EXPECT_LE(caption->rect.y + caption->rect.height, first->rect.y);
    EXPECT_GE(caption->rect.y, example.find("measure.D.deri")->rect.y + 44);
}

TEST(ViewPanel, ChoosesNeedAndGroupInsteadOfClasses) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(showTwoWay);
    EXPECT_EQ(example.find("method"), nullptr);
    EXPECT_EQ(example.find("classes"), nullptr);
    EXPECT_TRUE(example.interface.act("need", "N3"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseTwoWayNeed, "N3", 0, 0, 0}));
    ASSERT_TRUE(example.press("group"));
    ASSERT_TRUE(example.press("option.G.disabled"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseTwoWayGroup, "G.disabled", 0, 0, 0}));
    EXPECT_EQ(example.find("list"), nullptr);
}

TEST(LegendSquare, HoldsNineCellsThatCanBeChosen) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showTwoWay);
        const PxRect low = example.find("legend.0")->rect, high = example.find("legend.8")->rect;
        EXPECT_GE(low.height, 44);
        EXPECT_GE(low.width, 44);
        EXPECT_GT(high.x, low.x) << "many of the group stand right";
        EXPECT_LT(high.y, low.y) << "high need stands above";
        EXPECT_TRUE(example.find("legend.8")->states & state::kPressed);
        example.interface.act("sheet.size", "full");
        example.settle();
        ASSERT_TRUE(example.press("legend.2"));
        EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseClass, "", 2, 0, 0}));
    }
}

}  // namespace
}  // namespace dex
