#include "ui/flow.h"

#include <algorithm>

namespace dex {

void Flow::paragraph(std::string_view id, Type type, Colour colour, std::string_view text, double gapAfter,
                     double line) {
    if (text.empty()) return;
    if (line <= 0) line = typeSize(type).line;
    y += pass == Pass::Declare
             ? screen.controls.paragraph(id, {x, y, width, 0}, type, colour, text, 99, Role::Text, line)
             : line * static_cast<double>(screen.brush().linesOf(type, text, width).size());
    y += gapAfter;
}

void Flow::caption(std::string_view id, std::string_view text) {
    const PxRect row = take(typeSize(Type::SmallStrong).line);
    declare([&] {
        screen.controls.text(id, row, Type::SmallStrong, screen.tokens().inkQuiet, text, Align::Left, Role::Heading);
    });
}

void flowTaking(Flow& flow, std::initializer_list<TakingLink> links) {
    const Screen& screen = flow.screen;
    if (!(screen.state.controls & control::kShare)) return;
    PxRect row = flow.take(space::kTarget);
    flow.declare([&] {
        for (const auto& [id, label, spoken] : links) {
            if (id.empty()) continue;
            const std::string_view name = screen.controls.say(label);
            row.width = std::max(screen.brush().widthOf(Type::SmallStrong, name), space::kTarget);
            screen.controls.link(id, Role::Button, row, name, Command::toApp(ActionKind::OpenShare, std::string(id)),
                                 Align::Left, 0, screen.controls.say(spoken));
            row.x += row.width + 16;
        }
    });
}

double heightOf(const Screen& screen, double width, void (*flowPart)(Flow&)) {
    Flow flow{screen, 0, 0, width, Pass::Measure};
    flowPart(flow);
    return flow.y;
}

}  // namespace dex
