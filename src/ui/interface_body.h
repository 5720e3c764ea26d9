#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/controls.h"
#include "ui/drawing.h"
#include "ui/interface.h"
#include "ui/pointing.h"
#include "ui/screen.h"

namespace dex {

// All that the interface consists of: drawn in interface.cpp, pressed and typed at in interface_input.cpp.
struct Interface::Body {
    void layOutFor(const Facts& facts);
    double comparedWidth(const CompareFacts& compare) const;
    void moveSheet(double nowMs, bool reducedMotion);
    void compose(const Facts& facts, const UiState& uiState);
    void run(const Command& command);
    void noticeCompared(const Facts& facts);
    void setSheet(std::string_view stop);
    void toggleNeed(const std::string& need);
    void showPage(Page page);
    void slide(const Node* slider, double x);

    double width = 0, height = 0, devicePixelRatio = 1, textScale = 1;
    Glyphs glyphs;
    Drawing drawing;
    Brush brush{drawing, glyphs};
    SemanticTree tree;
    Memory memory;
    Controls controls{brush, tree, memory};
    Pointing pointing{memory};
    Layout layout;
    std::vector<UiAction> actions;
    std::string shownMeasure;    // A new measure brings its own tab to the front.
    std::string shownCard;       // A new card takes the place of a page in the sheet.
    std::string compared;        // Other areas in the comparison bring it back.
    std::optional<double> slid;  // Where the slider that is held was last taken.
    bool hadCard = false;        // Or a comparison.
    bool onlyCompares = false;   // It was an open comparison without a card.
    std::size_t messages = 0;    // So many there were.
    bool isMoving = false;
    std::uint32_t controlsShown = control::kAll;
    double lastMs = 0;
};

}  // namespace dex
