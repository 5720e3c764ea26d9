#include <algorithm>

#include "look/sizes.h"
#include "output/page_writer.h"

namespace dex {
namespace {

constexpr double kSwatchWidth = 28, kSwatchHeight = 16, kSwatchGap = 10;
constexpr double kRow = 22, kCountGap = 16;
constexpr double kMaxTitle = 260, kMaxHead = 300;  // What is longer takes two lines.
constexpr double kCell = 42;                       // Of need × group.

bool isDimmed(const LegendFacts& legend, std::uint32_t classIndex) {
    return legend.chosenClass && *legend.chosenClass != classIndex;
}

Colour towards(Colour colour, Colour ground, double share) {
    const auto mix = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(a + (b - a) * share + 0.5);
    };
    return {mix(colour.r, ground.r), mix(colour.g, ground.g), mix(colour.b, ground.b)};
}

bool isLight(Colour colour) { return 3 * colour.r + 6 * colour.g + colour.b > 5 * 255; }

PageBox swatch(const PageWriter& writer, const PxRect& rect, std::uint32_t classIndex) {
    const Tokens& tokens = writer.tokens();
    const LegendFacts& legend = writer.contents().facts.legend;
    PageBox box{.group = PageGroup::Legend, .rect = rect, .frame = 1, .frameInk = tokens.hatch};
    if (classIndex == kNoDataClass) {
        box.fill = tokens.panel;
        box.hatch = Hatch::Rising;
        box.hatchInk = tokens.hatch;
        return box;
    }
    const Colour own = classColour(tokens, legend.palette, classIndex, legend.classCount);
    box.fill = isDimmed(legend, classIndex) ? towards(own, tokens.panel, map_look::kDim) : own;
    box.hatch = classHatch(tokens, legend.palette, classIndex, legend.classCount);
    box.hatchInk = isLight(own) ? tokens.ink : tokens.panel;
    return box;
}

double rangeWidth(const PageWriter& writer) {
    const LegendFacts& legend = writer.contents().facts.legend;
    double width = writer.widthOf(kSmallType, legend.noData.range);
    if (legend.square) return width;
    for (const LegendRow& row : legend.rows) width = std::max(width, writer.widthOf(kSmallStrongType, row.range));
    return width;
}

double countWidth(const PageWriter& writer) {
    const LegendFacts& legend = writer.contents().facts.legend;
    double width = std::max(writer.widthOf(kSmallType, legend.noData.count), 0.0);
    for (const LegendRow& row : legend.rows) width = std::max(width, writer.widthOf(kSmallType, row.count));
    return width;
}

// Of explanation and what is counted side by side.
double headWidth(const PageWriter& writer) {
    const LegendFacts& legend = writer.contents().facts.legend;
    return writer.widthOf(kSmallType, legend.explanation) + kCountGap + writer.widthOf(kFootType, legend.countTitle);
}

void writeRow(const PageWriter& writer, const LegendRow& row, double x, double y, double width) {
    const LegendFacts& legend = writer.contents().facts.legend;
    const Tokens& tokens = writer.tokens();
    writer.box(swatch(writer, {x, y + (kRow - kSwatchHeight) / 2, kSwatchWidth, kSwatchHeight}, row.classIndex));
    const bool isChosen = row.classIndex != kNoDataClass && legend.chosenClass == row.classIndex;
    const Colour ink = isDimmed(legend, row.classIndex) ? tokens.inkQuiet : tokens.ink;
    const double left = x + kSwatchWidth + kSwatchGap, counts = writer.widthOf(kSmallType, row.count);
    writer.line(PageGroup::Legend, {left, y, x + width - counts - 8 - left, kRow},
                isChosen ? kSmallStrongType : kSmallType, ink, row.range);
    writer.line(PageGroup::Legend, {x, y, width, kRow}, kSmallType, tokens.inkQuiet, row.count, PageAnchor::End);
}

// Need upwards, group to the right, as the axes say; how many areas is written into the cells.
double writeSquare(const PageWriter& writer, double x, double y, double width) {
    const LegendFacts& legend = writer.contents().facts.legend;
    const Tokens& tokens = writer.tokens();
    double down = 0;
    const auto axis = [&](std::string_view text, std::string_view arrow) {
        std::string label(text);
        label.append(" ").append(arrow);
        writer.line(PageGroup::Legend, {x, y + down, width, kSmallStrongType.line}, kSmallStrongType, tokens.ink,
                    label);
        down += kSmallStrongType.line + 3;
    };
    axis(legend.square->needAxis, "↑");
    for (const LegendRow& row : legend.rows) {
        const std::uint32_t third = row.classIndex / 3;
        const double column = row.classIndex % 3, fromTop = 2.0 - third;
        const PxRect cell{x + column * (kCell + 2), y + down + fromTop * (kCell + 2), kCell, kCell};
        const PageBox box = swatch(writer, cell, row.classIndex);
        writer.box(box);
        writer.line(PageGroup::Legend, cell, kSmallType, isLight(box.fill) ? tokens.focusDark : tokens.focusLight,
                    row.count, PageAnchor::Middle);
    }
    down += 3 * (kCell + 2) + 3;
    axis(legend.square->groupAxis, "→");
    return down + 4;
}

}  // namespace

double legendWidth(const PageWriter& writer) {
    const LegendFacts& legend = writer.contents().facts.legend;
    double width = kSwatchWidth + kSwatchGap + rangeWidth(writer) + kCountGap + countWidth(writer);
    width = std::max(width, writer.widthOf(kSmallType, legend.explanation));
    width = std::max(width, std::min(headWidth(writer), kMaxHead));
    width = std::max(width, std::min(writer.widthOf(kSmallStrongType, legend.title), kMaxTitle));
    if (legend.square) {
        width = std::max(width, writer.widthOf(kSmallStrongType, legend.square->groupAxis) + 20);
        width = std::max(width, writer.widthOf(kSmallStrongType, legend.square->needAxis) + 20);
    }
    return std::max(width, kMinLegend);
}

double writeLegend(const PageWriter& writer, double x, double y, double width) {
    const LegendFacts& legend = writer.contents().facts.legend;
    const Tokens& tokens = writer.tokens();
    double down = writer.paragraph(PageGroup::Legend, x, y, width, kSmallStrongType, tokens.ink, legend.title, 3);
    const bool isOneRow = headWidth(writer) <= width;
    const double explained =
        writer.paragraph(PageGroup::Legend, x, y + down, width, kSmallType, tokens.inkQuiet, legend.explanation, 3);
    if (!isOneRow || explained == 0) down += explained;
    writer.line(PageGroup::Legend, {x, y + down, width, kSmallType.line}, kFootType, tokens.inkQuiet, legend.countTitle,
                PageAnchor::End);
    down += kSmallType.line + 2;
    if (legend.square) down += writeSquare(writer, x, y + down, width);
    const auto add = [&](const LegendRow& row) {
        writeRow(writer, row, x, y + down, width);
        down += kRow;
    };
    if (!legend.square) {
        for (const LegendRow& row : legend.rows) add(row);
    }
    add(legend.noData);
    return down;
}

}  // namespace dex
