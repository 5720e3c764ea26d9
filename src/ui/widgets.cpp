#include <algorithm>

#include "ui/controls.h"
#include "words/format.h"

namespace dex {
namespace {

PxRect inset(const PxRect& rect, double by) {
    return {rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by};
}

}  // namespace

void drawButtonGround(Brush& brush, const PxRect& rect, Controls::Touch touch, bool isOpen) {
    const Tokens& tokens = brush.tokens();
    brush.fill(rect, touch.isHeld ? tokens.track : touch.isHovered ? tokens.accentTint : tokens.panel, space::kCorner);
    brush.frame(rect, isOpen ? tokens.accent : tokens.hairline, space::kCorner);
}

void Controls::button(std::string_view id, const PxRect& rect, std::string_view label, const Command& command,
                      std::uint8_t states) {
    const Touch touch = press(id, Role::Button, label, rect, command, states);
    drawButtonGround(brush_, rect, touch, (states & state::kPressed) != 0);
    brush_.text(inset(rect, 8), Type::TextStrong, tokens().ink, label, Align::Middle);
}

void Controls::link(std::string_view id, Role role, const PxRect& target, std::string_view label,
                    const Command& command, Align align, double middle, std::string_view spoken) {
    const Touch touch = press(id, role, spoken.empty() ? label : spoken, target, command);
    const double y = middle > 0 ? middle : target.y + target.height / 2;
    const double width =
        brush_.text({target.x, y - 10, target.width, 20}, Type::SmallStrong, tokens().accent, label, align);
    if (!touch.isHovered) return;
    const double x = align == Align::Right ? target.x + target.width - width : target.x;
    brush_.lineAcross(x, y + 8, width, tokens().accent);
}

void Controls::quietLink(std::string_view id, const PxRect& target, std::string_view label, const Command& command) {
    const Touch touch = press(id, Role::Button, label, target, command);
    constexpr double kLine = 17;
    const auto lines = brush_.linesOf(Type::Small, label, target.width, 2);
    double y = target.y + (target.height - kLine * static_cast<double>(lines.size())) / 2;
    for (const auto& line : lines) {
        const double width = brush_.text({target.x, y, target.width, kLine}, Type::Small,
                                         touch.isHovered ? tokens().ink : tokens().inkQuiet, line);
        y += kLine;
        if (touch.isHovered) brush_.lineAcross(target.x, y - 1, width, tokens().inkQuiet);
    }
}

void Controls::iconButton(std::string_view id, const PxRect& rect, Icon icon, std::string_view name,
                          const Command& command, bool hasGround, std::uint8_t states) {
    const Touch touch = press(id, Role::Button, name, rect, command, states);
    if (touch.isHovered || touch.isHeld) {
        const Colour ground = touch.isHeld ? tokens().track : tokens().accentTint;
        brush_.fill(inset(rect, hasGround ? 1 : 4), ground, space::kCorner - 1);
    }
    const bool isOn = (states & state::kExpanded) != 0;
    const Colour ink = isOn ? tokens().accent : hasGround ? tokens().ink : tokens().inkQuiet;
    drawIcon(brush_, icon, rect.x + rect.width / 2, rect.y + rect.height / 2, ink);
}

void Controls::tabs(std::string_view id, const PxRect& rect, const std::vector<MeasureTab>& all, std::size_t chosen) {
    beginGroup(id, Role::TabList, say(Word::groupTitle), rect);
    brush_.lineAcross(rect.x, rect.y + rect.height - 1, rect.width, tokens().hairline);
    const double width = rect.width / static_cast<double>(std::max<std::size_t>(all.size(), 1));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const MeasureTab& one = all[i];
        const PxRect tab{rect.x + width * static_cast<double>(i), rect.y, width, rect.height};
        const bool isChosen = i == chosen;
        const Touch touch =
            press(std::string(id) + '.' + one.id, Role::Tab, one.label, tab,
                  Command::toInterface(InterfaceAction::ShowTab, one.id), isChosen ? state::kChecked : 0);
        if (touch.isHovered && !isChosen)
            brush_.fill({tab.x + 4, tab.y + 2, tab.width - 8, tab.height - 8}, tokens().accentTint, space::kCorner);
        brush_.text({tab.x, tab.y, tab.width, tab.height - 2}, isChosen ? Type::TextStrong : Type::Text,
                    isChosen ? tokens().ink : tokens().inkQuiet, one.label, Align::Middle);
        if (isChosen) brush_.fill({tab.x, tab.y + tab.height - 3, tab.width, 3}, tokens().accent);
    }
    endGroup();
}

void Controls::radio(std::string_view id, const PxRect& row, std::string_view label, bool isChosen,
                     const Command& command) {
    const Touch touch = press(id, Role::Radio, label, row, command, isChosen ? state::kChecked : 0);
    if (isChosen || touch.isHovered) {
        const Colour ground = touch.isHeld && !isChosen ? tokens().track : tokens().accentTint;
        brush_.fill(row, ground, space::kCorner, isChosen || touch.isHeld ? 255 : 150);
    }
    const double x = row.x + 21, y = row.y + row.height / 2;
    if (isChosen) {
        brush_.disc(x, y, 9, tokens().accent);
        brush_.disc(x, y, 3, tokens().onAccent);
    } else {
        brush_.ring(x, y, 9, touch.isHovered ? tokens().accent : tokens().inkQuiet, 1.25);
    }
    const Type type = isChosen ? Type::TextStrong : Type::Text;
    const double left = row.x + 42, width = row.width - 42 - 8;
    // Two lines stand closer than the list's, to stay in the row.
    constexpr double kLine = 19;
    const double height = kLine * static_cast<double>(brush_.linesOf(type, label, width, 2).size());
    brush_.paragraph({left, row.y + (row.height - height) / 2, width, height}, type, tokens().ink, label, 2, kLine);
}

void Controls::select(std::string_view id, const PxRect& rect, std::string_view title, const Chooser& chooser,
                      ActionKind kind) {
    const bool isOpen = memory_.openList == id;
    const std::string_view label =
        chooser.chosen < chooser.choices.size() ? chooser.choices[chooser.chosen].label : say(Word::groupChoose);
    const Touch touch = press(id, Role::Select, title, rect, Command::toInterface(InterfaceAction::ToggleList, id),
                              isOpen ? state::kExpanded : state::kCollapsed, label);
    Node& left = *tree_.latest();
    left.takesValue = true;
    left.valueCommand = Command::toApp(kind);
    // All choices, also while the list is closed: a value can be chosen by the node itself (SemanticTree::commandFor).
    for (const auto& choice : chooser.choices)
        left.options.push_back({choice.id.empty() ? std::string(kWholeOption) : choice.id, choice.label});
    drawButtonGround(brush_, rect, touch, isOpen);
    brush_.text({rect.x + 12, rect.y, rect.width - 40, rect.height}, Type::Text, tokens().ink, label);
    drawChevron(brush_, rect.x + rect.width - 17, rect.y + rect.height / 2, isOpen, tokens().inkQuiet);
    if (!isOpen) return;
    // drawPopups() draws its list last, over everything.
    openSelect_ = rect;
    openTitle_ = title;
    openChooser_ = &chooser;
    openKind_ = kind;
}

void Controls::slider(std::string_view id, const PxRect& rect, std::string_view name, std::uint32_t value,
                      std::uint32_t max, const Command& command) {
    const Touch touch = press(id, Role::Slider, name, rect, {}, 0, formatCount(language_, value));
    Node& left = *tree_.latest();
    // It answers to a pointer like a button, but a press means nothing without its place (Interface::Body::slide).
    left.canPress = false;
    left.takesValue = true;
    left.max = max;
    left.valueCommand = command;
    const double x = rect.x + kThumb, width = rect.width - 2 * kThumb, y = rect.y + rect.height / 2;
    const double along = width * std::min(value, max) / max;
    brush_.fill({x, y - 1, width, 2}, tokens().hatch, 1);
    brush_.fill({x, y - 2, along, 4}, tokens().accent, 2);
    if (touch.isHovered || touch.isHeld) brush_.disc(x + along, y, kThumb + 4, tokens().accentTint);
    brush_.disc(x + along, y, kThumb - 2, tokens().accent);
}

void Controls::searchBox(std::string_view id, const PxRect& rect, std::string_view name, std::string_view typed,
                         ActionKind kind) {
    Node& left = node(id, Role::SearchBox, name, rect, typed);
    left.canPress = true;  // An empty value is a press.
    left.command = left.valueCommand = Command::toApp(kind);
    left.takesValue = true;
    // The page's text cannot be cut at the edge of a part that scrolls.
    if (!clips_.empty() && (rect.y < clips_.back().y || rect.y + rect.height > clips_.back().y + clips_.back().height))
        left.states |= state::kHidden;
    brush_.fill(rect, tokens().panel, space::kCorner);
    brush_.frame(rect, tokens().hairline, space::kCorner);
}

void Controls::segments(std::string_view id, const PxRect& rect, std::string_view title, const Chooser& chooser,
                        ActionKind kind) {
    beginGroup(id, Role::RadioGroup, title, rect);
    brush_.fill(rect, tokens().panel, space::kCorner);
    const auto count = chooser.choices.size();
    const double width = rect.width / static_cast<double>(std::max<std::size_t>(count, 1));
    for (std::uint32_t i = 0; i < count; ++i) {
        const Choice& choice = chooser.choices[i];
        const PxRect part{rect.x + width * i, rect.y, width, rect.height};
        const bool isChosen = i == chooser.chosen;
        const Touch touch =
            press(std::string(id) + '.' + choice.id, Role::Radio, choice.note.empty() ? choice.label : choice.note,
                  part, Command::toApp(kind, choice.id), isChosen ? state::kChecked : 0, choice.label);
        if (isChosen || touch.isHovered)
            brush_.fill(inset(part, 4), tokens().accentTint, space::kCorner - 2, isChosen || touch.isHeld ? 255 : 150);
        if (i > 0) brush_.lineDown(part.x, part.y + 12, part.height - 24, tokens().hairline);
        brush_.text(part, isChosen ? Type::TextStrong : Type::Text, isChosen ? tokens().accent : tokens().ink,
                    choice.label, Align::Middle);
    }
    brush_.frame(rect, tokens().hairline, space::kCorner);
    endGroup();
}

}  // namespace dex
