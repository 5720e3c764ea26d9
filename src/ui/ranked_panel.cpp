#include <algorithm>

#include "ui/legend.h"
#include "ui/node_ids.h"
#include "ui/pages.h"

namespace dex {
namespace {

constexpr double kRankedRow = 48;  // At least.
constexpr double kRankedLine = 18;
constexpr double kSwatch = 14;
constexpr double kMaxValue = 0.4;  // Of the width; longer values stand below the names.

// How the list's columns stand, the same for all of its rows.
struct RankedColumns {
    double rank = 0, name = 0, room = 0;  // The rank's width, where the name begins, and its room.
    bool isValueBelow = false;
};

RankedColumns columnsFor(const Brush& brush, const std::vector<RankedRow>& rows, double width) {
    // By all rows of the page, so that names begin one below the other.
    RankedColumns columns;
    double value = 0;
    for (const RankedRow& row : rows) {
        columns.rank = std::max(columns.rank, brush.widthOf(Type::Small, row.rank));
        value = std::max(value, brush.widthOf(Type::ListStrong, row.value));
    }
    columns.name = columns.rank + 8 + kSwatch + 8;
    columns.isValueBelow = value > kMaxValue * width;
    columns.room = width - columns.name - (columns.isValueBelow ? 0 : value + 10);
    return columns;
}

double linesOf(const Brush& brush, Type type, std::string_view text, double room, std::size_t max) {
    return kRankedLine * static_cast<double>(brush.linesOf(type, text, room, max).size());
}

// Of the name, and of the value below it.
double textHeight(const Brush& brush, const RankedRow& row, const RankedColumns& columns) {
    return linesOf(brush, Type::List, row.name, columns.room, 2) +
           (columns.isValueBelow ? linesOf(brush, Type::Small, row.value, columns.room, 3) : 0);
}

void drawRow(const Screen& screen, const RankedRow& row, const PxRect& rect, const RankedColumns& columns) {
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const std::string name = dex::say(controls.language(), Word::pageRankedRow,
                                      {{"rank", row.rank}, {"name", row.name}, {"value", row.value}});
    const auto touch =
        controls.press(std::string(node_id::kRankedRow) + row.id, Role::Button, name, rect,
                       Command::toApp(ActionKind::SelectArea, row.id), row.isSelected ? state::kPressed : 0);
    if (row.isSelected || touch.isHovered)
        brush.fill({rect.x - 6, rect.y, rect.width + 12, rect.height}, tokens.accentTint, space::kCorner,
                   row.isSelected || touch.isHeld ? 255 : 150);
    brush.text({rect.x, rect.y, columns.rank, rect.height}, Type::Small, tokens.inkQuiet, row.rank, Align::Right);
    drawSwatch(screen, {rect.x + columns.rank + 8, rect.y + (rect.height - kSwatch) / 2, kSwatch, kSwatch},
               row.classIndex, false);
    const double left = rect.x + columns.name, text = textHeight(brush, row, columns);
    const double top = rect.y + (rect.height - text) / 2;
    brush.paragraph({left, top, columns.room, text}, Type::List, tokens.ink, row.name, 2, kRankedLine);
    if (!columns.isValueBelow) {
        brush.text(rect, Type::ListStrong, tokens.ink, row.value, Align::Right);
        return;
    }
    const double below = linesOf(brush, Type::List, row.name, columns.room, 2);
    brush.paragraph({left, top + below, columns.room, text - below}, Type::Small, tokens.inkQuiet, row.value, 3,
                    kRankedLine);
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
    flow.paragraph("ranked.title", Type::TextStrong, tokens.ink, ranked.title, ranked.among.empty() ? 12 : 4);
    flow.paragraph("ranked.among", Type::Small, tokens.inkQuiet, ranked.among, 12);
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
    const RankedColumns columns = columnsFor(screen.brush(), ranked.rows, flow.width);
    for (const RankedRow& row : ranked.rows) {
        const double height = std::max(kRankedRow, textHeight(screen.brush(), row, columns) + 12);
        const PxRect rect = flow.take(height);
        flow.declare([&] { drawRow(screen, row, rect, columns); });
    }
    flow.gap(8);
    const PxRect foot = flow.take(space::kTarget);
    flow.declare([&] { drawTurns(screen, foot); });
    flowTaking(flow, {{node_id::kRankedData, Word::textData, Word::textDataOfList}});
}

}  // namespace dex
