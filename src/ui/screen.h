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

// Height of the small shape's card: with the area's rank and its value, and where the map is too low for both.
inline constexpr double kSmallCard = 84, kSmallestCard = 64;
inline double smallCardHeight(const PxRect& map) { return map.height >= 2 * kSmallCard ? kSmallCard : kSmallestCard; }
void drawCard(const Screen& screen);

// Over the map: zoom buttons, value at the pointer, hint, progress, the line round the map.
void drawMapFurniture(const Screen& screen);
// What went wrong, over all else but lists and dialogs.
void drawMessages(const Screen& screen);

void drawSheet(const Screen& screen);

// Says over the map that weights, arithmetic or scope are not as published.
void drawBanner(const Screen& screen);

// The open list of a select, and the dialogs.
void drawPopups(const Screen& screen);

}  // namespace dex
