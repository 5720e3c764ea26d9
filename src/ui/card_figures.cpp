#include <algorithm>

#include "ui/flow.h"
#include "ui/node_ids.h"

namespace dex {
namespace {

constexpr double kFigureRow = 22;
constexpr double kFigureBar = 10;
constexpr double kFigureGap = 10;
constexpr double kBetween = 14;  // Before each of the card's parts.

double widest(const Brush& brush, double max, Type type, std::string_view text) {
    return std::max(max, brush.widthOf(type, text));
}

void drawNeedBar(const Screen& screen, const NeedBar& bar, const PxRect& row, double label, double track) {
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    screen.controls.node("card.need." + bar.id, Role::Row, bar.spoken, row);
    brush.text({row.x, row.y, label, kFigureRow}, bar.standsOut ? Type::ListStrong : Type::List, tokens.ink, bar.label);
    // Without a score its reason stands in the bar's place.
    double left = row.x + label + kFigureGap;
    if (bar.share > 0) {
        const PxRect ground{left, row.y + (kFigureRow - kFigureBar) / 2, track, kFigureBar};
        brush.fill(ground, tokens.track, 1.5);
        brush.fill({ground.x, ground.y, std::max(track * bar.share, 2.0), kFigureBar}, tokens.accent, 1.5,
                   bar.standsOut ? 255 : 150);
        left += track + kFigureGap;
    }
    brush.text({left, row.y, row.x + row.width - left, kFigureRow}, Type::Small, tokens.inkQuiet, bar.position);
}

}  // namespace

void flowNeedBars(Flow& flow) {
    const CardFacts& card = *flow.screen.facts.card;
    if (card.needs.empty()) return;
    const Brush& brush = flow.screen.brush();
    flow.gap(kBetween);
    flow.caption("card.needs", card.needsTitle);
    double label = 0, position = 0;
    for (const NeedBar& bar : card.needs) {
        label = widest(brush, label, Type::ListStrong, bar.label);
        // What has no bar has its words in the bar's place, and needs no column for them.
        if (bar.share > 0) position = widest(brush, position, Type::Small, bar.position);
    }
    // Half of the row is the bars', however long a label is.
    label = std::min(label, flow.width * 0.5);
    const double room = flow.width - label - kFigureGap;
    const double track = std::max(room - position - kFigureGap, 40.0);
    for (const NeedBar& bar : card.needs) {
        const PxRect row = flow.take(kFigureRow);
        flow.declare([&] { drawNeedBar(flow.screen, bar, row, label, track); });
    }
}

void flowFigures(Flow& flow, std::string_view id, std::string_view title, std::string_view wholeTitle,
                 const std::vector<FigureRow>& rows) {
    if (rows.empty()) return;
    Brush& brush = flow.screen.brush();
    const Tokens& tokens = flow.screen.tokens();
    flow.gap(kBetween);
    double value = 0, whole = brush.widthOf(Type::Small, wholeTitle);
    for (const FigureRow& row : rows) {
        value = widest(brush, value, Type::ListStrong, row.value);
        whole = widest(brush, whole, Type::List, row.whole);
    }
    const double valueRight = flow.width - (whole > 0 ? whole + 16 : 0);
    // A long title leaves the whole's name its room.
    constexpr double kTitle = typeSize(Type::SmallStrong).line;
    const double titleWidth =
        flow.width - (wholeTitle.empty() ? 0 : brush.widthOf(Type::Small, wholeTitle) + kFigureGap);
    const PxRect head = flow.take(brush.heightOf(Type::SmallStrong, title, titleWidth));
    flow.declare([&] {
        flow.screen.controls.paragraph(id, {head.x, head.y, titleWidth, 0}, Type::SmallStrong, tokens.inkQuiet, title,
                                       99, Role::Heading);
        flow.screen.controls.text(std::string(id) + ".whole", {head.x, flow.y - kTitle, head.width, kTitle},
                                  Type::Small, tokens.inkQuiet, wholeTitle, Align::Right);
    });
    std::size_t place = 0;
    for (const FigureRow& row : rows) {
        const PxRect at = flow.take(kFigureRow);
        flow.declare([&] {
            flow.screen.controls.node(node_id::lettered(id, place), Role::Row, row.spoken, at);
            brush.text({at.x, at.y, valueRight - value - kFigureGap, kFigureRow}, Type::List, tokens.ink, row.label);
            brush.text({at.x, at.y, valueRight, kFigureRow}, Type::ListStrong, tokens.ink, row.value, Align::Right);
            brush.text(at, Type::List, tokens.inkQuiet, row.whole, Align::Right);
        });
        ++place;
    }
}

}  // namespace dex
