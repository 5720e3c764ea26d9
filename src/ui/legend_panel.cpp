#include <algorithm>

#include "base/apart.h"
#include "ui/legend.h"
#include "ui/node_ids.h"

namespace dex {
namespace {

constexpr double kLegendLine = 18;
constexpr double kSwatchWidth = 28, kSwatchHeight = 18;
constexpr double kMinBar = 24;  // Beside long names there is no room for bars that say something.

// A class's colour, and its lines where it has some.
void drawClass(const Screen& screen, const PxRect& rect, std::uint32_t classIndex, double corner, bool isDimmed) {
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    const Colour colour = classColour(tokens, legend.palette, classIndex, legend.classCount);
    screen.brush().fill(rect, colour, corner, isDimmed ? 90 : 255);
    // The weights and the half are those of shaders/hatch.vert.
    const bool isLight = 3 * colour.r + 6 * colour.g + colour.b > 5 * 255;
    screen.brush().hatch(rect, isLight ? tokens.ink : tokens.panel,
                         classHatch(tokens, legend.palette, classIndex, legend.classCount));
}

std::string idOf(std::string_view prefix, std::uint32_t classIndex) {
    return std::string(prefix) + static_cast<char>('0' + classIndex);
}

// A mark beside the class of what is under the pointer.
void drawMark(const Screen& screen, double x, double y, bool pointsDown) {
    if (pointsDown)
        screen.brush().triangle({x - 5, y - 7}, {x + 5, y - 7}, {x, y}, screen.tokens().ink);
    else
        screen.brush().triangle({x - 6, y - 4.5}, {x - 6, y + 4.5}, {x, y}, screen.tokens().ink);
}

void drawRow(const Screen& screen, const LegendRow& row, const PxRect& rect, double barLeft, double barWidth) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    const bool isClass = row.classIndex != kNoDataClass;
    const bool isChosen = isClass && legend.chosenClass == row.classIndex;
    const bool dimmed = isDimmed(legend, row.classIndex);
    if (isClass) {
        const auto touch = pressClass(screen, "legend.", row, rect);
        if (isChosen || touch.isHovered)
            brush.fill({rect.x - 4, rect.y, rect.width + 8, rect.height}, tokens.accentTint, 4, isChosen ? 255 : 150);
    } else {
        controls.node("legend.none", Role::Row, row.spoken, rect);
    }
    const double middle = rect.y + rect.height / 2;
    drawSwatch(screen, {rect.x, middle - kSwatchHeight / 2, kSwatchWidth, kSwatchHeight}, row.classIndex, dimmed);
    const double left = rect.x + kSwatchWidth + 10;
    const Colour ink = dimmed ? tokens.inkQuiet : tokens.ink;
    brush.text({left, rect.y, barLeft - left - 4, rect.height}, isChosen ? Type::ListStrong : Type::List, ink,
               row.range);
    if (row.share > 0 && barWidth >= kMinBar)
        brush.fill({barLeft, middle - 4, std::max(barWidth * row.share, 2.0), 8}, tokens.hatch, 1, dimmed ? 100 : 190);
    brush.text(rect, isChosen ? Type::ListStrong : Type::List, tokens.inkQuiet, row.count, Align::Right);
    if (screen.facts.pointer && screen.facts.pointer->classIndex == row.classIndex)
        // As high beside the swatch as the value lies in its class.
        drawMark(screen, rect.x - 4, middle + (isClass ? (0.5 - screen.facts.pointer->along) * (kSwatchHeight - 4) : 0),
                 false);
}

// Of all classes where they have no square, then of no data; their bars begin side by side, beyond the longest name.
void drawRows(const Screen& screen, const PxRect& rows, double rowHeight) {
    const Brush& brush = screen.brush();
    const LegendFacts& legend = screen.facts.legend;
    double range = brush.widthOf(Type::ListStrong, legend.noData.range);
    double count = brush.widthOf(Type::ListStrong, legend.noData.count);
    for (const LegendRow& row : legend.rows) {
        range = std::max(range, brush.widthOf(Type::ListStrong, row.range));
        count = std::max(count, brush.widthOf(Type::ListStrong, row.count));
    }
    const double barLeft = rows.x + kSwatchWidth + 10 + range + 12;
    const double barWidth = std::max(0.0, rows.x + rows.width - count - 12 - barLeft);
    double y = rows.y;
    const auto add = [&](const LegendRow& row) {
        drawRow(screen, row, {rows.x, y, rows.width, rowHeight}, barLeft, barWidth);
        y += rowHeight;
    };
    if (!legend.square) {
        for (const LegendRow& row : legend.rows) add(row);
    }
    add(legend.noData);
}

}  // namespace

void drawSwatch(const Screen& screen, const PxRect& swatch, std::uint32_t classIndex, bool isDimmed) {
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    if (classIndex == kNoDataClass) {
        brush.fill(swatch, tokens.panel, 2);
        brush.hatch(swatch, tokens.hatch);
    } else {
        drawClass(screen, swatch, classIndex, 2, isDimmed);
    }
    brush.frame(swatch, isDimmed ? tokens.hairline : tokens.hatch, 2);
}

Controls::Touch pressClass(const Screen& screen, std::string_view prefix, const LegendRow& row, const PxRect& rect) {
    return screen.controls.press(
        idOf(prefix, row.classIndex), Role::Button, row.spoken, rect,
        Command::toApp({.kind = ActionKind::ChooseClass, .number = static_cast<double>(row.classIndex)}),
        screen.facts.legend.chosenClass == row.classIndex ? state::kPressed : state::kReleased);
}

void flowLegend(Flow& flow, double rowHeight) {
    const Screen& screen = flow.screen;
    Controls& controls = screen.controls;
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    flow.declare([&] {
        // Measured beforehand: a group states its rectangle when it begins.
        Flow all{screen, 0, 0, flow.width, Pass::Measure};
        flowLegend(all, rowHeight);
        controls.beginGroup(node_id::kLegend, Role::Group, controls.say(Word::legendTitle),
                            {flow.x, flow.y, flow.width, all.y});
    });
    const PxRect title = flow.take(screen.brush().heightOf(Type::SmallStrong, legend.title, flow.width, 2));
    const PxRect head = flow.take(kLegendLine);
    flow.declare([&] {
        controls.paragraph("legend.title", title, Type::SmallStrong, tokens.inkQuiet, legend.title, 2);
        const double counts = screen.brush().widthOf(Type::Small, legend.countTitle);
        controls.text("legend.explanation", {head.x, head.y, head.width - counts - 12, kLegendLine}, Type::Small,
                      tokens.inkQuiet, legend.explanation);
        controls.text("legend.counts", {head.x + head.width - counts, head.y, counts, kLegendLine}, Type::Small,
                      tokens.inkQuiet, legend.countTitle, Align::Right);
    });
    flow.gap(6);
    if (legend.square) flowSquare(flow);
    const std::size_t classes = legend.square ? 0 : legend.rows.size();
    const PxRect rows = flow.take(rowHeight * static_cast<double>(classes + 1));
    flow.declare([&] {
        drawRows(screen, rows, rowHeight);
        controls.endGroup();
    });
}

namespace {

// A class by its name, in one of the places of a small table.
void drawNamed(const Screen& screen, const LegendRow& row, const PxRect& place) {
    const LegendFacts& legend = screen.facts.legend;
    const bool isPart = screen.layout.shape == Shape::Small || row.classIndex == kNoDataClass;
    const std::string id = row.classIndex == kNoDataClass ? "strip.none" : idOf("strip.", row.classIndex);
    if (isPart)
        screen.controls.node(id, Role::Image, row.spoken, place);
    else if (pressClass(screen, "strip.", row, place).isHovered || legend.chosenClass == row.classIndex)
        screen.brush().fill({place.x - 4, place.y, place.width, place.height}, screen.tokens().accentTint, 4);
    constexpr double kHigh = 12;
    drawSwatch(screen, {place.x, place.y + (place.height - kHigh) / 2, 18, kHigh}, row.classIndex,
               isDimmed(legend, row.classIndex));
    screen.brush().text({place.x + 26, place.y, place.width - 32, place.height}, Type::Small, screen.tokens().ink,
                        row.range);
}

void drawNames(const Screen& screen, double edge) {
    const PxRect& strip = screen.layout.legend;
    const LegendFacts& legend = screen.facts.legend;
    const std::uint32_t count = namedClasses(legend);
    const NamedLegend table = namedLegendOf(screen.layout.shape, count);
    const double width = (strip.width - 2 * edge) / table.columns;
    const double top = strip.y + (strip.height - table.rows * table.rowHeight) / 2;
    for (std::uint32_t i = 0; i < count; ++i) {
        // Down one column and then down the next.
        const std::uint32_t column = i / table.rows, row = i % table.rows;
        const PxRect place{strip.x + edge + width * column, top + table.rowHeight * row, width, table.rowHeight};
        drawNamed(screen, i < legend.rows.size() ? legend.rows[i] : legend.noData, place);
    }
}

// Below a third of need × group: what grows in it from left to right. It is read out once.
DEX_APART void nameThird(const Screen& screen, const PxRect& third, bool isFirst) {
    const std::string_view group = screen.facts.legend.square->groupAxis;
    const Colour ink = screen.tokens().ink;
    const double width = std::min(screen.brush().widthOf(Type::Small, group), third.width - 14);
    const PxRect words{third.x + (third.width - width - 14) / 2, third.y + third.height + 5, width, 16};
    screen.brush().text(words, Type::Small, ink, group);
    // It stands inside the class in the middle, so that it lies over none of the others.
    if (isFirst)
        screen.controls.node("strip.group", Role::Text, group,
                             {third.x + third.width / 3, words.y, third.width / 3, 16});
    drawIcon(screen.brush(), Controls::Icon::Right, words.x + width + 9, words.y + 8, ink);
}

// The same below a strip whose thirds are too narrow for words of their own.
DEX_APART void nameThirds(const Screen& screen, const PxRect& row, const PxRect& inPart) {
    const std::string words =
        say(screen.controls.language(), Word::legendThrees, {{"group", screen.facts.legend.square->groupAxis}});
    screen.brush().text(row, Type::Small, screen.tokens().ink, words, Align::Middle);
    screen.controls.node("strip.group", Role::Text, words, {inPart.x, row.y, inPart.width, row.height});
}

void drawSteps(const Screen& screen, double edge) {
    const PxRect& strip = screen.layout.legend;
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const LegendFacts& legend = screen.facts.legend;
    const bool isSmall = screen.layout.shape == Shape::Small;
    constexpr double gap = 8;
    const double high = isSmall ? 12 : 14;
    const bool namesThirds = legend.square && screen.layout.shape == Shape::Middle;
    const bool namesBelow = legend.square && screen.layout.shape == Shape::Narrow;
    const double y = strip.y + (isSmall ? 10 : namesThirds || namesBelow ? 8 : (strip.height - high) / 2);
    const double rowHeight = isSmall || namesBelow ? 20 : strip.height, row = y + (high - rowHeight) / 2;
    double left = strip.x + edge, right = strip.x + strip.width - edge;
    // A word at an end of the strip, and the gap between both.
    const auto word = [&](std::string_view id, std::string_view text, bool isRight) {
        if (text.empty()) return;
        const double width = brush.widthOf(Type::Small, text);
        controls.text(id, {isRight ? right - width : left, row, width, rowHeight}, Type::Small, tokens.ink, text);
        (isRight ? right : left) += isRight ? -width - gap : width + gap;
    };
    word("strip.low", legend.lowWord, false);
    // No data is said where there is room.
    const bool isSquare = legend.palette == Palette::TwoWay;
    if (!isSmall && !isSquare) {
        word("strip.none", legend.noDataWord, true);
        right -= 18;
        drawSwatch(screen, {right, y, 18, high}, kNoDataClass, false);
        right -= gap * 1.5;
    }
    word("strip.high", legend.highWord, true);

    // The nine of need × group stand in threes, one for each third of the need.
    const auto count = legend.rows.size();
    const double between = isSquare ? gap : 0;
    const double parts = std::max(0.0, right - left - 2 * between);
    const double width = count > 0 ? parts / static_cast<double>(count) : 0;
    // The list may begin with the highest class; a strip begins with the lowest.
    const bool isDown = count > 0 && legend.rows.front().classIndex > 0;
    for (std::size_t i = 0; i < count; ++i) {
        const LegendRow& one = legend.rows[isDown ? count - 1 - i : i];
        const std::size_t place = isSquare ? i % 3 : i;
        const std::size_t third = i / 3;
        const PxRect part{left + width * static_cast<double>(i) + between * static_cast<double>(third), y, width, high};
        const bool isChosen = legend.chosenClass == one.classIndex;
        if (isSmall)
            controls.node(idOf("strip.", one.classIndex), Role::Image, one.spoken, part);
        else
            pressClass(screen, "strip.", one, {part.x, strip.y, part.width, strip.height});
        drawClass(screen, part, one.classIndex, 0, isDimmed(legend, one.classIndex));
        if (isChosen) brush.fill({part.x, part.y + part.height + 3, part.width, 3}, tokens.accent);
        if (screen.facts.pointer && screen.facts.pointer->classIndex == one.classIndex)
            drawMark(screen, part.x + part.width * screen.facts.pointer->along, part.y - 1, true);
        if (place > 0) brush.lineDown(part.x, y, high, tokens.hatch);
        if (isSquare ? place == 2 : i + 1 == count) {
            const double whole = width * static_cast<double>(place + 1);
            const PxRect all{part.x + width - whole, y, whole, high};
            brush.frame(all, tokens.hatch, 0);
            if (namesThirds) nameThird(screen, all, third == 0);
            if (namesBelow && third == 1)
                nameThirds(screen, {strip.x + edge, y + high + 5, strip.width - 2 * edge, 16}, part);
        }
    }
}

}  // namespace

void drawLegendStrip(const Screen& screen) {
    const PxRect& strip = screen.layout.legend;
    if (strip.height <= 0 || !screen.facts.isReady) return;
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const bool isSmall = screen.layout.shape == Shape::Small;
    const PxRect panel =
        isSmall ? PxRect{strip.x, strip.y, strip.width, strip.height + screen.layout.foot.height} : strip;
    controls.beginPanel(node_id::kStrip, Role::Group, controls.say(Word::legendTitle), panel);
    brush.fill(panel, screen.tokens().panel);
    brush.lineAcross(panel.x, panel.y, panel.width, screen.tokens().hairline);
    const double edge = isSmall ? 12 : space::kEdge;
    if (namedClasses(screen.facts.legend) > 0)
        drawNames(screen, edge);
    else
        drawSteps(screen, edge);
    if (isSmall) drawFoot(screen);
    controls.endPanel();
}

}  // namespace dex
