#include "ui/text_page.h"

#include <gtest/gtest.h>

#include <set>

#include "ui/index_facts.h"
#include "ui/interface_example.h"

namespace dex {
namespace {

SemanticTree pageOf(const Facts& facts) {
    SemanticTree tree;
    TextPage page(tree);
    page.begin(facts);
    page.table("table", "London’s 2 boroughs", "Borough", {"Share", "Rank", "Class"});
    page.row("E1", "Barnet", {TableCell{"18.4%", "2"}, {"2", "2"}, {"middle", "1"}},
             Command::toApp(ActionKind::ChoosePlace, "E1"), state::kCollapsed);
    page.row("E2", "Southwark", {TableCell{"20.1%", "1"}, {"1", "1"}, {"highest", "2"}},
             Command::toApp(ActionKind::ChoosePlace, ""), state::kExpanded);
    page.end(facts, control::kAll, {{"A score says something."}, {}});
    return tree;
}

TEST(TextPage, LeadsFromComparisonAndListToWhatCanBeTakenAlong) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress([](Facts& facts) {
        showOwnWeights(facts);
        showCompared(facts);
    });
    const SemanticTree tree = pageOf(example.facts);
    for (const auto& [id, parent, name] : {std::tuple("compare.data", "compare", "Data of the areas compared"),
                                           {"compare.briefing", "compare", "Briefing of the areas compared"},
                                           {"ranked.data", "ranked", "Data of this list"},
                                           {"data", "head", "Data"}}) {
        ASSERT_NE(tree.find(id), nullptr) << id;
        EXPECT_EQ(tree.find(id)->parent, parent);
        EXPECT_EQ(tree.find(id)->name, name);
        EXPECT_EQ(tree.find(id)->command, Command::toApp(ActionKind::OpenShare, id));
    }
    example.facts.compare->columns[1].canRemove = example.facts.compare->columns[2].canRemove = false;
    EXPECT_EQ(pageOf(example.facts).find("compare.briefing"), nullptr);
}

TEST(TextPage, HoldsWhatThePanelsHold) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    const SemanticTree tree = pageOf(example.facts);
    for (const Node& node : example.interface.semantics().nodes()) {
        if (!node.canPress && !node.takesValue) continue;
        if (node.id.starts_with("tabs.") || node.id.starts_with("zoom.") || node.id.starts_with("legend.")) continue;
        const bool isOfThePicture = node.id == "home" || node.id == "moves.toggle" || node.id == "card.zoom" ||
                                    node.id == "sources" || node.id == "help" || node.id == "theme" ||
                                    node.id == "text" || node.id == "measure" || node.id.starts_with("page.");
        if (isOfThePicture) continue;
        ASSERT_NE(tree.find(node.id), nullptr) << node.id;
    }
    EXPECT_EQ(tree.find("headline")->name, example.facts.headline);
}

TEST(TextPage, GivesTheSameThingTheIdThatThePanelsGive) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 1600);
    example.example.findings.messages.push_back({Status::NoNetwork, "Southwark’s outlines", true});
    example.example.findings.messages.push_back({Status::NoNetwork, "Barnet’s outlines", true});
    example.dress(addIndex);
    example.showCard(true);
    const SemanticTree page = pageOf(example.facts);
    for (const auto& [id, name] : {std::pair("card.picture", "Picture of this area"),
                                   {"card.data", "Data of this area"},
                                   {"card.briefing", "Briefing of this area"}}) {
        ASSERT_NE(page.find(id), nullptr) << id;
        ASSERT_NE(example.find(id), nullptr) << id;
        EXPECT_EQ(page.find(id)->name, name);
        EXPECT_EQ(example.find(id)->name, name);
    }
    std::size_t rows = 0, alerts = 0;
    for (const Node& node : example.interface.semantics().nodes()) {
        if (node.role != Role::Row && node.role != Role::Alert && !node.id.starts_with("retry.")) continue;
        if (node.id.starts_with("legend.")) continue;
        const Node* own = page.find(node.id);
        ASSERT_NE(own, nullptr) << node.id;
        EXPECT_EQ(own->name, node.name) << node.id;
        EXPECT_EQ(own->parent.starts_with("message."), node.role != Role::Row && node.role != Role::Alert) << node.id;
        (node.role == Role::Row ? rows : alerts) += 1;
    }
    EXPECT_GE(rows, 10u);
    EXPECT_EQ(alerts, 4u);
}

TEST(TextPage, HoldsTheHostsPages) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.showCard(true);
    Facts facts = example.facts;
    EXPECT_EQ(pageOf(facts).find("card.help"), nullptr);
    facts.card->help = "What helps";
    SemanticTree tree;
    TextPage page(tree);
    page.begin(facts);
    page.end(facts, control::kAll | control::kReportPage);
    EXPECT_EQ(tree.find("card.help")->command.action.kind, ActionKind::OpenHelpPage);
    EXPECT_EQ(tree.find("report")->command.action.kind, ActionKind::OpenReport);
    EXPECT_EQ(pageOf(facts).find("report"), nullptr);
    EXPECT_EQ(pageOf(facts).find("card.report"), nullptr);
    TextPage reported(tree);
    reported.begin(facts, control::kAll | control::kReportPage);
    reported.end(facts);
    EXPECT_EQ(tree.find("card.report")->command.action.kind, ActionKind::OpenReport);
}

TEST(TextPage, SaysWhatTheFiguresMeanAndWhoPublishedThem) {
    SemanticTree tree;
    TextPage page(tree);
    Facts facts;
    page.begin(facts);
    page.end(facts, control::kAll, {{"One.", "Two."}, {{"A: a", "https://a.example/"}, {"B: b", ""}}});
    EXPECT_EQ(tree.find("about")->name, "About these figures");
    EXPECT_EQ(tree.find("about.b")->name, "Two.");
    EXPECT_EQ(tree.find("about.b")->parent, "about");
    EXPECT_EQ(tree.find("about.method")->command.action.kind, ActionKind::OpenMethodPage);
    EXPECT_EQ(tree.find("source.a")->role, Role::Link);
    EXPECT_EQ(tree.find("source.a")->value, "https://a.example/");
    EXPECT_EQ(tree.find("source.b")->role, Role::Text);
    EXPECT_FALSE(tree.find("source.a")->canPress);
}

TEST(TextPage, HoldsWeightsAndTheRankedList) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    example.dress(showOwnWeights);
    const SemanticTree tree = pageOf(example.facts);
    for (const std::string_view page : {"page.adjust", "page.ranked"}) {
        ASSERT_TRUE(example.press(page));
        std::size_t held = 0;
        for (const Node& node : example.interface.semantics().nodes()) {
            const bool isOfThePage = node.id.starts_with("weight.") || node.id.starts_with("adjust.") ||
                                     node.id.starts_with("arithmetic.") || node.id.starts_with("order.") ||
                                     node.id.starts_with("ranked.") || node.id == "scope";
            const bool isStep =
                node.id.ends_with(".more") || node.id.ends_with(".less") || node.id.ends_with(".inside");
            if (!isOfThePage || isStep || (!node.canPress && !node.takesValue)) continue;
            const Node* own = tree.find(node.id);
            ASSERT_NE(own, nullptr) << node.id;
            // A list of choices opens by itself.
            if (node.role != Role::Select) {
                EXPECT_EQ(own->command, node.command) << node.id;
            }
            EXPECT_EQ(own->valueCommand, node.valueCommand) << node.id;
            EXPECT_EQ(own->value.empty(), node.value.empty() || node.role == Role::Radio) << node.id;
            ++held;
        }
        EXPECT_GT(held, 8u) << page;
        ASSERT_TRUE(example.press("page.back"));
    }
}

TEST(TextPage, GivesEachNodeAnIdOfItsOwnAndAParentBeforeIt) {
    DEX_FACES_OR_SKIP();
    InterfaceExample example(1280, 820);
    std::set<std::string> seen;
    const SemanticTree tree = pageOf(example.facts);
    for (const Node& node : tree.nodes()) {
        EXPECT_TRUE(node.parent.empty() || seen.contains(node.parent)) << node.id;
        EXPECT_TRUE(seen.insert(node.id).second) << node.id;
    }
}

TEST(TextPage, HoldsCellsAndActionsOfItsRows) {
    const SemanticTree tree = pageOf(Facts{});
    Command command;
    ASSERT_TRUE(tree.commandFor("table.E1", "", command));
    EXPECT_EQ(command, Command::toApp(ActionKind::ChoosePlace, "E1"));
    EXPECT_EQ(tree.find("table.E2")->states, state::kExpanded);
    const std::vector<NodeOption> cells{{"2", "18.4%"}, {"2", "2"}, {"1", "middle"}};
    EXPECT_EQ(tree.find("table.E1")->options, cells);
    EXPECT_EQ(tree.find("table")->options.size(), 4u);
}

TEST(TextPage, SaysWhatIsWaitedForBeforeThereIsAnAtlas) {
    Facts facts;
    facts.progressText = "Loading the map: 40%";
    EXPECT_EQ(pageOf(facts).find("headline")->name, "Loading the map: 40%");
}

}  // namespace
}  // namespace dex
