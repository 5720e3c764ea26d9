#include <algorithm>

#include "ui/flow.h"
#include "ui/legend.h"

namespace dex {
namespace {

constexpr double kCell = 46, kLowCell = 28;
constexpr double kLowPanel = 560;  // In one that is lower the nine are too, so that all of them stay in sight.
constexpr double kAxis = 20;
constexpr double kSquareGap = 2;

PxRect grown(const PxRect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

// The ink that can be read on a colour.
Colour inkOn(const Tokens& tokens, Colour ground) {
    return 0.3 * ground.r + 0.6 * ground.g + 0.1 * ground.b > 118 ? tokens.focusDark : tokens.focusLight;
}

void drawAxis(const Screen& screen, std::string_view id, const PxRect& row, std::string_view label, bool isUp) {
    screen.controls.text(id, {row.x + (isUp ? 16 : 0), row.y, row.width - 16, row.height}, Type::SmallStrong,
                         screen.tokens().ink, label, isUp ? Align::Left : Align::Right);
    drawIcon(screen.brush(), isUp ? Controls::Icon::Up : Controls::Icon::Right,
             isUp ? row.x + 5 : row.x + row.width - 5, row.y + row.height / 2, screen.tokens().ink);
}

double cellHeight(const Screen& screen) {
    const double panel = screen.layout.panel.height;
    return panel > 0 && panel < kLowPanel ? kLowCell : kCell;
}

// The nine, lowest corner at the lower left; the chosen one has the two-tone line.
void drawCells(const Screen& screen, const PxRect& square) {
    const LegendFacts& legend = screen.facts.legend;
    const Tokens& tokens = screen.tokens();
    Brush& brush = screen.brush();
    const double width = (square.width - 2 * kSquareGap) / 3, high = cellHeight(screen);
    PxRect chosen;
    for (const LegendRow& row : legend.rows) {
        // Rows are counted from the top, and need grows upwards.
        const std::uint32_t third = 2 - std::min(row.classIndex / 3, 2u);
        const PxRect cell{square.x + (width + kSquareGap) * (row.classIndex % 3),
                          square.y + (high + kSquareGap) * third, width, high};
        const bool isChosen = legend.chosenClass == row.classIndex;
        const auto touch = pressClass(screen, "legend.", row, cell);
        const Colour colour = classColour(tokens, legend.palette, row.classIndex, legend.classCount);
        const bool dimmed = isDimmed(legend, row.classIndex) && !touch.isHovered;
        brush.fill(cell, colour, 0, dimmed ? 90 : 255);
        brush.text(cell, isChosen ? Type::ListStrong : Type::List, dimmed ? tokens.ink : inkOn(tokens, colour),
                   row.count, Align::Middle);
        if (isChosen) chosen = cell;
        if (screen.facts.pointer && screen.facts.pointer->classIndex == row.classIndex)
            brush.disc(cell.x + 12, cell.y + high / 2, 3.5, dimmed ? tokens.ink : inkOn(tokens, colour));
    }
    if (chosen.width > 0) {
        brush.frame(grown(chosen, 2), tokens.focusDark, 0, 2);
        brush.frame(chosen, tokens.focusLight, 0, 2);
    }
}

}  // namespace

void flowSquare(Flow& flow) {
    const Screen& screen = flow.screen;
    const LegendFacts& legend = screen.facts.legend;
    const PxRect needRow = flow.take(kAxis);
    flow.declare([&] { drawAxis(screen, "legend.need", needRow, legend.square->needAxis, true); });
    flow.gap(2);
    const PxRect square = flow.take(3 * cellHeight(screen) + 2 * kSquareGap);
    const PxRect groupRow = flow.take(kAxis);
    flow.declare([&] {
        drawCells(screen, square);
        drawAxis(screen, "legend.group", groupRow, legend.square->groupAxis, false);
    });
    flow.gap(4);
    flow.paragraph("legend.chosen", Type::Small, screen.tokens().ink, legend.square->chosen, 4);
}

}  // namespace dex
