#include "ui/flow.h"

namespace dex {

void Flow::paragraph(std::string_view id, Type type, Colour colour, std::string_view text, double gapAfter,
                     double line) {
    if (text.empty()) return;
    if (line <= 0) line = typeSize(type).line;
    y += isDrawn ? screen.controls.paragraph(id, {x, y, width, 0}, type, colour, text, 99, Role::Text, line)
                 : line * static_cast<double>(screen.brush().linesOf(type, text, width).size());
    y += gapAfter;
}

void Flow::caption(std::string_view id, std::string_view text) {
    const PxRect row = take(typeSize(Type::SmallStrong).line);
    if (isDrawn)
        screen.controls.text(id, row, Type::SmallStrong, screen.tokens().inkQuiet, text, Align::Left, Role::Heading);
}

}  // namespace dex
