#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/findings_example.h"
#include "text/face.h"
#include "ui/interface.h"
#include "ui/semantic_tree.h"
#include "words/write_facts.h"

namespace dex {

// A face that the build makes ("regular", "semibold"), null where it has not.
const Face* builtFace(std::string_view name);
#define DEX_FACES_OR_SKIP() \
    if (!builtFace("regular")) GTEST_SKIP() << "build/faces is made by the build"

// An interface on findings of its own, drawn without a GPU.
struct InterfaceExample {
    InterfaceExample(double width, double height, double devicePixelRatio = 1, double textScale = 1);

    // What is added to all facts from now on.
    void dress(void (*add)(Facts& facts));

    void draw(int frames = 1);
    // Draws until nothing moves and nothing waits.
    void settle();
    void press(double x, double y, InputKind kind = InputKind::Mouse);
    // Brings the node into sight and presses its middle.
    bool press(std::string_view node);
    const Node* find(std::string_view id) const { return interface.semantics().find(id); }
    void showCard(bool isShown);

    FindingsExample example;
    Facts facts;
    UiState state;
    Interface interface;
    std::vector<std::string> heard;  // Of the last frame.

private:
    void (*add_)(Facts&) = nullptr;
};

}  // namespace dex
