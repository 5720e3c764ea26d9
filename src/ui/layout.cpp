#include "ui/layout.h"

#include <algorithm>

#include "base/apart.h"

namespace dex {
namespace {

// Css px at 16 px text.
constexpr double kFootHeight = 44;
constexpr double kSmallFootHeight = 28;
constexpr double kLegendHeight = 44;
constexpr double kSmallLegendHeight = 24;
constexpr double kLegendEdge = 4;  // Above and below names.
constexpr double kSheetPeek = 88;
constexpr double kBannerHeight = 44;
constexpr double kMinShown = 72;  // So high is the part of the map that a sheet, a card below it and messages leave.
constexpr double kMinCardHeight = 150;  // Names, and a line or two.
constexpr double kMinBesideLine = 32;   // What a card of one line leaves at least; else it waits.
// Above a full sheet: a headline of two lines with its row of tools, and a legend of five names.
constexpr double kTallHead = 152, kTallLegend = 86;

PxRect scaled(const PxRect& rect, double scale) {
    return {rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale};
}

double atLeastZero(double length) { return std::max(length, 0.0); }

// From the right: the panel's button, what readers take along, search.
void placeTools(Layout& at, const HeadTools& tools) {
    const double edge = at.shape == Shape::Narrow ? space::kEdge : space::kHeadEdge;
    const double y = tools.isBelow               ? atLeastZero(at.head.height - kToolGap - space::kTarget)
                     : at.shape == Shape::Narrow ? edge
                                                 : kToolTop;
    double right = at.head.width - edge - (at.shape == Shape::Middle ? space::kPanelButton + kToolGap : 0);
    const auto place = [&](PxRect& rect, double width) {
        if (width <= 0) return;
        rect = {right - width, y, width, space::kTarget};
        right -= width + kToolGap;
    };
    place(at.data, tools.data);
    place(at.picture, tools.picture);
    place(at.share, tools.share);
    const double find = tools.isBelow ? atLeastZero(right - edge) : tools.find;
    if (tools.find > 0) at.find = {right - find, y, find, space::kTarget};
}

double legendHeight(Shape shape, std::uint32_t namedClasses) {
    const double strip = shape == Shape::Small ? kSmallLegendHeight : kLegendHeight;
    const NamedLegend named = namedLegendOf(shape, namedClasses);
    return std::max(strip, named.rows * named.rowHeight + 2 * kLegendEdge);
}

// They push down what is framed and what is opened.
DEX_APART void leaveForMessages(Layout& at, double height) {
    const double taken = std::min(height, atLeastZero(at.clear.height - kBelowMessages));
    at.clear.y += taken;
    at.clear.height -= taken;
}

// A column on the right; where too little of the map would stay beside it, the lower part. In the small shape it lies
// over the map's foot, and is a line where the map is low.
DEX_APART void leaveForCard(Layout& at, double width) {
    PxRect& clear = at.clear;
    if (at.shape == Shape::Narrow) return;
    if (at.shape == Shape::Small) {
        const bool isLine = clear.height < kSmallestCard + 2 * kSmallCardEdge + kMinShown;
        const double height = isLine ? space::kTarget : clear.height >= 2 * kSmallCard ? kSmallCard : kSmallestCard;
        const double taken = height + 2 * kSmallCardEdge;
        if (clear.height < taken + kMinBesideLine) return;
        clear.height -= taken;
        at.card = {clear.x + kSmallCardEdge, clear.y + clear.height + kSmallCardEdge, clear.width - 2 * kSmallCardEdge,
                   height};
    } else if (clear.width >= width + space::kEdge + kBesideCard) {
        clear.width -= width + space::kEdge;
        at.card = {clear.x + clear.width, clear.y + space::kEdge, width, atLeastZero(clear.height - 2 * space::kEdge)};
    } else {
        const double shown = std::max(kMinShown, 0.4 * clear.height);
        if (clear.height - shown - space::kEdge < kMinCardHeight || clear.width < 240 + 2 * space::kEdge) return;
        at.card = {clear.x + space::kEdge, clear.y + shown, clear.width - 2 * space::kEdge,
                   clear.height - shown - space::kEdge};
        clear.height = shown;
    }
}

}  // namespace

NamedLegend namedLegendOf(Shape shape, std::uint32_t classes) {
    const std::uint32_t columns = shape == Shape::Middle ? 3 : 2;
    return {columns, (classes + columns - 1) / columns, shape == Shape::Small ? 18.0 : 26.0};
}

Shape shapeOf(double width, double height, std::uint32_t controls) {
    // Without choices there is nothing to put into panels; in so little room they would leave no map.
    if (!(controls & control::kChoices) || height <= 320 || (width <= 400 && height < 480)) return Shape::Small;
    if (width < 600) return Shape::Narrow;
    return width < 900 ? Shape::Middle : Shape::Wide;
}

HeadTools headToolsOf(Shape shape, double width, double height, std::uint32_t controls) {
    constexpr double kFindWidth = 260, kShareWidth = 88, kPictureWidth = 100, kDataWidth = 80;
    constexpr double kRoomForARow = 560, kRoomForAll = 1360;
    HeadTools tools;
    if (shape == Shape::Small) return tools;
    // In a narrow head they have a row of their own, where it is high enough; else sharing is in the sheet.
    const bool hasRow = shape == Shape::Narrow && height >= kRoomForARow;
    if (controls & control::kFind) tools.find = shape == Shape::Wide ? kFindWidth : space::kTarget;
    if ((controls & control::kShare) && (shape != Shape::Narrow || hasRow)) tools.share = kShareWidth;
    // From elsewhere they are one press further, behind Share.
    if (tools.share > 0 && width >= kRoomForAll) {
        tools.picture = kPictureWidth;
        tools.data = kDataWidth;
    }
    tools.isBelow = hasRow && tools.find + tools.share > 0;
    return tools;
}

double sheetHeightOf(const Layout& layout, Sheet sheet, double textScale) {
    if (layout.shape != Shape::Narrow) return 0;
    const double peek = kSheetPeek * textScale;
    // Headline, banner and legend stay in sight. There is room for them before they are there, so that no control of the
    // sheet moves when words grow longer.
    const double above = std::max(layout.head.height, kTallHead * textScale) + kBannerHeight * textScale +
                         std::max(layout.legend.height, kTallLegend * textScale);
    const double full = std::max(layout.canvas.height - above, peek);
    if (sheet == Sheet::Peek) return peek;
    // Half of it leaves the area in sight that a card is of.
    const double room = layout.canvas.height - above - kMinShown * textScale;
    return sheet == Sheet::Full ? full : std::clamp(std::min(layout.canvas.height * 0.44, room), peek, full);
}

Layout layOut(const LayoutInput& input) {
    // Everything scales with the text, so a page at 200% has half the room.
    const double scale = input.textScale;
    const double width = input.width / scale, height = input.height / scale;
    const double headHeight = std::min(input.headHeight / scale, height);
    Layout at;
    at.shape = shapeOf(width, height, input.controls);
    at.canvas = {0, 0, width, height};
    at.head = {0, 0, width, headHeight};
    placeTools(at, headToolsOf(at.shape, width, height, input.controls));
    const double below = height - headHeight;
    const double legend = legendHeight(at.shape, input.namedClasses);
    switch (at.shape) {
        case Shape::Wide:
            at.panel = {0, headHeight, space::kPanelWidth, below};
            at.foot = {space::kPanelWidth, height - kFootHeight, width - space::kPanelWidth, kFootHeight};
            at.map = {space::kPanelWidth, headHeight, width - space::kPanelWidth, atLeastZero(below - kFootHeight)};
            at.clear = at.map;
            break;
        case Shape::Middle:
            at.foot = {0, height - kFootHeight, width, kFootHeight};
            at.legend = {0, height - kFootHeight - legend, width, legend};
            at.map = {0, headHeight, width, atLeastZero(below - kFootHeight - legend)};
            at.clear = at.map;
            // The panel lies over the map: only what is framed keeps clear of it, and opening it does not move the map.
            if (input.panelOpen) {
                at.panel = {0, headHeight, space::kPanelWidth, atLeastZero(below - kFootHeight)};
                at.legend.x += space::kPanelWidth;
                at.legend.width -= space::kPanelWidth;
                at.clear.x += space::kPanelWidth;
                at.clear.width -= space::kPanelWidth;
            }
            break;
        case Shape::Narrow: {
            const double sheet = std::clamp(input.sheetHeight / scale, kSheetPeek, std::max(kSheetPeek, height));
            at.sheet = {0, height - sheet, width, sheet};
            at.legend = {0, height - sheet - legend, width, legend};
            // Down to a sheet at its lowest: one that is pulled up covers the map and does not move it.
            at.map = {0, headHeight, width, atLeastZero(below - kSheetPeek - legend)};
            at.clear = at.map;
            // A sheet that is pulled up still leaves so much to frame a place in; in less it would be a dot.
            at.clear.height =
                std::clamp(at.legend.y - headHeight, std::min(at.map.height, kBannerHeight), at.map.height);
            break;
        }
        case Shape::Small:
            at.foot = {0, height - kSmallFootHeight, width, kSmallFootHeight};
            at.legend = {0, height - kSmallFootHeight - legend, width, legend};
            at.map = {0, headHeight, width, atLeastZero(below - kSmallFootHeight - legend)};
            at.clear = at.map;
            break;
    }
    if (input.hasBanner && at.shape != Shape::Small && at.map.height >= 2 * kBannerHeight) {
        // An open panel reaches up to the head, and the banner begins beside it.
        const double covered = at.shape == Shape::Middle ? at.panel.width : 0;
        at.banner = {at.map.x + covered, at.map.y, at.map.width - covered, kBannerHeight};
        at.clear.y += kBannerHeight;
        at.clear.height = atLeastZero(at.clear.height - kBannerHeight);
    }
    if (input.messagesHeight > 0) leaveForMessages(at, input.messagesHeight / scale);
    if (input.hasCard) leaveForCard(at, input.cardWidth > 0 ? input.cardWidth : space::kCardWidth);
    forEachRect(at, [scale](PxRect& rect) { rect = scaled(rect, scale); });
    return at;
}

}  // namespace dex
