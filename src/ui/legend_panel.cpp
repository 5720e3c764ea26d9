#include <algorithm>

#include "ui/screen.h"

namespace dex {
namespace {

constexpr double kLine = 18;
constexpr double kSwatchWidth = 28, kSwatchHeight = 18;

void drawSwatch(const Screen& screen, const PxRect& swatch, std::uint32_t classIndex, bool isDimmed) {
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    if (classIndex == kNoDataClass) {
        brush.fill(swatch, tokens.panel, 2);
        brush.hatch(swatch, tokens.hatch);
    } else {
        brush.fill(swatch, classColour(tokens, screen.facts.legend.palette, classIndex, screen.facts.legend.classCount),
                   2, isDimmed ? 90 : 255);
    }
    brush.frame(swatch, isDimmed ? tokens.hairline : tokens.hatch, 2);
}

bool isDimmed(const LegendFacts& legend, std::uint32_t classIndex) {
    return legend.chosenClass && *legend.chosenClass != classIndex;
}

// A mark beside the class of what is under the pointer.
void drawMark(const Screen& screen, double x, double y, bool pointsDown) {
    const auto at = [](double px, double py) { return ImVec2(static_cast<float>(px), static_cast<float>(py)); };
    if (pointsDown)
        screen.brush().triangle(at(x - 5, y - 7), at(x + 5, y - 7), at(x, y), screen.tokens().ink);
    else
        screen.brush().triangle(at(x - 6, y - 4.5), at(x - 6, y + 4.5), at(x, y), screen.tokens().ink);
}

void drawRow(const Screen& screen, const LegendRow& row, const PxRect& rect, double barLeft, double barWidth) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    const bool isClass = row.classIndex != kNoDataClass;
    const bool isChosen = isClass && legend.chosenClass == row.classIndex;
    const bool dimmed = isDimmed(legend, row.classIndex);
    const std::string id =
        isClass ? "legend." + std::string(1, static_cast<char>('0' + row.classIndex)) : "legend.none";
    if (isClass) {
        const auto touch =
            controls.press(id, Role::Button, row.spoken, rect,
                           Command::out(ActionKind::ChooseClass, {}, row.classIndex), isChosen ? state::kPressed : 0);
        if (isChosen || touch.isHovered)
            brush.fill({rect.x - 4, rect.y, rect.width + 8, rect.height}, tokens.accentTint, 4, isChosen ? 255 : 150);
    } else {
        controls.node(id, Role::Row, row.spoken, rect);
    }
    const double middle = rect.y + rect.height / 2;
    drawSwatch(screen, {rect.x, middle - kSwatchHeight / 2, kSwatchWidth, kSwatchHeight}, row.classIndex, dimmed);
    const double left = rect.x + kSwatchWidth + 10;
    const Colour ink = dimmed ? tokens.inkQuiet : tokens.ink;
    brush.text({left, rect.y, barLeft - left - 4, rect.height}, isChosen ? Type::ListStrong : Type::List, ink,
               row.range);
    if (row.share > 0)
        brush.fill({barLeft, middle - 4, std::max(barWidth * row.share, 2.0), 8}, tokens.hatch, 1, dimmed ? 100 : 190);
    brush.text(rect, isChosen ? Type::ListStrong : Type::List, tokens.inkQuiet, row.count, Align::Right);
    if (screen.facts.pointer && screen.facts.pointer->classIndex == row.classIndex)
        drawMark(screen, rect.x - 4, middle + (isClass ? (0.5 - screen.facts.pointer->along) * (kSwatchHeight - 4) : 0),
                 false);
}

}  // namespace

double legendHeight(const Screen& screen, double width, double rowHeight) {
    const double title =
        kLine *
        static_cast<double>(screen.brush().linesOf(Type::SmallStrong, screen.facts.legend.title, width, 2).size());
    return title + kLine + 6 + rowHeight * static_cast<double>(screen.facts.legend.rows.size() + 1);
}

void drawLegend(const Screen& screen, double x, double y, double width, double rowHeight) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    controls.beginGroup("legend", Role::Group, controls.say(Word::legendTitle),
                        {x, y, width, legendHeight(screen, width, rowHeight)});
    const double countWidth = brush.widthOf(Type::Small, legend.countTitle);
    y += controls.paragraph("legend.title", {x, y, width, 0}, Type::SmallStrong, tokens.inkQuiet, legend.title, 2);
    controls.text("legend.explanation", {x, y, width - countWidth - 12, kLine}, Type::Small, tokens.inkQuiet,
                  legend.explanation);
    controls.text("legend.counts", {x + width - countWidth, y, countWidth, kLine}, Type::Small, tokens.inkQuiet,
                  legend.countTitle, Align::Right);
    y += kLine + 6;

    double range = 0, count = brush.widthOf(Type::ListStrong, legend.noData.count);
    for (const auto& row : legend.rows) {
        range = std::max(range, brush.widthOf(Type::ListStrong, row.range));
        count = std::max(count, brush.widthOf(Type::ListStrong, row.count));
    }
    range = std::max(range, brush.widthOf(Type::ListStrong, legend.noData.range));
    const double barLeft = x + kSwatchWidth + 10 + range + 12;
    const double barWidth = std::max(0.0, x + width - count - 12 - barLeft);
    for (const auto& row : legend.rows) {
        drawRow(screen, row, {x, y, width, rowHeight}, barLeft, barWidth);
        y += rowHeight;
    }
    drawRow(screen, legend.noData, {x, y, width, rowHeight}, barLeft, barWidth);
    controls.endGroup();
}

void drawLegendStrip(const Screen& screen) {
    const PxRect& strip = screen.layout.legend;
    if (strip.height <= 0 || !screen.facts.isReady) return;
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    const bool isSmall = screen.layout.shape == Shape::Small;
    const PxRect panel =
        isSmall ? PxRect{strip.x, strip.y, strip.width, strip.height + screen.layout.foot.height} : strip;
    controls.beginPanel("strip", Role::Group, controls.say(Word::legendTitle), panel);
    brush.fill(panel, tokens.panel);
    brush.lineAcross(panel.x, panel.y, panel.width, tokens.hairline);

    const double edge = isSmall ? 12 : space::kEdge, gap = 8;
    const double high = isSmall ? 12 : 14;
    const double y = strip.y + (isSmall ? 10 : (strip.height - high) / 2), row = strip.y + (isSmall ? 6 : 0);
    const double rowHeight = isSmall ? 20 : strip.height;
    double left = strip.x + edge, right = strip.x + strip.width - edge;
    const double lowWidth = brush.widthOf(Type::Small, legend.lowWord),
                 highWidth = brush.widthOf(Type::Small, legend.highWord);
    controls.text("strip.low", {left, row, lowWidth, rowHeight}, Type::Small, tokens.ink, legend.lowWord);
    left += lowWidth + gap;
    // No data is said where there is some, or room.
    if (!isSmall) {
        const double noWidth = brush.widthOf(Type::Small, legend.noDataWord);
        right -= noWidth;
        controls.text("strip.none", {right, row, noWidth, rowHeight}, Type::Small, tokens.ink, legend.noDataWord);
        right -= 18 + gap;
        drawSwatch(screen, {right, y, 18, high}, kNoDataClass, false);
        right -= gap * 1.5;
    }
    right -= highWidth;
    controls.text("strip.high", {right, row, highWidth, rowHeight}, Type::Small, tokens.ink, legend.highWord);
    right -= gap;
    const auto count = legend.rows.size();
    const double width = count > 0 ? std::max(0.0, right - left) / static_cast<double>(count) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const LegendRow& one = legend.rows[count - 1 - i];
        const PxRect part{left + width * static_cast<double>(i), y, width, high};
        const bool isChosen = legend.chosenClass == one.classIndex;
        const std::string id = "strip." + std::string(1, static_cast<char>('0' + one.classIndex));
        const PxRect target{part.x, strip.y, part.width, strip.height};
        if (isSmall)
            controls.node(id, Role::Image, one.spoken, part);
        else
            controls.press(id, Role::Button, one.spoken, target,
                           Command::out(ActionKind::ChooseClass, {}, one.classIndex), isChosen ? state::kPressed : 0);
        brush.fill(part, classColour(tokens, legend.palette, one.classIndex, legend.classCount), 0,
                   isDimmed(legend, one.classIndex) ? 90 : 255);
        if (isChosen) brush.fill({part.x, part.y + part.height + 3, part.width, 3}, tokens.accent);
        if (i > 0) brush.lineDown(part.x, part.y, part.height, tokens.hatch);
        if (screen.facts.pointer && screen.facts.pointer->classIndex == one.classIndex)
            drawMark(screen, part.x + part.width * screen.facts.pointer->along, part.y - 1, true);
    }
    if (count > 0) brush.frame({left, y, right - left, high}, tokens.hatch, 0);
    if (isSmall) drawFoot(screen);
    controls.endPanel();
}

}  // namespace dex
