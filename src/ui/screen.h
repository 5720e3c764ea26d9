#pragma once

#include "ui/controls.h"
#include "ui/layout.h"
#include "ui/ui_state.h"

namespace dex {

// What a panel needs to declare itself. All lengths, the layout's too, are css px at 16 px text.
struct Screen {
    const Facts& facts;
    const UiState& state;
    const Layout& layout;
    Controls& controls;
    Memory& memory;

    Brush& brush() const { return controls.brush(); }
    const Tokens& tokens() const { return controls.tokens(); }
};

// Headline and subtitle. The height that they need in this width and shape.
double headHeight(const Facts& facts, const Brush& brush, Shape shape, const HeadTools& tools, double canvasWidth);
void drawHead(const Screen& screen);
void drawFoot(const Screen& screen);

// Tabs, indicators, place, level, classes and legend, as the side panel.
void drawViewPanel(const Screen& screen);
// The legend of shapes without room for its rows: all classes in one row, or a few names.
void drawLegendStrip(const Screen& screen);

void drawCard(const Screen& screen);

// Over the map: zoom buttons, value at the pointer, hint, progress, the line round the map.
void drawMapFurniture(const Screen& screen);
// What went wrong, over all else but lists and dialogs; and how much of the map it takes from above.
void drawMessages(const Screen& screen);
double messagesHeight(const Facts& facts, const Brush& brush, const Layout& layout);

void drawSheet(const Screen& screen);

// Says over the map that weights, arithmetic or scope are not as published.
void drawBanner(const Screen& screen);

// The open list of a select, and the dialogs.
void drawPopups(const Screen& screen);

}  // namespace dex
