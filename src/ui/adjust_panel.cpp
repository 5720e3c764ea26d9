#include <algorithm>

#include "ui/pages.h"
#include "words/format.h"

namespace dex {
namespace {

constexpr double kWeightRow = space::kTarget;
constexpr double kWeightLine = 20;
constexpr double kStepper = 2 * kWeightRow + 32;
constexpr double kInside = 12;   // Indicators stand in by this.
constexpr double kChevron = 20;  // Room beside a label that can be unfolded.
constexpr double kShare = 108;   // Of the longest share: a label breaks alike, whatever it is now.

// A button of the stepper; at the end of the range it is drawn pale and does nothing.
void drawStep(const Screen& screen, const WeightRow& row, const PxRect& rect, bool isMore) {
    Controls& controls = screen.controls;
    const std::string id = "weight." + row.id + (isMore ? ".more" : ".less");
    const std::string name =
        dex::say(controls.language(), isMore ? Word::pageMore : Word::pageLess, {{"name", row.label}});
    const Controls::Icon icon = isMore ? Controls::Icon::Plus : Controls::Icon::Minus;
    if (row.weight == (isMore ? std::uint32_t{kMaxWeight} : 0)) {
        controls.node(id, Role::Button, name, rect);
        drawIcon(screen.brush(), icon, rect.x + rect.width / 2, rect.y + rect.height / 2, screen.tokens().hairline);
        return;
    }
    const double weight = isMore ? row.weight + 1.0 : row.weight - 1.0;
    controls.iconButton(id, rect, icon, name,
                        Command::toApp({.kind = ActionKind::SetWeight, .text = row.id, .number = weight}));
}

void drawSteps(const Screen& screen, const WeightRow& row, const PxRect& line) {
    const PxRect stepper{line.x + line.width - kStepper, line.y, kStepper, kWeightRow};
    screen.controls.slider("weight." + row.id, {line.x, line.y, line.width - kStepper - 12, kWeightRow}, row.label,
                           row.weight, kMaxWeight, Command::toApp(ActionKind::SetWeight, row.id));
    drawStep(screen, row, {stepper.x, line.y, kWeightRow, kWeightRow}, false);
    drawStep(screen, row, {stepper.x + kStepper - kWeightRow, line.y, kWeightRow, kWeightRow}, true);
    screen.brush().text(stepper, Type::TextStrong, screen.tokens().ink,
                        formatCount(screen.controls.language(), row.weight), Align::Middle);
    screen.brush().frame(stepper, screen.tokens().hairline, space::kCorner);
}

// How a label stands in its row: room for its text, the text's height, the share's width.
struct LabelSizes {
    double room = 0, text = 0, share = 0;
};

void drawLabel(const Screen& screen, const WeightRow& row, Type type, const PxRect& rect, const LabelSizes& sizes) {
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const auto [room, text, share] = sizes;
    if (!row.inside.empty()) {
        const bool isOpen = screen.memory.isOpen(row.id);
        const std::string name = dex::say(screen.controls.language(), Word::pageIndicators, {{"name", row.label}});
        const auto touch = screen.controls.press("weight." + row.id + ".inside", Role::Button, name, rect,
                                                 Command::toInterface(InterfaceAction::ToggleNeed, row.id),
                                                 isOpen ? state::kExpanded : state::kCollapsed);
        if (touch.isHovered)
            brush.fill({rect.x - 6, rect.y + 4, rect.width + 12, rect.height - 8}, tokens.accentTint, space::kCorner);
        drawChevron(brush, rect.x + std::min(room, brush.widthOf(type, row.label)) + 14, rect.y + rect.height / 2,
                    isOpen, tokens.inkQuiet);
    }
    const double top = rect.y + (rect.height - text) / 2;
    brush.paragraph({rect.x, top, room, text}, type, row.weight > 0 ? tokens.ink : tokens.inkQuiet, row.label, 3,
                    kWeightLine);
    screen.controls.text("weight." + row.id + ".share", {rect.x + rect.width - share, top, share, kWeightLine},
                         Type::Small, row.isPublished ? tokens.inkQuiet : tokens.accent, row.share, Align::Right);
}

// The label, which unfolds the indicators where there are some, and how much of the score it makes.
void flowLabel(Flow& flow, const WeightRow& row, Type type) {
    const Screen& screen = flow.screen;
    const Brush& brush = screen.brush();
    const bool hasInside = !row.inside.empty();
    const double share = std::max(brush.widthOf(Type::Small, row.share), kShare);
    const double room = flow.width - share - 12 - (hasInside ? kChevron : 0);
    const double text = kWeightLine * static_cast<double>(brush.linesOf(type, row.label, room, 3).size());
    const PxRect rect = flow.take(hasInside ? std::max(kWeightRow, text) : text + 6);
    flow.declare([&] { drawLabel(screen, row, type, rect, {room, text, share}); });
}

void flowWeight(Flow& flow, const WeightRow& row, Type type) {
    flowLabel(flow, row, type);
    const PxRect line = flow.take(kWeightRow);
    flow.declare([&] { drawSteps(flow.screen, row, line); });
    if (!row.inside.empty() && flow.screen.memory.isOpen(row.id)) {
        // In the same pass: measured where the whole is measured, drawn where it is drawn.
        Flow inside{flow.screen, flow.x + kInside, flow.y + 4, flow.width - kInside, flow.pass};
        for (const WeightRow& one : row.inside) flowWeight(inside, one, Type::List);
        flow.declare([&] {
            // Before y moves on: it still says where the inside begins.
            flow.screen.brush().lineDown(flow.x + 1, flow.y + 8, inside.y - flow.y - 16, flow.screen.tokens().hairline);
        });
        flow.y = inside.y;
    }
    flow.gap(8);
}

// What weights are for; once they are the reader's own, what that has changed, in the same room: whoever presses a stepper
// again finds it where it was.
void flowLead(Flow& flow, const AdjustFacts& adjust) {
    const Screen& screen = flow.screen;
    const Tokens& tokens = screen.tokens();
    constexpr std::size_t kMovedLines = 2;
    const auto lead = static_cast<double>(screen.brush().linesOf(Type::List, adjust.lead, flow.width, 99).size());
    const PxRect room = flow.take(std::max(lead * kWeightLine, kWeightRow + 8 + kMovedLines * kWeightLine));
    flow.gap(12);
    flow.declare([&] {
        Controls& controls = screen.controls;
        if (!adjust.isOwn) {
            controls.paragraph("adjust.lead", room, Type::List, tokens.inkQuiet, adjust.lead, 99, Role::Text,
                               kWeightLine);
            return;
        }
        const double half = (room.width - 8) / 2;
        controls.button("adjust.reset", {room.x, room.y, half, kWeightRow}, controls.say(Word::pageReset),
                        Command::toApp(ActionKind::ResetIndex));
        controls.button("adjust.changed", {room.x + half + 8, room.y, half, kWeightRow},
                        controls.say(Word::pageWhatChanged), Command::toApp(ActionKind::ShowChanged),
                        adjust.showsMoved ? state::kPressed : 0);
        controls.paragraph("adjust.moved", {room.x, room.y + kWeightRow + 8, room.width, 0}, Type::List, tokens.ink,
                           adjust.changed, kMovedLines, Role::Text, kWeightLine);
    });
}

void flowArithmetics(Flow& flow, const Chooser& chooser) {
    const Screen& screen = flow.screen;
    const std::string_view title = screen.controls.say(Word::adjustArithmetic);
    flow.caption("arithmetic.title", title);
    flow.gap(4);
    flow.declare(
        [&] { screen.controls.beginGroup("arithmetic", Role::RadioGroup, title, {flow.x, flow.y, flow.width, 0}); });
    for (std::uint32_t i = 0; i < chooser.choices.size(); ++i) {
        const Choice& choice = chooser.choices[i];
        const std::string id = "arithmetic." + choice.id;
        const PxRect row = flow.take(kWeightRow);
        flow.declare([&] {
            screen.controls.radio(id, {row.x - 4, row.y, row.width + 8, kWeightRow}, choice.label, i == chooser.chosen,
                                  Command::toApp(ActionKind::ChooseArithmetic, choice.id));
        });
        Flow note{screen, flow.x + 38, flow.y + 2, flow.width - 38, flow.pass};
        note.paragraph(id + ".note", Type::Small, screen.tokens().inkQuiet, choice.note, 4);
        flow.y = note.y;
    }
    flow.declare([&] { screen.controls.endGroup(); });
}

// A quiet button of words alone.
double drawWords(const Screen& screen, std::string_view id, double right, double y, std::string_view label,
                 const Command& command, std::uint8_t states) {
    const double text = screen.brush().widthOf(Type::SmallStrong, label), width = std::max(text + 16, kWeightRow);
    const PxRect rect{right - width, y, width, kWeightRow};
    const auto touch = screen.controls.press(id, Role::Button, label, rect, command, states);
    if (touch.isHovered || states & state::kPressed)
        screen.brush().fill({rect.x, y + 6, width, kWeightRow - 12}, screen.tokens().panel, space::kCorner);
    screen.brush().text(rect, Type::SmallStrong, screen.tokens().accent, label, Align::Middle);
    return rect.x;
}

}  // namespace

void flowAdjust(Flow& flow) {
    const Screen& screen = flow.screen;
    const AdjustFacts& adjust = *screen.facts.adjust;
    flowLead(flow, adjust);
    for (const WeightRow& need : adjust.needs) flowWeight(flow, need, Type::TextStrong);
    flow.gap(8);
    flowArithmetics(flow, adjust.arithmetics);
}

void drawBanner(const Screen& screen) {
    const PxRect& banner = screen.layout.banner;
    if (banner.height <= 0) return;
    Controls& controls = screen.controls;
    const AdjustFacts& adjust = *screen.facts.adjust;
    controls.beginPanel("banner", Role::Group, adjust.banner, banner);
    screen.brush().fill(banner, screen.tokens().accentTint);
    screen.brush().lineAcross(banner.x, banner.y + banner.height - 1, banner.width, screen.tokens().hairline);
    // From the right: the sentence takes what the buttons leave.
    double right = banner.x + banner.width - 8;
    right = drawWords(screen, "banner.changed", right, banner.y, controls.say(Word::pageWhatChanged),
                      Command::toApp(ActionKind::ShowChanged), adjust.showsMoved ? state::kPressed : 0);
    right = drawWords(screen, "banner.reset", right, banner.y, controls.say(Word::pageReset),
                      Command::toApp(ActionKind::ResetIndex), 0);
    double x = banner.x + space::kEdge;
    x += 12 + screen.brush().text({x, banner.y, right - 8 - x, kWeightRow}, Type::ListStrong, screen.tokens().ink,
                                  adjust.banner);
    // How much has moved is said where there is room for it.
    if (x + screen.brush().widthOf(Type::List, adjust.changed) <= right - 8)
        controls.text("banner.text", {x, banner.y, right - 8 - x, kWeightRow}, Type::List, screen.tokens().inkQuiet,
                      adjust.changed);
    controls.endPanel();
}

}  // namespace dex
