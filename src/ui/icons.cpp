#include "ui/controls.h"

namespace dex {
namespace {

// A triangle that points along (dx, dy), its middle at (x, y).
void arrow(Brush& brush, double x, double y, double dx, double dy, Colour colour) {
    constexpr double kLong = 4.5, kWide = 5;
    brush.triangle({x + dx * kLong, y + dy * kLong}, {x - dx * kLong - dy * kWide, y - dy * kLong + dx * kWide},
                   {x - dx * kLong + dy * kWide, y - dy * kLong - dx * kWide}, colour);
}

void bar(Brush& brush, double x, double y, bool isUpright, Colour colour) {
    constexpr double kHalf = 5.5, kWidth = 1.7;
    const double thick = static_cast<double>(brush.thickness(kWidth)) / brush.scale();
    // Both strokes of a plus from the same whole device px, or one of them would be blurred.
    const double left = static_cast<double>(brush.snap(x)) / brush.scale(),
                 top = static_cast<double>(brush.snap(y)) / brush.scale();
    if (isUpright)
        brush.fill({left - thick / 2, top - kHalf, thick, 2 * kHalf}, colour);
    else
        brush.fill({left - kHalf, top - thick / 2, 2 * kHalf, thick}, colour);
}

}  // namespace

void drawChevron(Brush& brush, double x, double y, bool isUp, Colour colour) {
    const double turn = isUp ? -1 : 1;
    brush.stroke({{x - 4.5, y - 2.5 * turn}, {x, y + 2.5 * turn}, {x + 4.5, y - 2.5 * turn}}, colour, 1.6);
}

void drawCheck(Brush& brush, double x, double y, Colour colour) {
    brush.stroke({{x - 5, y}, {x - 1.5, y + 4}, {x + 5, y - 4}}, colour, 1.8);
}

void drawIcon(Brush& brush, Controls::Icon icon, double x, double y, Colour colour) {
    using Icon = Controls::Icon;
    switch (icon) {
        case Icon::Plus:
            bar(brush, x, y, false, colour);
            bar(brush, x, y, true, colour);
            break;
        case Icon::Minus: bar(brush, x, y, false, colour); break;
        case Icon::Home:
            brush.stroke({{x - 4.5, y + 5.5}, {x - 4.5, y - 1}, {x, y - 5.5}, {x + 4.5, y - 1}, {x + 4.5, y + 5.5}},
                         colour, 1.5, true);
            break;
        case Icon::Moves:
            brush.stroke({{x - 7, y}, {x + 7, y}}, colour, 1.5);
            brush.stroke({{x, y - 7}, {x, y + 7}}, colour, 1.5);
            for (const double side : {-1.0, 1.0}) {
                brush.stroke({{x + side * 4.5, y - 2.5}, {x + side * 7, y}, {x + side * 4.5, y + 2.5}}, colour, 1.5);
                brush.stroke({{x - 2.5, y + side * 4.5}, {x, y + side * 7}, {x + 2.5, y + side * 4.5}}, colour, 1.5);
            }
            break;
        case Icon::Left: arrow(brush, x, y, -1, 0, colour); break;
        case Icon::Right: arrow(brush, x, y, 1, 0, colour); break;
        case Icon::Up: arrow(brush, x, y, 0, -1, colour); break;
        case Icon::Down: arrow(brush, x, y, 0, 1, colour); break;
        case Icon::Close:
            brush.stroke({{x - 5, y - 5}, {x + 5, y + 5}}, colour, 1.6);
            brush.stroke({{x - 5, y + 5}, {x + 5, y - 5}}, colour, 1.6);
            break;
    }
}

}  // namespace dex
