#include <algorithm>

#include "base/apart.h"
#include "ui/node_ids.h"
#include "ui/screen.h"

namespace dex {
namespace {

constexpr double kKey = space::kTarget;
constexpr double kPanStep = 120;  // Css px.

using Icon = Controls::Icon;

void drawGround(const Screen& screen, const PxRect& rect) {
    screen.brush().fill(rect, screen.tokens().panel, space::kCorner);
    screen.brush().frame(rect, screen.tokens().hairline, space::kCorner);
}

DEX_APART void drawMoves(const Screen& screen, const PxRect& rect) {
    Controls& controls = screen.controls;
    controls.beginPanel(node_id::kMoves, Role::Group, controls.say(Word::panTitle), rect, true);
    drawGround(screen, rect);
    // (dx, dy) is how far the map moves: to show what lies left of it, it goes to the right.
    const auto key = [&](std::string_view id, int column, int row, Icon icon, Word name, double dx, double dy) {
        controls.iconButton(id, {rect.x + kKey * column, rect.y + kKey * row, kKey, kKey}, icon, controls.say(name),
                            Command::toApp({.kind = ActionKind::Pan, .x = dx, .y = dy}));
    };
    key("pan.up", 1, 0, Icon::Up, Word::panUp, 0, kPanStep);
    key("pan.left", 0, 1, Icon::Left, Word::panLeft, kPanStep, 0);
    key("pan.right", 2, 1, Icon::Right, Word::panRight, -kPanStep, 0);
    key("pan.down", 1, 2, Icon::Down, Word::panDown, 0, -kPanStep);
    controls.endPanel();
}

// Zoom, home and the pad of arrows for those who cannot drag.
void drawKeys(const Screen& screen) {
    Controls& controls = screen.controls;
    const PxRect map = screen.layout.bareMap();
    const Shape shape = screen.layout.shape;
    const bool isRight = shape == Shape::Narrow || shape == Shape::Small;
    const double edge = isRight ? 8 : space::kEdge;
    // A low map keeps the first keys only; a still lower one none.
    const double shown = shape == Shape::Narrow ? screen.layout.legend.y - map.y
                                                : screen.layout.clear.y + screen.layout.clear.height - map.y;
    const int room = static_cast<int>((shown - 2 * edge) / kKey);
    const int count = std::min(room, shape == Shape::Small ? 3 : 4);
    // One key alone would zoom in and never out.
    if (count < 2) return;
    const double covered = shape == Shape::Middle && screen.memory.panelOpen ? screen.layout.panel.width : 0;
    const PxRect rect{isRight ? map.x + map.width - edge - kKey : map.x + covered + edge, map.y + edge, kKey,
                      kKey * count};
    controls.beginPanel(node_id::kKeys, Role::Group, controls.say(Word::zoomTitle), rect);
    drawGround(screen, rect);
    double y = rect.y;
    const auto key = [&](std::string_view id, Icon icon, Word name, const Command& command, std::uint8_t states = 0) {
        if (y > rect.y) screen.brush().lineAcross(rect.x, y, rect.width, screen.tokens().hairline);
        controls.iconButton(id, {rect.x, y, kKey, kKey}, icon, controls.say(name), command, true, states);
        y += kKey;
    };
    key("zoom.in", Icon::Plus, Word::zoomIn, Command::toApp(ActionKind::ZoomIn));
    key("zoom.out", Icon::Minus, Word::zoomOut, Command::toApp(ActionKind::ZoomOut));
    if (count >= 4 || (count == 3 && shape == Shape::Small)) {
        if (count >= 4) key("home", Icon::Home, Word::zoomHome, Command::toApp(ActionKind::Home));
        const bool isOpen = screen.memory.movesOpen;
        const double movesTop = y;
        key(std::string(node_id::kMoves).append(node_id::kToggle), Icon::Moves, Word::panTitle,
            Command::toInterface(InterfaceAction::ToggleMoves), isOpen ? state::kExpanded : state::kCollapsed);
        controls.endPanel();
        if (!isOpen) return;
        const double top = std::min(movesTop - kKey, map.y + map.height - 8 - 3 * kKey);
        drawMoves(screen,
                  {isRight ? rect.x - 8 - 3 * kKey : rect.x + kKey + 8, std::max(map.y, top), 3 * kKey, 3 * kKey});
        return;
    }
    if (count == 3) key("home", Icon::Home, Word::zoomHome, Command::toApp(ActionKind::Home));
    controls.endPanel();
}

// Name and value beside the pointer; nothing in it can be pressed.
DEX_APART void drawPointer(const Screen& screen) {
    Brush& brush = screen.brush();
    const PxRect& map = screen.layout.map;
    const PointerFacts& pointer = *screen.facts.pointer;
    const double max = std::min(320.0, map.width - 32);
    const double width = 24 + std::min(max, std::max(brush.widthOf(Type::SmallStrong, pointer.name),
                                                     brush.widthOf(Type::Small, pointer.value)));
    const double height = 8 + 18 + 18 + 8;
    double x = screen.state.pointerX + 16, y = screen.state.pointerY + 18;
    // At an edge of the map it changes to the other side of the pointer.
    if (x + width > map.x + map.width - 8) x = screen.state.pointerX - 16 - width;
    if (y + height > map.y + map.height - 8) y = screen.state.pointerY - 14 - height;
    x = std::clamp(x, map.x + 4, std::max(map.x + 4, map.x + map.width - 4 - width));
    y = std::clamp(y, map.y + 4, std::max(map.y + 4, map.y + map.height - 4 - height));
    const PxRect rect{x, y, width, height};
    drawGround(screen, rect);
    Controls& controls = screen.controls;
    controls.beginGroup(
        node_id::kPointer, Role::Status,
        dex::say(controls.language(), Word::pointerAt, {{"name", pointer.name}, {"value", pointer.value}}), rect);
    controls.text("pointer.name", {x + 12, y + 8, width - 24, 18}, Type::SmallStrong, screen.tokens().ink,
                  pointer.name);
    controls.text("pointer.value", {x + 12, y + 26, width - 24, 18}, Type::Small, screen.tokens().ink, pointer.value);
    controls.endGroup();
}

DEX_APART void drawHint(const Screen& screen) {
    Brush& brush = screen.brush();
    const PxRect& map = screen.layout.clear;
    const double room = std::min(map.width - 48, 480.0);
    const auto lines = static_cast<double>(brush.linesOf(Type::List, screen.facts.hint, room).size());
    double width = 0;
    for (const auto& line : brush.linesOf(Type::List, screen.facts.hint, room))
        width = std::max(width, brush.widthOf(Type::List, line));
    const double height = 20 * lines + 20;
    const PxRect rect{map.x + (map.width - width - 32) / 2, map.y + (map.height - height) / 2, width + 32, height};
    brush.fill(rect, screen.tokens().ink, space::kCorner, 235);
    screen.controls.node(node_id::kHint, Role::Status, screen.facts.hint, rect);
    brush.paragraph({rect.x + 16, rect.y + 10, width + 1, height}, Type::List, screen.tokens().panel, screen.facts.hint,
                    4, 20);
}

// A pin: its foot stands on the place.
DEX_APART void drawHere(const Screen& screen) {
    constexpr double kHigh = 26, kRadius = 9;
    const PxRect& map = screen.layout.map;
    const PxPoint at = *screen.state.here;
    if (!screen.facts.card || screen.facts.card->here.empty() || !map.contains(at.x, at.y)) return;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const double head = at.y - kHigh + kRadius;
    brush.pushClip(map);
    // A dark line inside a light one shows on every ground.
    brush.disc(at.x, head, kRadius + 2, tokens.focusLight);
    brush.triangle({at.x, at.y + 4}, {at.x - kRadius, head + 5}, {at.x + kRadius, head + 5}, tokens.focusLight);
    brush.disc(at.x, head, kRadius, tokens.focusDark);
    brush.triangle({at.x, at.y}, {at.x - kRadius + 2, head + 5}, {at.x + kRadius - 2, head + 5}, tokens.focusDark);
    brush.disc(at.x, head, 3.5, tokens.focusLight);
    brush.popClip();
    screen.controls.node("here", Role::Image, screen.facts.card->here,
                         {at.x - kRadius, at.y - kHigh, 2 * kRadius, kHigh});
}

void drawProgress(const Screen& screen) {
    if (screen.facts.progress >= 1) return;
    const PxRect map = screen.layout.bareMap();
    Brush& brush = screen.brush();
    const double share = std::clamp(screen.facts.progress, 0.0, 1.0);
    brush.fill({map.x, map.y, map.width, 3}, screen.tokens().track);
    brush.fill({map.x, map.y, map.width * share, 3}, screen.tokens().accent);
    screen.controls.node(node_id::kProgress, Role::Progress, screen.facts.progressText, {map.x, map.y, map.width, 3});
}

constexpr double kMessageLine = 20;
constexpr double kMessageGap = 8;
constexpr double kMessagePad = 12;

// Beside the zoom buttons.
struct MessageRoom {
    double side = 0, above = 0, width = 0;
};

MessageRoom messageRoom(Shape shape, double mapWidth) {
    const bool isTight = shape == Shape::Narrow || shape == Shape::Small;
    const double side = isTight ? 8 : space::kEdge + kKey + space::kEdge;
    const double width = std::min(480.0, mapWidth - side - (isTight ? kKey + 24 : space::kEdge));
    return {side, isTight ? 8.0 : space::kEdge, width};
}

double sentenceWidth(double width) { return width - 16 - kKey; }

double messageHeight(const Brush& brush, const MessageFacts& message, double width) {
    const auto lines = brush.linesOf(Type::List, message.sentence, sentenceWidth(width)).size();
    return 2 * kMessagePad + kMessageLine * static_cast<double>(lines) + (message.canRetry ? space::kTarget + 8 : 0);
}

// How many are shown, the newest first, and how high they are with what stands above. More than three would hide the map, and
// some of it stays in sight.
struct MessageStack {
    std::size_t count = 0;
    double height = 0;
};

// The map's height above a sheet.
double shownMap(const Layout& layout) {
    return layout.shape == Shape::Narrow ? layout.legend.y - layout.map.y : layout.map.height;
}

MessageStack messageStack(const Facts& facts, const Brush& brush, const MessageRoom& room, double mapHeight) {
    MessageStack stack;
    const std::size_t all = facts.messages.size(), most = room.width < 120 ? 0 : std::min<std::size_t>(all, 3);
    double height = room.above;
    while (stack.count < most) {
        height += messageHeight(brush, facts.messages[all - 1 - stack.count], room.width) + kMessageGap;
        // The newest is shown even where there is no room left for the map.
        if (stack.count > 0 && height > mapHeight - kBelowMessages) break;
        stack.height = height;
        ++stack.count;
    }
    return stack;
}

void drawMessage(const Screen& screen, std::size_t age, const PxRect& rect) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const MessageFacts& message = screen.facts.messages[age];
    controls.beginPanel(node_id::lettered(node_id::kMessage, age), Role::Alert, message.sentence, rect, true);
    drawGround(screen, rect);
    brush.fill({rect.x, rect.y + 6, 3, rect.height - 12}, screen.tokens().accent);
    brush.paragraph({rect.x + 16, rect.y + kMessagePad, sentenceWidth(rect.width), rect.height}, Type::List,
                    screen.tokens().ink, message.sentence, 99, kMessageLine);
    if (message.canRetry) {
        const std::string_view retry = controls.say(Word::errorRetry);
        controls.button(node_id::lettered(node_id::kRetry, age),
                        {rect.x + 16, rect.y + rect.height - kMessagePad - space::kTarget,
                         brush.widthOf(Type::TextStrong, retry) + 32, space::kTarget},
                        retry, Command::toApp(ActionKind::Retry));
    }
    controls.iconButton(node_id::lettered(node_id::kCloseMessage, age),
                        {rect.x + rect.width - kKey, rect.y, kKey, kKey}, Icon::Close, controls.say(Word::helpClose),
                        Command::toApp({.kind = ActionKind::CloseMessage, .number = static_cast<double>(age)}), false);
    controls.endPanel();
}

}  // namespace

void drawMapFurniture(const Screen& screen) {
    const PxRect& map = screen.layout.map;
    Brush& brush = screen.brush();
    screen.controls.beginGroup("map", Role::Application, screen.controls.say(Word::mapTitle), map);
    if (screen.state.mapFocused) {
        // A dark line inside a light one shows on every ground.
        brush.frame(map, screen.tokens().focusLight, 0, 4);
        brush.frame({map.x + 1, map.y + 1, map.width - 2, map.height - 2}, screen.tokens().focusDark, 0, 2);
    }
    drawProgress(screen);
    if (screen.state.here) drawHere(screen);
    if (screen.facts.isReady) {
        if (screen.state.controls & control::kZoom) drawKeys(screen);
        if (screen.facts.pointer) drawPointer(screen);
        if (!screen.facts.hint.empty()) drawHint(screen);
    }
    screen.controls.endGroup();
}

void drawMessages(const Screen& screen) {
    if (screen.facts.messages.empty()) return;
    const PxRect map = screen.layout.bareMap();
    const MessageRoom room = messageRoom(screen.layout.shape, map.width);
    const std::size_t count = messageStack(screen.facts, screen.brush(), room, shownMap(screen.layout)).count;
    double y = map.y + room.above;
    for (std::size_t i = 0; i < count; ++i) {
        // Ids count from the oldest: a message keeps its own when a newer one comes above it.
        const std::size_t age = screen.facts.messages.size() - 1 - i;
        const double height = messageHeight(screen.brush(), screen.facts.messages[age], room.width);
        drawMessage(screen, age, {map.x + room.side, y, room.width, height});
        y += height + kMessageGap;
    }
}

double messagesHeight(const Facts& facts, const Brush& brush, const Layout& layout) {
    return messageStack(facts, brush, messageRoom(layout.shape, layout.map.width), shownMap(layout)).height;
}

}  // namespace dex
