#include <algorithm>

#include "base/apart.h"
#include "ui/node_ids.h"
#include "ui/screen.h"
#include "words/write_facts.h"

namespace dex {
namespace {

constexpr double kPopupRow = space::kTarget;
constexpr double kMaxRows = 8;

DEX_APART void drawList(const Screen& screen) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const Chooser& chooser = *controls.openChooser();
    const PxRect& select = controls.openSelect();
    const PxRect& canvas = screen.layout.canvas;
    double widest = select.width;
    for (const auto& choice : chooser.choices)
        widest = std::max(widest, brush.widthOf(Type::TextStrong, choice.label) + 60);
    const double width = std::min(widest, canvas.width - 16);
    const double rows = std::min(static_cast<double>(chooser.choices.size()), kMaxRows);
    const double below = canvas.height - (select.y + select.height) - 12, above = select.y - 12;
    // Upwards only where it does not fit below and has more room above.
    const bool goesUp = below < rows * kPopupRow + 8 && above > below;
    const double height = std::min(rows * kPopupRow + 8, std::max(goesUp ? above : below, kPopupRow + 8));
    const PxRect rect{std::clamp(select.x, 8.0, std::max(8.0, canvas.width - 8 - width)),
                      std::clamp(goesUp ? select.y - 4 - height : select.y + select.height + 4, 8.0,
                                 std::max(8.0, canvas.height - 8 - height)),
                      width, height};

    // Before the panel begins, which would clip the shadow.
    brush.setLayer(Layer::Top);
    brush.shadow(rect, space::kCorner);
    controls.beginPanel("list", Role::ListBox, controls.openTitle(), rect, true);
    brush.fill(rect, tokens.panel, space::kCorner);
    brush.frame(rect, tokens.hairline, space::kCorner);
    // A press anywhere else closes it (Pointing::closesPopup).
    screen.memory.popup = controls.cssOf(rect);
    const PxRect inner{rect.x + 1, rect.y + 4, rect.width - 2, rect.height - 8};
    ScrollPart& part = screen.memory.scroll("list.options");
    if (!screen.memory.listWasOpen) {
        screen.memory.activeOption.clear();
        screen.memory.typed.clear();
    }
    if (!screen.memory.listWasOpen && chooser.chosen < chooser.choices.size()) {
        // It opens with the chosen one in the middle.
        part.rect = inner;
        part.contentHeight = kPopupRow * static_cast<double>(chooser.choices.size());
        part.offset = kPopupRow * chooser.chosen - (inner.height - kPopupRow) / 2;
    }
    double y = controls.beginScroll("list.options", inner, kPopupRow * static_cast<double>(chooser.choices.size()));
    for (std::uint32_t i = 0; i < chooser.choices.size(); ++i) {
        const Choice& choice = chooser.choices[i];
        const bool isChosen = i == chooser.chosen;
        const PxRect row{inner.x + 4, y, inner.width - 8, kPopupRow};
        const std::string id = "option." + (choice.id.empty() ? std::string(kWholeOption) : choice.id);
        const auto touch =
            controls.press(id, Role::Option, choice.label, row, Command::toApp(controls.openKind(), choice.id),
                           isChosen ? state::kChecked : 0);
        const bool isActive = id == screen.memory.activeOption;
        if (isChosen || isActive || touch.isHovered)
            brush.fill(row, tokens.accentTint, space::kCorner - 2, isChosen || isActive || touch.isHeld ? 255 : 150);
        if (isActive) brush.frame(row, tokens.ink, space::kCorner - 2);
        if (isChosen) drawCheck(brush, row.x + 16, row.y + kPopupRow / 2, tokens.accent);
        brush.text({row.x + 32, row.y, row.width - 40, kPopupRow}, isChosen ? Type::TextStrong : Type::Text, tokens.ink,
                   choice.label);
        y += kPopupRow;
    }
    controls.endScroll();
    controls.endPanel();
}

struct DialogFrame {
    PxRect body;
    double contentTop = 0;
};

// The ground, title and cross of a dialog that lies over everything; contents go into a scrolled part.
DialogFrame beginDialog(const Screen& screen, std::string_view title, double width, double contentHeight) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const PxRect& canvas = screen.layout.canvas;
    constexpr double kTop = 60, kBottom = 20;
    const double room = std::min(width, canvas.width - 16);
    const double height = std::min(kTop + contentHeight + kBottom, canvas.height - 16);
    const PxRect rect{(canvas.width - room) / 2, (canvas.height - height) / 2, room, height};
    // Over all of the canvas: nothing behind it answers to a pointer.
    controls.beginPanel("dialog.ground", Role::Group, title, canvas, true);
    brush.fill(canvas, tokens.shade, 0, tokens.shadeAlpha);
    brush.shadow(rect, 10);
    brush.fill(rect, tokens.panel, 10);
    brush.frame(rect, tokens.hairline, 10);
    screen.memory.popup = controls.cssOf(rect);
    controls.beginGroup(node_id::kDialog, Role::Dialog, title, rect, state::kModal);
    controls.text("dialog.title", {rect.x + 24, rect.y + 14, room - 48 - kPopupRow, kPopupRow - 8}, Type::Title,
                  tokens.ink, title, Align::Left, Role::Heading);
    controls.iconButton("dialog.close", {rect.x + room - 8 - kPopupRow, rect.y + 8, kPopupRow, kPopupRow},
                        Controls::Icon::Close, controls.say(Word::helpClose),
                        Command::toInterface(InterfaceAction::CloseAll), false);
    const PxRect body{rect.x + 1, rect.y + kTop, room - 2, std::max(0.0, height - kTop - kBottom / 2)};
    return {body, controls.beginScroll("dialog.scroll", body, contentHeight + kBottom / 2)};
}

// The ways to what the figures mean and, where the host has a page for that, to what is wrong end a dialog.
constexpr double kLinkHeight = 8 + space::kTarget;

bool hasReport(const Screen& screen) { return (screen.state.controls & control::kReportPage) != 0; }

double linksHeight(const Screen& screen) { return hasReport(screen) ? 2 * kLinkHeight : kLinkHeight; }

void endDialog(const Screen& screen, double x, double y) {
    const auto addLink = [&](std::string_view id, Word word, ActionKind kind) {
        const std::string_view label = screen.controls.say(word);
        screen.controls.link(id, Role::Link,
                             {x, y + 8, screen.brush().widthOf(Type::SmallStrong, label), space::kTarget}, label,
                             Command::toApp(kind), Align::Left);
        y += kLinkHeight;
    };
    addLink("dialog.about", Word::figuresTitle, ActionKind::OpenAbout);
    if (hasReport(screen)) addLink(node_id::kReport, Word::sourcesReport, ActionKind::OpenReport);
    screen.controls.endScroll();
    screen.controls.endGroup();
    screen.controls.endPanel();
}

DEX_APART void drawHelp(const Screen& screen) {
    Controls& controls = screen.controls;
    const Tokens& tokens = screen.tokens();
    constexpr double kWidth = 480;
    const double room = std::min(kWidth, screen.layout.canvas.width - 16);
    const double keys = std::min(190.0, room * 0.44), does = room - 48 - keys - 12;
    const std::vector<HelpRow> rows = helpRows(controls.language());
    double height = linksHeight(screen);
    const auto rowHeight = [&](const HelpRow& row) {
        return 12 + std::max(screen.brush().heightOf(Type::ListStrong, row.keys, keys),
                             screen.brush().heightOf(Type::List, row.does, does));
    };
    for (const auto& row : rows) height += rowHeight(row);
    const DialogFrame frame = beginDialog(screen, controls.say(Word::helpTitle), kWidth, height);
    const double x = frame.body.x + 23;
    double y = frame.contentTop;
    int number = 0;
    for (const auto& row : rows) {
        const double rowHigh = rowHeight(row);
        const std::string id = "help." + std::string(1, static_cast<char>('a' + number++));
        screen.brush().lineAcross(x, y, room - 48, tokens.hairline);
        controls.beginGroup(id, Role::Row, row.keys, {x, y, room - 48, rowHigh});
        controls.paragraph(id + ".keys", {x, y + 6, keys, 0}, Type::ListStrong, tokens.ink, row.keys);
        controls.paragraph(id + ".does", {x + keys + 12, y + 6, does, 0}, Type::List, tokens.ink, row.does);
        controls.endGroup();
        y += rowHigh;
    }
    endDialog(screen, x, y);
}

DEX_APART void drawSources(const Screen& screen) {
    constexpr double kWidth = 560;
    const double room = std::min(kWidth, screen.layout.canvas.width - 16) - 48;
    const double height = screen.brush().heightOf(Type::Text, screen.facts.sources, room);
    const DialogFrame frame =
        beginDialog(screen, screen.controls.say(Word::sourcesTitle), kWidth, height + linksHeight(screen));
    const double x = frame.body.x + 23;
    screen.controls.paragraph("sources.text", {x, frame.contentTop, room, 0}, Type::Text, screen.tokens().ink,
                              screen.facts.sources);
    endDialog(screen, x, frame.contentTop + height);
}

}  // namespace

void drawPopups(const Screen& screen) {
    // The select may have gone with its shape or panel.
    if (!screen.memory.openList.empty() && !screen.controls.openChooser()) screen.memory.openList.clear();
    const bool hasList = !screen.memory.openList.empty();
    if (hasList) drawList(screen);
    screen.memory.listWasOpen = hasList;
    if (screen.memory.dialog == Dialog::Help) drawHelp(screen);
    if (screen.memory.dialog == Dialog::Sources) drawSources(screen);
}

}  // namespace dex
