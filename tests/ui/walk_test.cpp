#include <gtest/gtest.h>

#include <random>
#include <set>

#include "ui/index_facts.h"
#include "ui/interface_example.h"

namespace dex {
namespace {

bool hasAncestor(const SemanticTree& tree, const Node& node, std::string_view ancestor) {
    for (const Node* at = &node; at; at = tree.find(at->parent)) {
        if (at->id == ancestor) return true;
    }
    return false;
}

// Each node can be named, found and hit.
void expectComplete(const InterfaceExample& example) {
    const SemanticTree& tree = example.interface.semantics();
    std::set<std::string> ids;
    for (const Node& node : tree.nodes()) {
        SCOPED_TRACE(node.id);
        EXPECT_FALSE(node.id.empty());
        EXPECT_TRUE(ids.insert(node.id).second) << "two nodes of one id";
        EXPECT_FALSE(node.name.empty());
        if (!node.parent.empty()) {
            EXPECT_TRUE(ids.count(node.parent)) << "the parent comes first";
        }
        if (!isInteractive(node.role)) {
            EXPECT_FALSE(node.canPress);
            continue;
        }
        // A slider takes a value, and a button at an end of its range does nothing.
        EXPECT_TRUE(node.canPress || node.takesValue || node.role == Role::Button);
        const bool isRow = node.id.starts_with("legend.");  // Rows that stand by themselves, WCAG 2.5.8.
        const bool isPart = node.id.starts_with("strip.");
        const bool isNamed = isPart && example.facts.legend.palette == Palette::Needs;  // Rows too.
        EXPECT_GE(node.rect.height, isRow || isNamed ? 26 : 44);
        EXPECT_GE(node.rect.width, isPart ? 24 : 44);
        if (node.takesValue) {
            EXPECT_EQ(node.options.empty(), node.role == Role::Slider || node.role == Role::SearchBox);
        }
    }
}

// What is drawn as text can be read in the tree.
void expectSaid(const InterfaceExample& example) {
    std::string all;
    for (const Node& node : example.interface.semantics().nodes()) {
        all += node.name + '\n' + node.value + '\n';
    }
    for (const std::string& text : example.heard) {
        const std::string lower = text.substr(1);  // A sentence's first letter may be made a capital.
        EXPECT_NE(all.find(lower), std::string::npos) << "drawn but not said: " << text;
    }
}

// Nodes that a finger can reach now: nothing lies over them.
std::vector<std::string> reachable(const InterfaceExample& example) {
    const SemanticTree& tree = example.interface.semantics();
    const bool hasDialog = tree.find("dialog") != nullptr, hasList = tree.find("list") != nullptr;
    std::vector<std::string> ids;
    for (const Node& node : tree.nodes()) {
        // What is typed in is an element of the page, which takes the pointer itself.
        if ((!node.canPress && !node.takesValue) || node.role == Role::SearchBox) continue;
        if (hasDialog && !hasAncestor(tree, node, "dialog")) continue;
        if (!hasDialog && hasList && !hasAncestor(tree, node, "list")) continue;
        const double x = node.rect.x + node.rect.width / 2, y = node.rect.y + node.rect.height / 2;
        bool isCovered = false;
        for (const Node& other : tree.nodes()) {
            if (!hasDialog && !hasList &&
                (other.id == "moves" || other.id == "card" || other.id == "compare" || other.role == Role::Alert) &&
                other.rect.contains(x, y))
                isCovered = isCovered || !hasAncestor(tree, node, other.id);
        }
        if (!isCovered) ids.push_back(node.id);
    }
    return ids;
}

// Two interfaces go the same way, one by the tree, one by the pointer, and must stay alike: up to 100 steps, and no more than
// `maxKnown` in a row that press what has been pressed before.
void walk(double width, double height, double textScale, bool hasCard, unsigned seed, void (*dress)(Facts&) = addIndex,
          int maxKnown = 100) {
    InterfaceExample byTree(width, height, 1, textScale), byPointer(width, height, 1, textScale);
    for (InterfaceExample* one : {&byTree, &byPointer}) {
        one->state.reducedMotion = true;
        one->dress(dress);
        one->showCard(hasCard);
    }
    std::mt19937 random(seed);
    std::set<std::string> pressed;
    int known = 0;
    for (int step = 0; step < 100 && known < maxKnown; ++step) {
        ASSERT_EQ(byTree.interface.tree(), byPointer.interface.tree());
        expectComplete(byTree);
        expectSaid(byTree);
        const auto ids = reachable(byTree);
        ASSERT_FALSE(ids.empty());
        std::string id = ids[random() % ids.size()];
        // Whatever has not been tried comes first.
        for (const auto& one : ids) {
            if (!pressed.count(one)) id = one;
        }
        known = pressed.insert(id).second ? 0 : known + 1;
        SCOPED_TRACE("step " + std::to_string(step) + ": " + id);
        byTree.interface.reveal(id);
        byTree.settle();
        // The middle of a slider from 0 to 10.
        ASSERT_TRUE(byTree.interface.act(id, byTree.find(id)->role == Role::Slider ? "5" : ""));
        byTree.settle();
        ASSERT_TRUE(byPointer.press(id));
        const auto actions = byTree.interface.takeActions();
        ASSERT_EQ(actions, byPointer.interface.takeActions());
        for (const auto& action : actions) {
            const bool closes = action.kind == ActionKind::CloseCard;
            if (!closes && action.kind != ActionKind::Home) continue;
            byTree.showCard(!closes);
            byPointer.showCard(!closes);
        }
        if (testing::Test::HasFailure()) return;
    }
}

TEST(Walk, IsTheSameByTreeAndByPointerWhenWide) {
    DEX_FACES_OR_SKIP();
    walk(1280, 820, 1, true, 1);
}

TEST(Walk, IsTheSameByTreeAndByPointerWhenWideAndLow) {
    DEX_FACES_OR_SKIP();
    walk(1024, 420, 1, false, 2);
}

TEST(Walk, IsTheSameByTreeAndByPointerWhenMiddle) {
    DEX_FACES_OR_SKIP();
    walk(768, 820, 1, true, 3);
}

TEST(Walk, IsTheSameByTreeAndByPointerWhenNarrow) {
    DEX_FACES_OR_SKIP();
    walk(390, 844, 1, true, 4);
}

TEST(Walk, IsTheSameByTreeAndByPointerWhenSmall) {
    DEX_FACES_OR_SKIP();
    walk(400, 320, 1, true, 5);
}

TEST(Walk, IsTheSameByTreeAndByPointerAtTwiceTheTextSize) {
    DEX_FACES_OR_SKIP();
    walk(1280, 820, 2, true, 6);
}

TEST(Walk, IsTheSameByTreeAndByPointerWithEachLegend) {
    DEX_FACES_OR_SKIP();
    constexpr int kMaxKnown = 10;
    for (void (*dress)(Facts&) : {showNeeds, showDifference, showTwoWay, showOwnWeights, showCompared}) {
        walk(1280, 820, 1, false, 7, dress, kMaxKnown);
        walk(768, 820, 1, false, 8, dress, kMaxKnown);
        walk(390, 844, 1, true, 9, dress, kMaxKnown);
        walk(400, 320, 1, false, 10, dress, kMaxKnown);
    }
}

}  // namespace
}  // namespace dex
