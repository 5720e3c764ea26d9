#include <algorithm>

#include "base/apart.h"
#include "ui/compare.h"
#include "ui/node_ids.h"
#include "words/format.h"

namespace dex {
namespace {

constexpr double kComparePad = 18;
constexpr double kCompareRow = 26;
constexpr double kCompareLine = 18;
constexpr double kCompareTitle = 56;
constexpr double kCompareBar = 5;
constexpr double kLabel = 132;  // Width of the table's first column; it gives way to the others, down to kMinLabel.
constexpr double kMinLabel = 108;
constexpr double kColumn = 104;    // And of the others, if there is room.
constexpr double kMinColumn = 92;  // Where even this does not fit, areas stand one below the other.

// The table's columns; none where it does not fit.
struct Columns {
    double label = 0, each = 0;
    bool fit() const { return each > 0; }
};

Columns columnsFor(std::size_t count, double width) {
    const auto number = static_cast<double>(std::max<std::size_t>(count, 1));
    // With the narrowest label: where even so a column is too narrow there is no table.
    const double each = (width - kMinLabel) / number;
    if (each < kMinColumn) return {};
    const double label = std::clamp(width - kColumn * number, kMinLabel, kLabel);
    return {label, (width - label) / number};
}

// Nothing where the share is below 0: there is no bar then.
void drawBar(const Screen& screen, const PxRect& bar, double share) {
    if (share < 0) return;
    screen.brush().fill(bar, screen.tokens().track, 1);
    if (share <= 0) return;
    screen.brush().fill({bar.x, bar.y, std::max(bar.width * share, 2.0), bar.height}, screen.tokens().accent, 1, 190);
}

void drawRemove(const Screen& screen, const CompareColumn& column, double x, double y) {
    if (column.canRemove)
        screen.controls.iconButton("compare.remove." + column.id, {x, y, space::kTarget, space::kTarget},
                                   Controls::Icon::Close, column.removeLabel,
                                   Command::toApp(ActionKind::StopComparing, column.id), false);
}

// The selected area, where it can join.
void flowCandidate(Flow& flow) {
    const Facts& facts = flow.screen.facts;
    if (!facts.card || facts.card->compare.isIn) return;
    flow.paragraph("card.compareFull", Type::List, flow.screen.tokens().ink, facts.card->compare.full, 8, 20);
    if (facts.card->compare.label.empty()) return;
    const PxRect row = flow.take(space::kTarget);
    flow.gap(8);
    flow.declare([&] {
        Controls& controls = flow.screen.controls;
        const double width = controls.brush().widthOf(Type::TextStrong, facts.card->compare.label) + 32;
        controls.text("compare.candidate", {row.x, row.y, row.width - width - 12, row.height}, Type::Text,
                      controls.tokens().ink, facts.card->name);
        controls.button("card.compare", {row.x + row.width - width, row.y, width, row.height},
                        facts.card->compare.label, Command::toApp(ActionKind::Compare, facts.card->id));
    });
}

// Names, and a way to leave each out.
void flowHead(Flow& flow, const Columns& columns) {
    const Screen& screen = flow.screen;
    const CompareFacts& compare = *screen.facts.compare;
    double x = flow.x + columns.label, bottom = flow.y;
    bool canRemove = false;
    for (const CompareColumn& column : compare.columns) {
        canRemove = canRemove || column.canRemove;
        const double width = columns.fit() ? columns.each - 10 : flow.width - space::kTarget - 8;
        Flow head{screen, columns.fit() ? x : flow.x, flow.y + (columns.fit() ? 0 : 2), width, flow.pass};
        head.paragraph("compare." + column.id, Type::SmallStrong, screen.tokens().ink, column.name);
        head.paragraph("compare." + column.id + ".detail", Type::Small, screen.tokens().inkQuiet, column.detail);
        head.paragraph("compare." + column.id + ".among", Type::Small, screen.tokens().inkQuiet, column.among);
        x += columns.each;
        bottom = std::max(bottom, head.y);
        // One below the other, each has its cross beside its name.
        if (columns.fit()) continue;
        flow.declare([&] { drawRemove(screen, column, flow.x + flow.width - space::kTarget, flow.y); });
        flow.y = bottom = std::max(head.y + 2, flow.y + (column.canRemove ? space::kTarget : 0));
    }
    if (columns.fit()) {
        flow.y = bottom;
        // In a table the crosses stand in a row below the names.
        const PxRect row = flow.take(canRemove ? space::kTarget : 6);
        x = flow.x + columns.label;
        for (const CompareColumn& column : compare.columns) {
            flow.declare([&] { drawRemove(screen, column, x - 14, row.y); });
            x += columns.each;
        }
    }
    flow.declare([&] { screen.brush().lineAcross(flow.x, flow.y, flow.width, screen.tokens().hairline); });
    flow.gap(5);
}

// Side by side, each value above its bar.
void flowInTable(Flow& flow, const CompareRow& row, const Columns& columns) {
    Brush& brush = flow.screen.brush();
    const Tokens& tokens = flow.screen.tokens();
    const bool hasBars = !row.shares.empty();
    const auto lines = static_cast<double>(brush.linesOf(Type::Small, row.label, columns.label - 10, 2).size());
    const double height = std::max(kCompareLine * lines + 6, kCompareRow + (hasBars ? kCompareBar + 3 : 0));
    const PxRect rect = flow.take(height);
    flow.declare([&] {
        brush.paragraph(
            {rect.x, rect.y + (hasBars ? 3 : (height - kCompareLine * lines) / 2), columns.label - 10, height},
            Type::Small, tokens.ink, row.label, 2, kCompareLine);
        double x = rect.x + columns.label;
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            brush.text({x, rect.y, columns.each - 10, hasBars ? kCompareRow - 2 : height}, Type::Small, tokens.ink,
                       row.values[i]);
            if (i < row.shares.size())
                drawBar(flow.screen, {x, rect.y + kCompareRow - 3, columns.each - 14, kCompareBar}, row.shares[i]);
            x += columns.each;
        }
    });
}

// One below the other: name, bar, value.
void flowInLines(Flow& flow, const CompareRow& row) {
    Brush& brush = flow.screen.brush();
    const Tokens& tokens = flow.screen.tokens();
    const std::vector<CompareColumn>& columns = flow.screen.facts.compare->columns;
    flow.gap(4);
    const PxRect label = flow.take(brush.heightOf(Type::TextStrong, row.label, flow.width, 2));
    flow.declare([&] { brush.paragraph(label, Type::TextStrong, tokens.ink, row.label, 2); });
    double value = 0;
    for (const std::string& one : row.values) value = std::max(value, brush.widthOf(Type::Small, one));
    const double room = flow.width - value - 10;
    for (std::size_t i = 0; i < row.values.size() && i < columns.size(); ++i) {
        const PxRect line = flow.take(kCompareRow - 2);
        const bool hasBar = i < row.shares.size();
        const double name = hasBar ? room * 0.6 : room;
        flow.declare([&] {
            brush.text({line.x, line.y, name, line.height}, Type::Small, tokens.inkQuiet, columns[i].name);
            if (hasBar)
                drawBar(flow.screen,
                        {line.x + name + 10, line.y + (line.height - kCompareBar) / 2, room - name - 10, kCompareBar},
                        row.shares[i]);
            brush.text(line, Type::Small, tokens.ink, row.values[i], Align::Right);
        });
    }
    flow.gap(4);
}

void flowRows(Flow& flow, const Columns& columns) {
    const Screen& screen = flow.screen;
    const CompareFacts& compare = *screen.facts.compare;
    // Rows have no ids of their own. They are numbered, and the sentences below go on counting.
    double number = 0;
    for (const CompareRow& row : compare.rows) {
        const std::string id = "compare.row" + formatCount(screen.controls.language(), number++);
        if (!row.heading.empty()) {
            flow.gap(12);
            flow.caption(id, row.heading);
            continue;
        }
        const double top = flow.y;
        if (columns.fit())
            flowInTable(flow, row, columns);
        else
            flowInLines(flow, row);
        flow.declare([&] {
            screen.controls.node(id, Role::Row, spokenRow(screen.controls.language(), compare, row),
                                 {flow.x, top, flow.width, flow.y - top});
        });
    }
    flow.gap(12);
    for (const std::string& sentence : compare.sentences)
        flow.paragraph("compare.sentence" + formatCount(screen.controls.language(), number++), Type::List,
                       screen.tokens().ink, sentence, 6, 20);
    flow.paragraph("compare.howToAdd", Type::List, screen.tokens().inkQuiet, compare.howToAdd, 6, 20);
    flowTaking(flow, {{node_id::kCompareData, Word::textData, Word::textDataOfCompared},
                      {isSideBySide(compare) ? node_id::kCompareBriefing : std::string_view(), Word::textBriefing,
                       Word::textBriefingOfCompared}});
    const PxRect clear = flow.take(space::kTarget);
    flow.declare([&] {
        const double width = screen.brush().widthOf(Type::TextStrong, compare.clearLabel) + 32;
        screen.controls.button("compare.clear", {clear.x, clear.y, std::min(width, clear.width), clear.height},
                               compare.clearLabel, Command::toApp(ActionKind::StopComparing));
    });
    flow.gap(10);
}

DEX_APART void drawToggle(const Screen& screen, const PxRect& rect) {
    screen.controls.button("compare.toggle", rect, screen.facts.compare->openLabel,
                           Command::toInterface(InterfaceAction::ToggleComparison));
}

}  // namespace

const CompareFacts* openComparison(const Screen& screen) {
    return screen.facts.compare && !screen.memory.comparisonClosed ? &*screen.facts.compare : nullptr;
}

bool isSideBySide(const CompareFacts& compare) {
    const auto isOwn = [](const CompareColumn& column) { return column.canRemove; };
    return std::count_if(compare.columns.begin(), compare.columns.end(), isOwn) > 1;
}

std::string spokenRow(Language language, const CompareFacts& compare, const CompareRow& row) {
    std::string all;
    for (std::size_t i = 0; i < compare.columns.size() && i < row.values.size(); ++i) {
        if (i > 0) all += word(language, Word::listComma);
        all += say(language, Word::pageComparedCell, {{"name", compare.columns[i].name}, {"value", row.values[i]}});
    }
    return say(language, Word::pointerAt, {{"name", row.label}, {"value", all}});
}

double compareWidth(std::size_t columns, double max) {
    const double wanted = 2 * kComparePad + kLabel + kColumn * static_cast<double>(columns);
    if (wanted <= max || columnsFor(columns, max - 2 * kComparePad).fit()) return std::min(wanted, max);
    return std::min(space::kCardWidth, max);
}

DEX_APART void drawCloseComparison(const Screen& screen, const PxRect& rect) {
    screen.controls.iconButton("compare.close", rect, Controls::Icon::Close, screen.facts.compare->closeLabel,
                               Command::toInterface(InterfaceAction::ToggleComparison), false);
}

DEX_APART void drawOpenComparison(const Screen& screen, const PxRect& room) {
    const std::string& label = screen.facts.compare->openLabel;
    const double width = std::min(screen.brush().widthOf(Type::TextStrong, label) + 32, room.width);
    const PxRect rect{room.x + room.width - width, room.y + room.height - space::kTarget, width, space::kTarget};
    screen.brush().shadow(rect, space::kCorner);
    screen.controls.beginPanel("comparison", Role::Group, screen.facts.compare->title, rect);
    screen.brush().fill(rect, screen.tokens().panel, space::kCorner);
    drawToggle(screen, rect);
    screen.controls.endPanel();
}

DEX_APART void flowOpenComparison(Flow& flow) {
    const PxRect row = flow.take(space::kTarget);
    flow.declare([&] { drawToggle(flow.screen, row); });
    flow.gap(12);
}

void flowCompare(Flow& flow) {
    const Columns columns = columnsFor(flow.screen.facts.compare->columns.size(), flow.width);
    flowCandidate(flow);
    flowHead(flow, columns);
    flowRows(flow, columns);
}

void drawCompare(const Screen& screen, const PxRect& room) {
    Controls& controls = screen.controls;
    const CompareFacts& compare = *screen.facts.compare;
    const double width = compareWidth(compare.columns.size(), room.width);
    const double inner = width - 2 * kComparePad;
    // Names stay in sight while the rows scroll.
    const Columns columns = columnsFor(compare.columns.size(), inner);
    // Measured first: the panel is as high as its contents, and grows from the foot of the map.
    Flow head{screen, 0, 0, inner, Pass::Measure};
    flowCandidate(head);
    if (columns.fit()) flowHead(head, columns);
    Flow body{screen, 0, 0, inner, Pass::Measure};
    if (!columns.fit()) flowHead(body, columns);
    flowRows(body, columns);
    const double height = std::min(kCompareTitle + head.y + body.y + 10, room.height);
    const PxRect rect{room.x + room.width - width, room.y + room.height - height, width, height};
    screen.brush().shadow(rect, space::kCorner);
    controls.beginPanel("compare", Role::Region, compare.title, rect);
    screen.brush().fill(rect, screen.tokens().panel, space::kCorner);
    screen.brush().frame(rect, screen.tokens().hairline, space::kCorner);
    controls.text("compare.title", {rect.x + kComparePad, rect.y + 14, inner - space::kTarget + 10, 28}, Type::Title,
                  screen.tokens().ink, compare.title, Align::Left, Role::Heading);
    drawCloseComparison(screen, {rect.x + width - 8 - space::kTarget, rect.y + 6, space::kTarget, space::kTarget});
    Flow top{screen, rect.x + kComparePad, rect.y + kCompareTitle, inner};
    flowCandidate(top);
    if (columns.fit()) flowHead(top, columns);
    const PxRect part{rect.x + 1, top.y, width - 2, std::max(0.0, rect.y + height - top.y - 2)};
    Flow rows{screen, rect.x + kComparePad, controls.beginScroll("compare.scroll", part, body.y), inner};
    if (!columns.fit()) flowHead(rows, columns);
    flowRows(rows, columns);
    controls.endScroll();
    controls.endPanel();
}

}  // namespace dex
