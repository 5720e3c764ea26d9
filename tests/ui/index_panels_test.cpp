#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>

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
    example.facts.card->compare.isIn = true;
    example.settle();
    EXPECT_TRUE(example.find("card.compare")->states & state::kPressed);
    ASSERT_TRUE(example.press("card.compare"));
    EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::StopComparing);
}

TEST(ViewPanel, CaptionsTheSectionsOfItsList) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    ASSERT_TRUE(example.press("tabs.more"));
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
    EXPECT_TRUE(example.interface.act("two-way.need", "N3"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseTwoWayNeed, "N3", 0, 0, 0}));
    ASSERT_TRUE(example.press("two-way.group"));
    ASSERT_TRUE(example.press("option.G.disabled"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseTwoWayGroup, "G.disabled", 0, 0, 0}));
    EXPECT_EQ(example.find("list"), nullptr);
}

TEST(AdjustPage, OpensAndCloses) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 768.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(addIndex);
        if (width == 768) example.interface.act("panel.toggle", "");
        ASSERT_TRUE(example.press("page.adjust"));
        EXPECT_NE(example.find("weight.N2"), nullptr);
        EXPECT_EQ(example.find("tabs"), nullptr);
        ASSERT_TRUE(example.press("page.back"));
        EXPECT_EQ(example.find("weight.N2"), nullptr);
        EXPECT_NE(example.find("tabs"), nullptr);
        ASSERT_TRUE(example.press("page.adjust"));
        EXPECT_TRUE(example.interface.key("Escape"));
        example.settle();
        EXPECT_NE(example.find("tabs"), nullptr);
        EXPECT_TRUE(example.interface.takeActions().empty());
    }
}

TEST(AdjustPage, StepsAWeightWithinItsRange) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    example.press("page.adjust");
    ASSERT_TRUE(example.press("weight.N2.more"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::SetWeight, "N2", 3, 0, 0}));
    ASSERT_TRUE(example.press("weight.N2.less"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::SetWeight, "N2", 1, 0, 0}));
    EXPECT_FALSE(example.interface.act("weight.N1.less", "")) << "it is 0";
    EXPECT_FALSE(example.interface.act("weight.N4.more", "")) << "it is 10";
    example.press("weight.N1.less");
    EXPECT_TRUE(example.interface.takeActions().empty());
}

TEST(AdjustPage, SlidesInWholeSteps) {
    DEX_FACES_OR_SKIP();
    for (const InputKind kind : {InputKind::Mouse, InputKind::Touch}) {
        InterfaceExample example(1280, 820);
        example.dress(addIndex);
        example.press("page.adjust");
        const Node slider = *example.find("weight.N2");
        EXPECT_EQ(slider.value, "2");
        EXPECT_EQ(slider.max, 10u);
        const double y = slider.rect.y + 22, left = slider.rect.x + 10, step = (slider.rect.width - 20) / 10;
        example.interface.pointer(PointerPhase::Down, kind, left + 2 * step, y);
        for (int i = 0; i <= 40; ++i)
            example.interface.pointer(PointerPhase::Move, kind, left + (2 + i * 0.1) * step, y + 1);
        example.interface.pointer(PointerPhase::Move, kind, left + 99 * step, y + 300);
        example.interface.pointer(PointerPhase::Up, kind, left + 99 * step, y + 300);
        example.settle();
        std::vector<double> weights;
        for (const UiAction& action : example.interface.takeActions()) weights.push_back(action.number);
        // A finger takes hold of it only where it is clear that it goes along it.
        const std::vector<double> all = {2, 3, 4, 5, 6, 10};
        EXPECT_EQ(weights, kind == InputKind::Mouse ? all : std::vector<double>(all.begin() + 1, all.end()));
    }
}

TEST(AdjustPage, ScrollsWhereAFingerCrossesASlider) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 600);
    example.dress(addIndex);
    example.press("page.adjust");
    const PxRect slider = example.find("weight.N2")->rect;
    const double x = slider.x + slider.width - 20, y = slider.y + 22;
    example.interface.pointer(PointerPhase::Down, InputKind::Touch, x, y);
    for (int i = 1; i <= 10; ++i) example.interface.pointer(PointerPhase::Move, InputKind::Touch, x + i, y - 6 * i);
    example.interface.pointer(PointerPhase::Up, InputKind::Touch, x + 10, y - 60);
    example.settle();
    EXPECT_TRUE(example.interface.takeActions().empty());
    EXPECT_LT(example.find("weight.N2")->rect.y, slider.y - 40);
    const PxRect moved = example.find("weight.N2")->rect;
    example.press(moved.x + moved.width - 10, moved.y + 22, InputKind::Touch);
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::SetWeight, "N2", 10, 0, 0})) << "a tap";
}

TEST(AdjustPage, TakesAWeightAsAValue) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    example.press("page.adjust");
    EXPECT_TRUE(example.interface.act("weight.N3", "7"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::SetWeight, "N3", 7, 0, 0}));
    for (const char* wrong : {"11", "-1", "7.5", "x", ""}) EXPECT_FALSE(example.interface.act("weight.N3", wrong));
}

TEST(AdjustPage, UnfoldsTheIndicatorsOfOneNeed) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    example.press("page.adjust");
    EXPECT_EQ(example.find("weight.N2.rent"), nullptr);
    ASSERT_TRUE(example.press("weight.N2.inside"));
    EXPECT_TRUE(example.find("weight.N2.inside")->states & state::kExpanded);
    ASSERT_TRUE(example.press("weight.N2.rent.less"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::SetWeight, "N2.rent", 3, 0, 0}));
    ASSERT_TRUE(example.press("weight.N2.inside"));
    EXPECT_EQ(example.find("weight.N2.rent"), nullptr);
}

TEST(AdjustPage, StandsStillUnderADialogThatWasOpenedBeforeIt) {
    DEX_FACES_OR_SKIP();
    // As narrow as a wide screen can be: the dialog lies over a part of the panel.
    InterfaceExample example(900, 600);
    example.dress(addIndex);
    const auto press = [&](const char* key) {
        example.interface.key(key);
        example.settle();
    };
    // So its words are known as a part that scrolls before those of the page are.
    press("?");
    press("Escape");
    ASSERT_TRUE(example.press("page.adjust"));
    example.settle();
    const double before = example.find("weight.N2.more")->rect.y;
    press("?");
    const Node* dialog = example.find("dialog");
    ASSERT_NE(dialog, nullptr);
    ASSERT_LT(dialog->rect.x, 300);
    example.interface.wheel(dialog->rect.x + 12, 300, 60);
    press("Escape");
    EXPECT_EQ(example.find("weight.N2.more")->rect.y, before);
}

TEST(AdjustPage, ChoosesArithmetic) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    example.press("page.adjust");
    ASSERT_TRUE(example.press("arithmetic.min-max"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseArithmetic, "min-max", 0, 0, 0}));
}

TEST(ViewPanel, ChoosesWhatIsRankedBelowThePlace) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 390.0}) {
        InterfaceExample example(width, 844);
        EXPECT_EQ(example.find("scope"), nullptr) << "without an index nothing is ranked";
        example.dress(addIndex);
        example.interface.act("sheet.size", "full");
        example.settle();
        const Node *where = example.find("where"), *scope = example.find("scope"), *by = example.find("by");
        ASSERT_NE(scope, nullptr);
        EXPECT_GT(scope->rect.y, where->rect.y);
        EXPECT_LT(scope->rect.y, by->rect.y);
        EXPECT_EQ(scope->name, "Compare within");
        ASSERT_TRUE(example.press("scope"));
        ASSERT_TRUE(example.press("option.borough:E09000028"));
        EXPECT_EQ(example.interface.takeActions()[0],
                  (UiAction{ActionKind::ChooseScope, "borough:E09000028", 0, 0, 0}));
        EXPECT_EQ(example.find("list"), nullptr);
    }
}

TEST(Banner, SaysThatWeightsAreOnesOwn) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 768.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(addIndex);
        EXPECT_EQ(example.find("banner"), nullptr);
        const double keys = example.find("keys")->rect.y;
        example.dress(showOwnWeights);
        EXPECT_EQ(example.find("banner")->name, "Your own weights");
        EXPECT_EQ(example.find("keys")->rect.y, keys + 44);
        EXPECT_EQ(example.find("banner.text") != nullptr, width > 700);
        ASSERT_TRUE(example.press("banner.reset"));
        EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::ResetIndex);
        ASSERT_TRUE(example.press("banner.changed"));
        EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::ShowChanged);
    }
}

TEST(LegendStrip, GivesNamesWhereClassesHaveThem) {
    DEX_FACES_OR_SKIP();
    for (const auto& [width, height] : {std::pair{400.0, 320.0}, {390.0, 844.0}, {768.0, 820.0}}) {
        InterfaceExample example(width, height);
        example.dress(showNeeds);
        const PxRect& strip = example.find("strip")->rect;
        for (const LegendRow& row : example.facts.legend.rows) {
            const Node* node = example.find("strip." + std::to_string(row.classIndex));
            ASSERT_NE(node, nullptr) << row.range;
            EXPECT_GE(node->rect.width, width == 768 ? 240 : 150) << "a name wants room";
            EXPECT_GE(node->rect.y, strip.y);
            EXPECT_LE(node->rect.y + node->rect.height, strip.y + strip.height);
            EXPECT_NE(std::find(example.heard.begin(), example.heard.end(), row.range), example.heard.end())
                << row.range << " is not drawn at " << width;
        }
    }
}

TEST(RankedPage, AsksForItsRowsWhileItIsOpen) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(addIndex);
    ASSERT_TRUE(example.press("page.ranked"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::OpenRanked, "", 1, 0, 0}));
    EXPECT_NE(example.find("ranked.loading"), nullptr);
    example.dress(showOwnWeights);
    EXPECT_TRUE(example.find("ranked.small-area:E0100393")->states & state::kPressed);
    ASSERT_TRUE(example.press("order.lowest"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::ChooseOrder, "lowest", 0, 0, 0}));
    ASSERT_TRUE(example.press("ranked.next"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::TurnPage, "", 1, 0, 0}));
    EXPECT_FALSE(example.interface.act("ranked.previous", "")) << "it is the first page";
    ASSERT_TRUE(example.press("ranked.small-area:E0100397"));
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::SelectArea, "small-area:E0100397", 0, 0, 0}));
    EXPECT_NE(example.find("ranked.next"), nullptr) << "the card has its own place";
    example.interface.key("Escape");
    EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::OpenRanked, "", 0, 0, 0}));
}

TEST(RankedPage, LeadsToItsData) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showOwnWeights);
        ASSERT_TRUE(example.press("page.ranked"));
        ASSERT_TRUE(example.press("ranked.data"));
        EXPECT_EQ(example.find("ranked.data")->name, "Data of this list");
        EXPECT_EQ(example.interface.takeActions().back(),
                  (UiAction{.kind = ActionKind::OpenShare, .text = "ranked.data"}));
        example.interface.setControls(control::kAll & ~control::kShare);
        example.settle();
        EXPECT_EQ(example.find("ranked.data"), nullptr);
    }
}

// Long values, as those of need and group together, stand below the names, which keep their room.
TEST(RankedPage, BoundsItsValues) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showOwnWeights);
        ASSERT_TRUE(example.press("page.ranked"));
        const double usual = example.find("ranked.small-area:E0100391")->rect.height;
        example.facts.ranked->among = "Ranks are among London’s 684 wards.";
        for (RankedRow& row : example.facts.ranked->rows) {
            row.name = "Old Kent Road";
            row.value = "high need for help with affordability, high share of people on low incomes";
        }
        example.settle();
        EXPECT_EQ(example.find("ranked.among")->name, "Ranks are among London’s 684 wards.");
        EXPECT_GT(example.find("ranked.small-area:E0100391")->rect.height, usual);
        EXPECT_NE(std::find(example.heard.begin(), example.heard.end(), "Old Kent Road"), example.heard.end())
            << "the name is not cut short";
    }
}

TEST(RankedPage, GivesWayToTheCardOnANarrowScreen) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(390, 844);
    example.dress(showOwnWeights);
    ASSERT_TRUE(example.press("page.ranked"));
    ASSERT_TRUE(example.press("ranked.small-area:E0100392"));
    EXPECT_NE(example.find("ranked.next"), nullptr) << "until the card is here";
    EXPECT_EQ(example.interface.takeActions().back().kind, ActionKind::SelectArea);
    example.showCard(true);
    EXPECT_EQ(example.find("ranked.next"), nullptr);
    EXPECT_EQ(example.interface.takeActions().back(), (UiAction{ActionKind::OpenRanked, "", 0, 0, 0}));
}

TEST(ComparePanel, StandsInTheCardsPlace) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 768.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showCompared);
        example.showCard(true);
        EXPECT_EQ(example.find("card.close"), nullptr);
        const Node* row = example.find("compare.row2");
        ASSERT_NE(row, nullptr);
        EXPECT_NE(row->name.find("Connectivity: Peckham Park Road highest-risk 10%"), std::string::npos) << row->name;
        EXPECT_EQ(example.find("compare.remove."), nullptr) << "London stays";
        ASSERT_TRUE(example.press("compare.remove.borough:E09000022"));
        EXPECT_EQ(example.interface.takeActions()[0],
                  (UiAction{ActionKind::StopComparing, "borough:E09000022", 0, 0, 0}));
        ASSERT_TRUE(example.press("card.compare"));
        EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::Compare, "small-area:E01003987", 0, 0, 0}));
        EXPECT_EQ(example.find("compare.clear")->name, "Clear comparison");
        ASSERT_TRUE(example.press("compare.clear"));
        EXPECT_EQ(example.interface.takeActions()[0], (UiAction{ActionKind::StopComparing, "", 0, 0, 0}));
    }
}

TEST(ComparePanel, LeadsToItsDataAndItsBriefing) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 768.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showCompared);
        for (const char* id : {"compare.data", "compare.briefing"}) {
            ASSERT_TRUE(example.press(id)) << id;
            EXPECT_EQ(example.interface.takeActions()[0], (UiAction{.kind = ActionKind::OpenShare, .text = id}));
            EXPECT_GE(example.find(id)->rect.height, space::kTarget);
            EXPECT_GE(example.find(id)->rect.width, space::kTarget);
        }
        EXPECT_EQ(example.find("compare.data")->name, "Data of the areas compared");
        EXPECT_EQ(example.find("compare.briefing")->name, "Briefing of the areas compared");
        // One area beside its place and the whole has a briefing of its own.
        example.facts.compare->columns[1].canRemove = example.facts.compare->columns[2].canRemove = false;
        example.settle();
        EXPECT_NE(example.find("compare.data"), nullptr);
        EXPECT_EQ(example.find("compare.briefing"), nullptr);
        example.interface.setControls(control::kAll & ~control::kShare);
        example.settle();
        EXPECT_EQ(example.find("compare.data"), nullptr);
    }
}

TEST(ComparePanel, ClosesAndOpensAgainWithAllItsAreas) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 768.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showCompared);
        EXPECT_EQ(example.find("compare.toggle"), nullptr);
        ASSERT_TRUE(example.press("compare.close"));
        EXPECT_EQ(example.find("compare.row0"), nullptr);
        EXPECT_TRUE(example.interface.takeActions().empty()) << "the areas stay in it";
        example.interface.act("sheet.size", "half");
        ASSERT_TRUE(example.press("compare.toggle"));
        EXPECT_NE(example.find("compare.row0"), nullptr);
        EXPECT_EQ(example.find("compare.toggle"), nullptr);
    }
}

TEST(ComparePanel, StandsBelowTheCardWhilePutAway) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(showCompared);
    example.press("compare.close");
    example.showCard(true);
    const PxRect card = example.find("card")->rect, toggle = example.find("compare.toggle")->rect;
    EXPECT_NE(example.find("card.close"), nullptr) << "the card has its place again";
    EXPECT_LE(card.y + card.height, toggle.y);
    EXPECT_GE(toggle.height, 44);
}

TEST(ComparePanel, OpensWithAnotherArea) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(showCompared);
    example.press("compare.close");
    example.facts.compare->columns[1].id = "small-area:E01000906";
    example.settle();
    EXPECT_NE(example.find("compare.row0"), nullptr);
}

// How much is drawn where nothing but bars can be.
TEST(ComparePanel, DrawsNoBarWhereThereIsNone) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showCompared);
        example.interface.act("sheet.size", "full");
        example.settle();
        const auto drawn = [&](std::vector<double> shares) {
            for (CompareRow& row : example.facts.compare->rows) {
                if (!row.shares.empty()) row.shares = shares;
            }
            example.settle();
            return example.interface.drawData()->TotalVtxCount;
        };
        const int none = drawn({-1, -1, -1, -1, -1});
        const int empty = drawn({0, 0, 0, 0, 0});
        const int full = drawn({1, 1, 1, 1, 1});
        EXPECT_LT(none, empty) << "an empty bar has its track";
        EXPECT_LT(empty, full) << "0 is not a little";
    }
}

TEST(ComparePanel, SaysOnWhatAColumnIsRankedAndWhyNoMoreFit) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 390.0}) {
        InterfaceExample example(width, 844);
        example.dress(showCompared);
        example.showCard(true);
        example.interface.act("sheet.size", "full");
        example.facts.compare->columns[2].among = "Scores ranked among London’s 33 boroughs";
        example.facts.card->compare.label.clear();
        example.facts.card->compare.full = "You can compare up to four areas.";
        example.settle();
        EXPECT_EQ(example.find("compare.borough:E09000022.among")->name, "Scores ranked among London’s 33 boroughs");
        EXPECT_EQ(example.find("card.compareFull")->name, "You can compare up to four areas.");
        EXPECT_EQ(example.find("card.compare"), nullptr);
    }
}

TEST(ComparePanel, LeavesTheMapsOtherPartClear) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1480, 820);
    example.dress(showCompared);
    const Layout& layout = example.interface.layout();
    EXPECT_LE(layout.clear.x + layout.clear.width, example.find("compare")->rect.x);
    EXPECT_GE(layout.clear.width, 240);
}

TEST(ComparePanel, ClosesByEscapeAfterTheCard) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(showCompared);
    example.showCard(true);
    EXPECT_TRUE(example.interface.key("Escape"));
    EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::CloseCard);
    example.showCard(false);
    EXPECT_TRUE(example.interface.key("Escape"));
    example.settle();
    EXPECT_TRUE(example.interface.takeActions().empty()) << "closed, and not cleared";
    EXPECT_EQ(example.find("compare.row0"), nullptr);
    EXPECT_FALSE(example.interface.key("Escape"));
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
