#include <algorithm>

#include "base/apart.h"
#include "ui/compare.h"
#include "ui/node_ids.h"
#include "words/measure_words.h"

namespace dex {
namespace {

constexpr double kCardPad = 18;
constexpr double kCardLine = 20;     // Of sentences below the figures.
constexpr double kStripHeight = 32;  // Bars, then the mark below.
constexpr double kMarkHeight = 12;
constexpr double kBesideClose = 36;  // Kept free by the names.
constexpr double kLowRoom = 260;     // In a lower one the card begins with what matters most, and all of it scrolls.

// As in a window with large text: what can be done then comes after what is read first.
bool isLow(const Screen& screen) {
    const Shape shape = screen.layout.shape;
    return shape != Shape::Narrow && screen.layout.bareMap().height < kLowRoom;
}

// The palest bars on a pale ground want an edge.
bool isNear(Colour a, Colour b) {
    const auto light = [](Colour c) { return 0.3 * c.r + 0.6 * c.g + 0.1 * c.b; };
    const double apart = light(a) - light(b);
    return apart > -36 && apart < 36;
}

// All areas as bars from the least value to the most, this one marked.
void drawStrip(const Screen& screen, const PxRect& rect) {
    Brush& brush = screen.brush();
    const Tokens& tokens = screen.tokens();
    const CardFacts& card = *screen.facts.card;
    const double width = rect.width / static_cast<double>(card.strip.size());
    const double base = rect.y + kStripHeight;
    for (std::size_t i = 0; i < card.strip.size(); ++i) {
        const StripBin& bin = card.strip[i];
        if (bin.height <= 0) continue;
        // A single area is seen, too.
        const double height = std::max(bin.height * (kStripHeight - 4), 1.0);
        const Colour colour =
            classColour(tokens, screen.facts.legend.palette, bin.classIndex, screen.facts.legend.classCount);
        const PxRect bar{rect.x + width * static_cast<double>(i), base - height, width > 4 ? width - 1 : width, height};
        brush.fill(bar, colour);
        if (isNear(colour, tokens.panel)) brush.frame(bar, tokens.hairline);
    }
    brush.lineAcross(rect.x, base, rect.width, tokens.hatch);
    if (card.mark) {
        const double x = rect.x + *card.mark * rect.width;
        // A rim of the ground sets the mark off from the bars.
        brush.fill({x - 1.75, rect.y, 3.5, kStripHeight}, tokens.panel);
        brush.fill({x - 0.75, rect.y, 1.5, kStripHeight}, tokens.ink);
        const double foot = base + kMarkHeight - 1;
        brush.triangle({x, base + 2}, {x + 6, foot}, {x - 6, foot}, tokens.ink);
    }
    screen.controls.node("card.strip", Role::Image, card.stripText, rect);
}

void drawNames(const Screen& screen, double x, double y, double width) {
    const CardFacts& card = *screen.facts.card;
    screen.controls.text(node_id::kCardName, {x, y, width - kBesideClose, 24}, Type::Title, screen.tokens().ink,
                         card.name, Align::Left, Role::Heading);
    screen.controls.paragraph("card.detail", {x, y + 24, width - kBesideClose, 0}, Type::List, screen.tokens().inkQuiet,
                              card.detail, 2, Role::Text, kCardLine);
}

// In the small shape: two or three lines over the foot of the map. A number alone says nothing, so the rank comes first.
DEX_APART void drawSmallCard(const Screen& screen) {
    const PxRect& rect = screen.layout.card;
    const CardFacts& card = *screen.facts.card;
    Controls& controls = screen.controls;
    controls.beginPanel(node_id::kCard, Role::Region, card.title, rect);
    screen.brush().fill(rect, screen.tokens().panel, space::kCorner);
    screen.brush().frame(rect, screen.tokens().hairline, space::kCorner);
    const double width = rect.width - 12 - space::kTarget;
    const bool isLine = rect.height < kSmallestCard;
    controls.text(node_id::kCardName, {rect.x + 12, rect.y + (isLine ? 12 : 11), width, 20}, Type::ListStrong,
                  screen.tokens().ink, card.name, Align::Left, Role::Heading);
    double y = rect.y + 33;
    const auto line = [&](std::string_view id, const std::string& text) {
        // What has no room is left out.
        if (text.empty() || y + 18 > rect.y + rect.height) return;
        controls.text(id, {rect.x + 12, y, rect.width - (y < rect.y + space::kTarget ? 12 + space::kTarget : 24), 18},
                      Type::Small, screen.tokens().ink, text);
        y += 20;
    };
    line(node_id::kCardRank, upperFirst(card.rank));
    line(node_id::kCardValue, card.value);
    controls.iconButton("card.close", {rect.x + rect.width - space::kTarget, rect.y, space::kTarget, space::kTarget},
                        Controls::Icon::Close, controls.say(Word::cardClose), Command::toApp(ActionKind::CloseCard),
                        false);
    controls.endPanel();
}

// Compare, Select, Zoom to; in as many rows as they take.
void flowButtons(Flow& flow) {
    const CardFacts& card = *flow.screen.facts.card;
    Controls& controls = flow.screen.controls;
    flow.gap(12);
    PxRect row = flow.take(space::kTarget);
    double left = flow.width;
    const auto add = [&](std::string_view id, std::string_view label, const Command& command, bool isPressed) {
        if (label.empty()) return;
        const double width = controls.brush().widthOf(Type::TextStrong, label) + 32;
        if (width > left) {
            flow.gap(8);
            row = flow.take(space::kTarget);
            left = flow.width;
        }
        row.width = width;
        flow.declare([&] { controls.button(id, row, label, command, isPressed ? state::kPressed : 0); });
        row.x += width + 8;
        left -= width + 8;
    };
    add("card.compare", card.compare.label,
        Command::toApp(card.compare.isIn ? ActionKind::StopComparing : ActionKind::Compare, card.id),
        card.compare.isIn);
    add("card.select", card.select.label,
        Command::toApp(card.select.isIn ? ActionKind::TakeOfSelection : ActionKind::AddToSelection, card.id),
        card.select.isIn);
    add(node_id::kCardScope, card.scope.label,
        Command::toApp(ActionKind::ChooseScope, card.scope.isIn ? std::string_view() : std::string_view(card.id)),
        card.scope.isIn);
    add("card.zoom", controls.say(Word::cardZoomTo), Command::toApp(ActionKind::ZoomToSelected), false);
}

// The card where there is room for all of it, low on the right.
DEX_APART void drawWholeCard(const Screen& screen, const PxRect& room) {
    const double width = std::min(space::kCardWidth, room.width);
    Controls& controls = screen.controls;
    const double inner = width - 2 * kCardPad;
    const auto lines = controls.brush().linesOf(Type::List, screen.facts.card->detail, inner - kBesideClose, 2).size();
    const double names = 14 + 24 + kCardLine * static_cast<double>(std::max<std::size_t>(lines, 1)) + 11;
    const double foot = isLow(screen) ? kCardPad / 2 : heightOf(screen, inner, flowButtons) + 16;
    const double content = heightOf(screen, inner, flowCard);
    const double needed = names + content + foot;
    const double height = std::min(needed, room.height);
    const PxRect rect{room.x + room.width - width, room.y + room.height - height, width, height};
    screen.brush().shadow(rect, space::kCorner);
    controls.beginPanel(node_id::kCard, Role::Region, screen.facts.card->title, rect);
    screen.brush().fill(rect, screen.tokens().panel, space::kCorner);
    screen.brush().frame(rect, screen.tokens().hairline, space::kCorner);
    drawNames(screen, rect.x + kCardPad, rect.y + 14, inner);
    controls.iconButton(
        "card.close", {rect.x + rect.width - 8 - space::kTarget, rect.y + 6, space::kTarget, space::kTarget},
        Controls::Icon::Close, controls.say(Word::cardClose), Command::toApp(ActionKind::CloseCard), false);
    const PxRect body{rect.x + 1, rect.y + names, rect.width - 2, std::max(0.0, height - names - foot)};
    Flow flow{screen, rect.x + kCardPad, controls.beginScroll("card.scroll", body, content), inner};
    flowCard(flow);
    controls.endScroll();
    if (!isLow(screen)) {
        Flow buttons{screen, rect.x + kCardPad, rect.y + height - foot, inner};
        // A line where the text goes on beneath the buttons.
        if (content > body.height)
            screen.brush().lineAcross(rect.x + 1, buttons.y, rect.width - 2, screen.tokens().hairline);
        flowButtons(buttons);
    }
    controls.endPanel();
}

}  // namespace

void flowCard(Flow& flow) {
    const Screen& screen = flow.screen;
    const CardFacts& card = *screen.facts.card;
    const Tokens& tokens = screen.tokens();
    flow.paragraph("card.postcode", Type::List, tokens.ink, card.postcode, 4);
    const bool hasLittleRoom = isLow(screen);
    if (!hasLittleRoom) flow.paragraph("card.share", Type::Text, tokens.ink, card.shares.sentence, 8);
    flow.paragraph("card.sentence", Type::Text, tokens.ink, card.sentence);
    const auto flowStrip = [&] {
        if (card.strip.empty()) return;
        flow.gap(8);
        const PxRect strip = flow.take(kStripHeight + kMarkHeight);
        flow.declare([&] { drawStrip(screen, strip); });
        flow.gap(8);
    };
    if (!hasLittleRoom) flowStrip();
    flow.paragraph(node_id::kCardValue, Type::TextStrong, tokens.ink, card.value);
    flow.paragraph(node_id::kCardRank, Type::List, tokens.inkQuiet, upperFirst(card.rank));
    if (hasLittleRoom) {
        flow.paragraph("card.share", Type::Text, tokens.ink, card.shares.sentence, 8);
        flowStrip();
    }
    flow.paragraph("card.source", Type::Small, tokens.inkQuiet, card.source);
    flowFigures(flow, node_id::kSharesOf, card.shares.title, card.wholeTitle, card.shares.rows);
    flowNeedBars(flow);
    // What can be done comes before what can be read on.
    if (hasLittleRoom || screen.layout.shape == Shape::Narrow) flowButtons(flow);
    flowFigures(flow, node_id::kGroups, card.groupsTitle, card.wholeTitle, card.groups);
    flow.gap(12);
    for (std::size_t i = 0; i < card.within.size(); ++i)
        flow.paragraph(node_id::lettered(node_id::kWithin, i), Type::List, tokens.ink, card.within[i], 6, kCardLine);
    flow.paragraph("card.drivers", Type::List, tokens.ink, card.drivers, 6, kCardLine);
    flow.paragraph("card.steadiness", Type::List, tokens.ink, card.steadiness, 6, kCardLine);
    flow.paragraph("card.segments", Type::List, tokens.ink, card.segments, 6, kCardLine);
    flowFigures(flow, node_id::kComparators, card.comparators.title, {}, card.comparators.rows);
    flow.paragraph("card.comparatorsNote", Type::Small, tokens.inkQuiet, card.comparators.note);
    flow.paragraph("card.compareFull", Type::Small, tokens.inkQuiet, card.compare.full);
    const auto addLink = [&](std::string_view id, std::string_view label, ActionKind kind) {
        PxRect link = flow.take(space::kTarget);
        link.width = screen.brush().widthOf(Type::SmallStrong, label);
        flow.declare([&] { screen.controls.link(id, Role::Link, link, label, Command::toApp(kind), Align::Left); });
    };
    flowTaking(flow,
               {{node_id::kCardPicture, Word::textPicture,
                 card.isSelection() ? Word::textPictureOfSelection : Word::textPictureOfArea},
                {card.isSelection() ? std::string_view() : node_id::kCardData, Word::textData, Word::textDataOfArea},
                // Without scores there is nothing to brief about.
                {card.needs.empty() ? std::string_view() : node_id::kCardBriefing, Word::textBriefing,
                 Word::textBriefingOfArea}});
    if (!card.help.empty()) addLink("card.help", card.help, ActionKind::OpenHelpPage);
    if (screen.state.controls & control::kReportPage)
        addLink("card.report", screen.controls.say(Word::sourcesReport), ActionKind::OpenReport);
}

void drawCard(const Screen& screen) {
    const Layout& layout = screen.layout;
    PxRect room = layout.card;
    // It waits where there is no room for it.
    const bool hasRoom = room.width > 0;
    if (layout.shape == Shape::Small && screen.facts.card && hasRoom) drawSmallCard(screen);
    // In the narrow shape both are in the sheet.
    if (layout.shape == Shape::Small || layout.shape == Shape::Narrow) return;
    // A column on a low map comes nearer to its edges.
    if (isLow(screen) && room.x >= layout.clear.x + layout.clear.width) {
        room.y -= space::kEdge / 2;
        room.height += space::kEdge;
    }
    if (openComparison(screen)) {
        if (hasRoom) drawCompare(screen, room);
        return;
    }
    if (screen.facts.compare) {
        const PxRect& clear = layout.clear;
        drawOpenComparison(screen, hasRoom ? room
                                           : PxRect{clear.x + space::kEdge, clear.y, clear.width - 2 * space::kEdge,
                                                    clear.height - space::kEdge});
        // The button that opens the comparison stands below the card.
        room.height -= space::kTarget + 12;
    }
    if (screen.facts.card && hasRoom) drawWholeCard(screen, room);
}

}  // namespace dex
