#include "ui/interface.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <set>

#include "look/sizes.h"
#include "ui/index_facts.h"
#include "ui/interface_example.h"

namespace dex {
namespace {

TEST(Interface, ShowsNothingButKeepsTheLayoutBeforeFacesAreHere) {
    Interface interface;
    interface.resize(1280, 820, 1, 1);
    interface.draw(Facts{}, UiState{});
    EXPECT_EQ(interface.drawData(), nullptr);
    EXPECT_EQ(interface.glyphPicture().version, 0u);
    EXPECT_EQ(interface.layout().shape, Shape::Wide);
    EXPECT_GT(interface.layout().map.width, 900);
}

TEST(Interface, DrawsOneTextureInDevicePixels) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820, 1.5);
    const ImDrawData* data = example.interface.drawData();
    ASSERT_NE(data, nullptr);
    EXPECT_EQ(data->DisplaySize.x, 1920);
    EXPECT_EQ(data->DisplaySize.y, 1230);
    for (const ImDrawList* list : data->CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) EXPECT_EQ(command.GetTexID(), nullptr);
    }
    const GlyphPicture picture = example.interface.glyphPicture();
    EXPECT_EQ(picture.alpha.size(), std::size_t{picture.width} * picture.height);
}

TEST(Interface, RestsWhenNothingChanges) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    EXPECT_FALSE(example.interface.needsFrame());
    const auto version = example.interface.treeVersion();
    const auto glyphs = example.interface.glyphPicture().version;
    example.draw(3);
    EXPECT_FALSE(example.interface.needsFrame());
    EXPECT_EQ(example.interface.treeVersion(), version);
    EXPECT_EQ(example.interface.glyphPicture().version, glyphs);
}

TEST(Interface, AsksForNoFrameWhileThePointerIsOverTheMap) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.interface.pointer(PointerPhase::Move, InputKind::Mouse, 700, 500);
    example.interface.pointer(PointerPhase::Move, InputKind::Mouse, 720, 510);
    EXPECT_FALSE(example.interface.needsFrame());
    EXPECT_FALSE(example.interface.wantsPointer(720, 510));
    EXPECT_EQ(example.interface.cursor(), "");
}

TEST(Interface, KeepsThePointerOverPanels) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    EXPECT_TRUE(example.interface.wantsPointer(100, 400));
    EXPECT_TRUE(example.interface.wantsPointer(600, 40));
    EXPECT_TRUE(example.interface.wantsPointer(360, 130));
    const PxRect radio = example.find("measure.N2.income")->rect;
    example.interface.pointer(PointerPhase::Move, InputKind::Mouse, radio.x + 60, radio.y + 20);
    example.settle();
    EXPECT_EQ(example.interface.cursor(), "pointer");
}

TEST(Interface, TakesCharactersInAsTheyCome) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    const auto version = example.interface.glyphPicture().version;
    example.facts.headline = "Ŵŷ has new characters";
    example.draw();
    EXPECT_EQ(example.interface.glyphPicture().version, version + 1);
}

TEST(Interface, IsRasterisedAnewForAnotherRatioOrTextSize) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    const auto first = example.interface.glyphPicture().version;
    example.interface.resize(1280, 820, 2, 1);
    example.settle();
    const auto second = example.interface.glyphPicture().version;
    EXPECT_GT(second, first);
    example.interface.resize(1280, 820, 2, 1.25);
    example.settle();
    EXPECT_GT(example.interface.glyphPicture().version, second);
}

TEST(Interface, ClosesTheListByAPressBesideItAndDoesNothingElse) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    ASSERT_TRUE(example.press("where"));
    ASSERT_NE(example.find("list"), nullptr);
    EXPECT_TRUE(example.interface.wantsPointer(900, 500)) << "the map must not be dragged";
    example.press(358, 122);  // On the zoom button.
    EXPECT_EQ(example.find("list"), nullptr);
    EXPECT_TRUE(example.interface.takeActions().empty());
    EXPECT_FALSE(example.interface.wantsPointer(900, 500));
}

TEST(Interface, ChoosesFromAListByPressAndByValue) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    ASSERT_TRUE(example.press("where"));
    ASSERT_TRUE(example.press("option.E09000003"));
    const std::vector<UiAction> expected = {{ActionKind::ChoosePlace, "E09000003", 0, 0, 0}};
    EXPECT_EQ(example.interface.takeActions(), expected);
    EXPECT_EQ(example.find("list"), nullptr);
    EXPECT_TRUE(example.interface.act("where", "E09000003"));
    EXPECT_EQ(example.interface.takeActions(), expected);
    EXPECT_TRUE(example.interface.act("where", "*"));
    EXPECT_EQ(example.interface.takeActions()[0].text, "");
    EXPECT_FALSE(example.interface.act("where", "E09000099"));
    EXPECT_FALSE(example.interface.act("nowhere", ""));
}

TEST(Interface, EscapeClosesOneThingAfterAnother) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(768, 820);
    example.showCard(true);
    example.interface.act("panel.toggle", "");
    example.settle();
    example.interface.act("moves.toggle", "");
    example.interface.key("?");
    example.settle();
    EXPECT_NE(example.find("dialog"), nullptr);
    EXPECT_TRUE(example.interface.key("Escape"));
    example.settle();
    EXPECT_EQ(example.find("dialog"), nullptr);
    EXPECT_NE(example.find("moves"), nullptr);
    EXPECT_TRUE(example.interface.key("Escape"));
    EXPECT_TRUE(example.interface.key("Escape"));
    example.settle();
    EXPECT_EQ(example.find("panel"), nullptr);
    EXPECT_TRUE(example.interface.key("Escape"));
    EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::CloseCard);
    example.showCard(false);
    EXPECT_FALSE(example.interface.key("Escape")) << "the map's own business now";
    EXPECT_FALSE(example.interface.key("ArrowLeft"));
}

TEST(Interface, ScrollsTheListByWheel) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    const double before = example.find("measure.N2.income")->rect.y;
    example.interface.wheel(100, 220, 44);
    example.settle();
    EXPECT_EQ(example.find("measure.N2.income")->rect.y, before - 44);
    example.interface.wheel(100, 220, -500);
    example.settle();
    EXPECT_EQ(example.find("measure.N2.income")->rect.y, before);
}

TEST(Interface, ScrollsByFingerWithoutPressing) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    Interface& interface = example.interface;
    const double before = example.find("measure.N2.income")->rect.y;
    interface.pointer(PointerPhase::Down, InputKind::Touch, 100, 260);
    example.draw();
    for (int i = 1; i <= 10; ++i) {
        interface.pointer(PointerPhase::Move, InputKind::Touch, 100, 260 - 6 * i);
        example.draw();
    }
    interface.pointer(PointerPhase::Up, InputKind::Touch, 100, 200);
    example.settle();
    EXPECT_LT(example.find("measure.N2.income")->rect.y, before - 40);
    EXPECT_TRUE(interface.takeActions().empty());
}

TEST(Interface, DragsTheSheetAndLetsItGoAtAStop) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(390, 844);
    Interface& interface = example.interface;
    const double peek = interface.layout().sheet.height;
    EXPECT_EQ(peek, 88);
    const double top = interface.layout().sheet.y + 20;
    interface.pointer(PointerPhase::Down, InputKind::Touch, 195, top);
    for (int i = 1; i <= 25; ++i) {
        interface.pointer(PointerPhase::Move, InputKind::Touch, 195, top - 10 * i);
        example.draw();
    }
    EXPECT_NEAR(interface.layout().sheet.height, peek + 250, 1);
    interface.pointer(PointerPhase::Up, InputKind::Touch, 195, top - 250);
    EXPECT_TRUE(interface.needsFrame());
    example.settle();
    EXPECT_NEAR(interface.layout().sheet.height, 844 * 0.44, 1);
    EXPECT_FALSE(interface.needsFrame());
    EXPECT_TRUE(interface.act("sheet.size", "full"));
    example.settle();
    EXPECT_GT(interface.layout().sheet.height, 500);
    EXPECT_FALSE(interface.act("sheet.size", "huge"));
}

TEST(Interface, MovesTheSheetAtOnceWhereMotionIsNotWanted) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(390, 844);
    example.state.reducedMotion = true;
    example.interface.act("sheet.size", "half");
    example.draw(1);
    EXPECT_NEAR(example.interface.layout().sheet.height, 844 * 0.44, 1);
}

TEST(Interface, BringsTheCardUpOnANarrowScreen) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(390, 844);
    example.showCard(true);
    EXPECT_NEAR(example.interface.layout().sheet.height, 844 * 0.44, 1);
    EXPECT_EQ(example.find("card.name")->name, "Peckham North");
    example.showCard(false);
    EXPECT_EQ(example.interface.layout().sheet.height, 88);
}

TEST(Interface, SharesFromTheSheetWhereTheHeadIsTooLow) {
    DEX_FACES_OR_SKIP();
    InterfaceExample high(390, 844), low(390, 500);
    EXPECT_EQ(high.find("share")->parent, "head");
    const Node* share = low.find("share");
    ASSERT_NE(share, nullptr);
    EXPECT_EQ(share->parent, "foot");
    EXPECT_GE(share->rect.height, space::kTarget);
    EXPECT_GE(share->rect.x, low.find("text")->rect.x + low.find("text")->rect.width);
    EXPECT_TRUE(low.interface.act("share", ""));
    const auto actions = low.interface.takeActions();
    ASSERT_EQ(actions.size(), 1u);
    EXPECT_EQ(actions[0], (UiAction{.kind = ActionKind::OpenShare, .text = "share"}));
    low.interface.setControls(control::kAll & ~control::kShare);
    low.settle();
    EXPECT_EQ(low.find("share"), nullptr);
}

TEST(Interface, BringsTheSheetUpForWhatIsRevealedInIt) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(390, 844);
    ASSERT_TRUE(example.press("tabs.group"));
    EXPECT_NEAR(example.interface.layout().sheet.height, 844 * 0.44, 1);
    EXPECT_TRUE(example.find("tabs.group")->states & state::kChecked);
}

TEST(Interface, ShowsTheTabThatWasAskedForWhereverItStands) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    const auto isChecked = [&](std::string_view id) { return (example.find(id)->states & state::kChecked) != 0; };
    ASSERT_TRUE(example.interface.act("tabs.more", ""));
    example.settle();
    EXPECT_TRUE(isChecked("tabs.more"));
    const std::vector<MeasureTab> all = example.facts.tabs;
    example.facts.tabs.erase(example.facts.tabs.begin() + 1);
    example.settle();
    EXPECT_TRUE(isChecked("tabs.more")) << "the second of two now";
    example.facts.tabs.pop_back();
    example.settle();
    EXPECT_TRUE(isChecked("tabs.need")) << "the chosen measure's, while the other is not there";
    example.facts.tabs = all;
    example.settle();
    for (const auto& [node, value] :
         {std::pair{"tabs.more", "x"}, {"tabs.need", "tabs.need"}, {"tabs.x", ""}, {"tabs", "x"}})
        EXPECT_FALSE(example.interface.act(node, value)) << node << ' ' << value;
    example.settle();
    EXPECT_TRUE(isChecked("tabs.more")) << "what cannot be read changes nothing";
}

TEST(Interface, KeepsTheMapsViewportWhileTheSheetMoves) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(390, 844);
    const PxRect map = example.interface.layout().map;
    const PxRect clear = example.interface.layout().clear;
    example.interface.act("sheet.size", "half");
    example.settle();
    EXPECT_EQ(example.interface.layout().map, map);
    EXPECT_LT(example.interface.layout().clear.height, clear.height);
}

TEST(Interface, EndsSourcesAndHelpWithTheHostsPageForWhatIsWrong) {
    DEX_FACES_OR_SKIP();
    for (const auto& [width, height] : {std::pair{1280.0, 820.0}, {390.0, 844.0}, {300.0, 300.0}}) {
        InterfaceExample example(width, height);
        for (const bool isHosts : {false, true}) {
            example.interface.setControls(control::kAll | (isHosts ? control::kReportPage : 0));
            example.interface.key("?");
            example.settle();
            ASSERT_NE(example.find("dialog"), nullptr);
            EXPECT_EQ(example.find("report") != nullptr, isHosts);
            if (isHosts) {
                ASSERT_TRUE(example.press("report"));
                EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::OpenReport);
                example.settle();
                EXPECT_EQ(example.find("dialog"), nullptr) << "the page's own takes its place";
                example.interface.key("?");
                example.settle();
            }
            ASSERT_TRUE(example.press("dialog.about"));
            EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::OpenAbout);
            example.interface.key("Escape");
            example.settle();
            if (!example.find("sources") || !example.find("sources")->canPress) continue;
            ASSERT_TRUE(example.press("sources"));
            EXPECT_EQ(example.find("report") != nullptr, isHosts);
            example.interface.key("Escape");
            example.settle();
        }
    }
}

TEST(Interface, LeadsToWhatTheFiguresMean) {
    DEX_FACES_OR_SKIP();
    for (const auto& [width, height] : {std::pair{1280.0, 820.0}, {600.0, 820.0}, {390.0, 844.0}}) {
        InterfaceExample example(width, height);
        ASSERT_NE(example.find("about"), nullptr) << width;
        EXPECT_EQ(example.find("about")->name, "About these figures");
        ASSERT_TRUE(example.press("about"));
        EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::OpenAbout);
    }
}

TEST(Interface, EndsACardWithTheWayToSayThatItIsWrong) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 1200);
    example.showCard(true);
    EXPECT_EQ(example.find("card.report"), nullptr) << "the host has no page for it";
    example.interface.setControls(control::kAll | control::kReportPage);
    example.settle();
    ASSERT_TRUE(example.press("card.report"));
    EXPECT_EQ(example.interface.takeActions()[0].kind, ActionKind::OpenReport);
}

TEST(Interface, KeepsTheMapWhereItIsWhenTheHeadlineTakesTwoLines) {
    DEX_FACES_OR_SKIP();
    for (const double width : {1280.0, 760.0}) {
        InterfaceExample example(width, 820);
        example.facts.headline = "Short";
        example.facts.subtitle = "One line";
        example.draw(2);
        const Node before = *example.find("map");
        const double oneLine = example.find("headline")->rect.height;
        example.facts.headline =
            "Seventeen of the twenty-two areas are in the highest-risk fifth for the share of people ";
        if (width > 800) example.facts.headline += "who are out of work, on the lowest incomes and without a line";
        example.draw(2);
        EXPECT_GT(example.find("headline")->rect.height, oneLine);
        EXPECT_EQ(example.find("map")->rect, before.rect);
    }
}

TEST(Interface, OffersTryAgainOnTopOfAll) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1024, 600);
    example.example.findings.messages.push_back({Status::NoNetwork, "Southwark’s outlines", true});
    example.showCard(true);
    ASSERT_TRUE(example.press("retry.a"));
    const auto actions = example.interface.takeActions();
    ASSERT_EQ(actions.size(), 1u);
    EXPECT_EQ(actions[0].kind, ActionKind::Retry);
}

TEST(Interface, ClosesEveryListByAChoiceFromIt) {
    DEX_FACES_OR_SKIP();
    std::set<std::string> closed;
    for (const auto dress : {showOwnWeights, showTwoWay}) {
        InterfaceExample example(1280, 820);
        example.dress(dress);
        const auto closeAll = [&] {
            const std::vector<Node> nodes = example.interface.semantics().nodes();
            for (const Node& node : nodes) {
                if (node.role != Role::Select) continue;
                ASSERT_TRUE(example.interface.act(node.id, {})) << node.id;
                example.settle();
                ASSERT_NE(example.find("list"), nullptr) << node.id;
                ASSERT_TRUE(example.interface.act("option." + node.options.back().value, {})) << node.id;
                example.settle();
                EXPECT_EQ(example.find("list"), nullptr) << node.id;
                closed.insert(node.id);
            }
        };
        closeAll();
        if (example.find("page.adjust")) {
            ASSERT_TRUE(example.press("page.adjust"));
            closeAll();
        }
    }
    const std::set<std::string> all{"by", "measure", "method", "scope", "two-way.group", "two-way.need", "where"};
    EXPECT_EQ(closed, all);
}

TEST(Interface, TakesACancelledTouchBack) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.interface.pointer(PointerPhase::Down, InputKind::Touch, 358, 122);
    example.draw();
    example.interface.pointer(PointerPhase::Cancel, InputKind::Touch, 358, 122);
    example.settle();
    EXPECT_TRUE(example.interface.takeActions().empty());
    EXPECT_FALSE(example.interface.wantsPointer(900, 500));
}

TEST(Interface, LivesBesideOthers) {
    DEX_FACES_OR_SKIP();
    InterfaceExample one(1280, 820), other(390, 844);
    one.press("zoom.in");
    EXPECT_EQ(one.interface.takeActions().size(), 1u);
    EXPECT_TRUE(other.interface.takeActions().empty());
    EXPECT_EQ(other.interface.layout().shape, Shape::Narrow);
}

TEST(Interface, SurvivesTheSmallestCanvas) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    for (const double size : {1.0, 40.0, 120.0, 320.0}) {
        example.interface.resize(size, size, 3, 2);
        example.showCard(true);
        example.settle();
    }
    EXPECT_EQ(example.interface.layout().shape, Shape::Small);
}

}  // namespace
}  // namespace dex
