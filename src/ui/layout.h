#pragma once

#include <cstdint>

#include "look/sizes.h"
#include "map/scene.h"

namespace dex {

// Wide from 900 css px; middle from 600, the panel folded; narrow below, with a sheet; small for an
// embed in a column (height to 320, or width to 400 with height below 480).
enum class Shape : std::uint8_t { Wide, Middle, Narrow, Small };

// How far the sheet of the narrow layout is drawn up.
enum class Sheet : std::uint8_t { Peek, Half, Full };

// Where the panels stand, in css px from the canvas's corner. What a shape does not have is empty.
struct Layout {
    Shape shape = Shape::Wide;
    PxRect canvas;
    PxRect head;   // Headline.
    PxRect find;   // Left free for the search field, which is the page's own; in the head.
    PxRect share;  // The button beside it; then those of the same dialog's other parts.
    PxRect picture, data;
    PxRect panel;  // View, place, legend. In the middle shape over the map while unfolded.
    PxRect map;    // The canvas less what always covers it: the map's viewport.
    PxRect clear;  // The part of `map` that card, panel, sheet and messages leave free: frame places in here.
    PxRect card;   // Room for a card or a comparison over the map. Empty where it has to wait, and in the narrow shape.
    PxRect legend;  // In place of the panel's: a strip, or a few names.
    PxRect foot;    // Sources.
    PxRect sheet;
    PxRect banner;  // Over the map's upper edge.
    // The map below the banner.
    PxRect bareMap() const { return {map.x, map.y + banner.height, map.width, map.height - banner.height}; }
    friend bool operator==(const Layout&, const Layout&) = default;
};

// Calls `each` on every rectangle: a new one has to be named here, or it does not compile.
template <typename Each>
void forEachRect(Layout& layout, const Each& each) {
    auto& [shape, canvas, head, find, share, picture, data, panel, map, clear, card, legend, foot, sheet, banner] =
        layout;
    for (PxRect* rect :
         {&canvas, &head, &find, &share, &picture, &data, &panel, &map, &clear, &card, &legend, &foot, &sheet, &banner})
        each(*rect);
}

// What of its controls the host wants to be seen, by bit; wasm/dex.h has the same.
namespace control {
inline constexpr std::uint32_t kChoices = 1;  // Whatever sets the view. Without them the shape is Small.
inline constexpr std::uint32_t kFind = 2, kShare = 4, kZoom = 8;
inline constexpr std::uint32_t kFullMap = 16;                     // The small shape's way to the map's own page.
inline constexpr std::uint32_t kHelpPage = 32, kReportPage = 64;  // The host has such a page.
inline constexpr std::uint32_t kAll = 31;                         // But for the links to pages of the host.
}  // namespace control

// What the layout depends on besides the canvas. `headHeight` is the height of the headline's own lines, measured.
struct LayoutInput {
    double width = 0, height = 0;  // Css px.
    double textScale = 1;          // The page's text size against 16 px.
    double headHeight = 0;
    bool panelOpen = false;  // Middle.
    bool hasCard = false;
    double cardWidth = 0;  // At 16 px text, of a comparison in its place; 0: the card's own.
    bool hasBanner = false;
    double messagesHeight = 0;  // Over the map, below the banner.
    double sheetHeight = 0;     // Narrow: as dragged; 0: the peek.
    std::uint32_t controls = control::kAll;
    std::uint32_t namedClasses = 0;  // So many classes have names that the legend gives; 0: a strip says it all.
};

// How classes with names stand in the legend of a shape that has no panel for it.
struct NamedLegend {
    std::uint32_t columns = 1, rows = 0;
    double rowHeight = 0;
};
NamedLegend namedLegendOf(Shape shape, std::uint32_t classes);

// The search field and the buttons of what readers take along, beside the headline or in a row of their own below. Widths;
// 0: not there. A field that is as wide as a button opens to the left.
struct HeadTools {
    double find = 0, share = 0, picture = 0, data = 0;
    bool isBelow = false;
};
HeadTools headToolsOf(Shape shape, double width, double height, std::uint32_t controls);
inline constexpr double kToolGap = 8;
// Height of the small shape's card: with the area's rank and its value, and where the map is too low for both; and the map
// that shows round it.
inline constexpr double kSmallCard = 84, kSmallestCard = 64, kSmallCardEdge = 8;
// So high is the part of the map that messages leave, but for the first of them.
inline constexpr double kBelowMessages = 44;
// What stands beside a card at least, of the map: the zoom buttons, and room for the area that the card is of.
inline constexpr double kBesideCard = space::kEdge + space::kTarget + 140;
inline constexpr double kToolTop = (space::kHeadHeight - space::kTarget) / 2;  // In wide and middle heads.

// Of the room that is left once the text's size is taken off: css px ÷ text scale.
Shape shapeOf(double width, double height, std::uint32_t controls = control::kAll);
Layout layOut(const LayoutInput& input);

// How high the sheet is at each of its stops, css px.
double sheetHeightOf(const Layout& layout, Sheet sheet, double textScale);

}  // namespace dex
