#include "ui/flow.h"

#include <gtest/gtest.h>

#include "ui/compare.h"
#include "ui/drawing.h"
#include "ui/index_facts.h"
#include "ui/interface_example.h"
#include "ui/pages.h"

namespace dex {
namespace {

// A screen without an interface round it, on which one part of a panel can be gone through by itself.
struct FlowExample {
    FlowExample() {
        FindingsExample example;
        example.findings.selected = example.area(0.53, 400, 4994, 0.92);
        facts = writeFacts(example.findings);
        addIndex(facts);
        showOwnWeights(facts);
        showCompared(facts);
        glyphs.setFaces(builtFace("regular"), builtFace("semibold"));
        glyphs.prepare(1);
        drawing.begin(1280, 820, glyphs.white());
        brush.setFrame(1, tokensOf(ThemeChoice::Light));
        begin();
    }

    // A frame whose tree holds one panel, the part's.
    void begin() {
        tree.begin();
        controls.beginFrame(facts.language, 1);
        controls.beginPanel("part", Role::Region, "Part", {0, 0, 1280, 820});
    }
    bool isEmpty() { return tree.latest()->id == "part"; }

    Facts facts;
    UiState state;
    Layout layout;
    Glyphs glyphs;
    Drawing drawing;
    Brush brush{drawing, glyphs};
    SemanticTree tree;
    Memory memory;
    Controls controls{brush, tree, memory};
    Screen screen{facts, state, layout, controls, memory};
};

constexpr void (*kParts[])(Flow&) = {flowView, flowCard, flowCompare, flowAdjust, flowRanked};

TEST(Flow, MeasuresAPartAsHighAsItIsDeclared) {
    DEX_FACES_OR_SKIP();
    FlowExample example;
    ASSERT_TRUE(example.facts.card && example.facts.compare && example.facts.adjust && example.facts.ranked);
    for (const double width : {220.0, 326.0, 640.0}) {
        for (const auto part : kParts) {
            Flow flow{example.screen, 40, 100, width};
            part(flow);
            EXPECT_NEAR(heightOf(example.screen, width, part), flow.y - 100, 1e-9);
        }
    }
}

TEST(Flow, LeavesNothingBehindWhereItIsMeasured) {
    DEX_FACES_OR_SKIP();
    FlowExample example;
    std::vector<std::string> heard;
    example.brush.setListener(&heard);
    for (const auto part : kParts) {
        example.begin();
        heard.clear();
        heightOf(example.screen, 326, part);
        EXPECT_TRUE(example.isEmpty());
        EXPECT_TRUE(heard.empty());
        Flow flow{example.screen, 40, 100, 326};
        part(flow);
        EXPECT_FALSE(example.isEmpty());
        EXPECT_FALSE(heard.empty());
    }
}

}  // namespace
}  // namespace dex
