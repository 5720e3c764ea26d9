#include <algorithm>

#include "ui/legend.h"
#include "ui/node_ids.h"
#include "ui/pages.h"

namespace dex {
namespace {

constexpr double kRankedRow = 48;
constexpr double kRankedLine = 18;
constexpr double kSwatch = 14;

void drawRow(const Screen& screen, const RankedRow& row, const PxRect& rect, double rankWidth) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const std::string name = dex::say(controls.language(), Word::pageRankedRow,
                                      {{"rank", row.rank}, {"name", row.name}, {"value", row.value}});
    const auto touch =
        controls.press(std::string(node_id::kRankedRow) + row.id, Role::Button, name, rect,
                       Command::toApp(ActionKind::SelectArea, row.id), row.isSelected ? state::kPressed : 0);
    if (row.isSelected || touch.isHovered)
        brush.fill({rect.x - 6, rect.y, rect.width + 12, kRankedRow}, tokens.accentTint, space::kCorner,
                   row.isSelected || touch.isHeld ? 255 : 150);
    brush.text({rect.x, rect.y, rankWidth, kRankedRow}, Type::Small, tokens.inkQuiet, row.rank, Align::Right);
    double left = rect.x + rankWidth + 8;
    drawSwatch(screen, {left, rect.y + (kRankedRow - kSwatch) / 2, kSwatch, kSwatch}, row.classIndex, false);
    left += kSwatch + 8;
    const double value = brush.widthOf(Type::ListStrong, row.value), room = rect.x + rect.width - value - 10 - left;
    const double text = kRankedLine * static_cast<double>(brush.linesOf(Type::List, row.name, room, 2).size());
    brush.paragraph({left, rect.y + (kRankedRow - text) / 2, room, text}, Type::List, tokens.ink, row.name, 2,
                    kRankedLine);
    brush.text(rect, Type::ListStrong, tokens.ink, row.value, Align::Right);
}

// A way to turn the page; at an end of the list it is drawn pale and does nothing.
void drawTurn(const Screen& screen, std::string_view id, const PxRect& rect, Controls::Icon icon, Word name, double by,
              bool isThere) {
    Controls& controls = screen.controls;
    if (isThere) {
        controls.iconButton(id, rect, icon, controls.say(name),
                            Command::toApp({.kind = ActionKind::TurnPage, .number = by}));
    } else {
        controls.node(id, Role::Button, controls.say(name), rect);
        drawIcon(screen.brush(), icon, rect.x + rect.width / 2, rect.y + rect.height / 2, screen.tokens().hairline);
    }
    screen.brush().frame(rect, screen.tokens().hairline, space::kCorner);
}

void drawTurns(const Screen& screen, const PxRect& row) {
    const RankedFacts& ranked = *screen.facts.ranked;
    drawTurn(screen, "ranked.previous", {row.x, row.y, space::kTarget, space::kTarget}, Controls::Icon::Left,
             Word::pagePrevious, -1, ranked.hasPrevious);
    drawTurn(screen, "ranked.next", {row.x + row.width - space::kTarget, row.y, space::kTarget, space::kTarget},
             Controls::Icon::Right, Word::pageNext, 1, ranked.hasNext);
    const PxRect middle{row.x + space::kTarget, row.y, row.width - 2 * space::kTarget, row.height};
    screen.controls.text("ranked.page", middle, Type::Small, screen.tokens().inkQuiet, ranked.pageText, Align::Middle);
}

}  // namespace

void flowRanked(Flow& flow) {
    const Screen& screen = flow.screen;
    const Tokens& tokens = screen.tokens();
    if (!screen.facts.ranked) {
        flow.paragraph("ranked.loading", Type::List, tokens.inkQuiet, screen.controls.say(Word::pageLoading));
        return;
    }
    const RankedFacts& ranked = *screen.facts.ranked;
    flow.paragraph("ranked.title", Type::TextStrong, tokens.ink, ranked.title, 12);
    const PxRect orders = flow.take(space::kTarget);
    flow.declare([&] {
        screen.controls.segments("order", orders, screen.controls.say(Word::pageOrder), ranked.orders,
                                 ActionKind::ChooseOrder);
    });
    flow.gap(8);
    const PxRect find = flow.take(space::kTarget);
    flow.declare([&] {
        screen.controls.searchBox("ranked.find", find, screen.controls.say(Word::pageFindRanked), ranked.typed,
                                  ActionKind::FindRanked);
    });
    flow.gap(8);
    double rankWidth = 0;
    for (const RankedRow& row : ranked.rows)
        rankWidth = std::max(rankWidth, screen.brush().widthOf(Type::Small, row.rank));
    for (const RankedRow& row : ranked.rows) {
        const PxRect rect = flow.take(kRankedRow);
        flow.declare([&] { drawRow(screen, row, rect, rankWidth); });
    }
    flow.gap(8);
    const PxRect foot = flow.take(space::kTarget);
    flow.declare([&] { drawTurns(screen, foot); });
}

}  // namespace dex
