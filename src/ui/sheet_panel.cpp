#include <algorithm>

#include "ui/compare.h"
#include "ui/node_ids.h"
#include "ui/pages.h"

namespace dex {
namespace {

constexpr double kHeader = 84;
constexpr double kEdge = 18;
constexpr double kButtons = 16 + 3 * (space::kTarget + 12);

Word stopWord(Sheet sheet) {
    return sheet == Sheet::Peek ? Word::sheetPeek : sheet == Sheet::Half ? Word::sheetHalf : Word::sheetFull;
}

std::string chosenMeasure(const Facts& facts) {
    if (facts.chosenTab >= facts.tabs.size()) return {};
    const Chooser& measures = facts.tabs[facts.chosenTab].measures;
    return measures.chosen < measures.choices.size() ? measures.choices[measures.chosen].label : std::string();
}

// Share stands here where the head is too low for it.
void drawFootButtons(const Screen& screen, const PxRect& rect) {
    Controls& controls = screen.controls;
    const double column = (rect.width - 12) / 2, right = rect.x + column + 12;
    const double above = rect.y + 16, below = above + space::kTarget + 12;
    const Word theme = screen.state.theme == ThemeChoice::Dark ? Word::themeLight : Word::themeDark;
    controls.button("help", {rect.x, above, column, space::kTarget}, controls.say(Word::helpOpen),
                    Command::toInterface(InterfaceAction::OpenHelp));
    controls.button("theme", {right, above, column, space::kTarget}, controls.say(theme),
                    Command::toApp(ActionKind::ToggleTheme));
    const bool hasShare =
        screen.facts.isReady && (screen.state.controls & control::kShare) && screen.layout.share.width <= 0;
    controls.button("text", {rect.x, below, hasShare ? column : rect.width, space::kTarget},
                    controls.say(Word::textOpen), Command::toApp(ActionKind::OpenText));
    if (hasShare)
        controls.button(node_id::kShare, {right, below, column, space::kTarget}, controls.say(Word::textShare),
                        Command::toApp(ActionKind::OpenShare, std::string(node_id::kShare)));
    controls.button(node_id::kAbout, {rect.x, below + space::kTarget + 12, rect.width, space::kTarget},
                    controls.say(Word::figuresTitle), Command::toApp(ActionKind::OpenAbout));
}

// What stands in the foot of wider shapes, with the sources in full.
void flowFoot(Flow& flow) {
    const Screen& screen = flow.screen;
    Controls& controls = screen.controls;
    const PxRect buttons = flow.take(kButtons);
    flow.declare([&] {
        screen.brush().lineAcross(buttons.x, buttons.y, buttons.width, screen.tokens().hairline);
        controls.beginGroup(node_id::kFoot, Role::Region, controls.say(Word::sourcesTitle),
                            {buttons.x, buttons.y, buttons.width, 0});
        drawFootButtons(screen, buttons);
    });
    flow.paragraph("sources", Type::Small, screen.tokens().inkQuiet, screen.facts.sources);
    flow.declare([&] { controls.endGroup(); });
}

void drawHeader(const Screen& screen, const PxRect& sheet) {
    Controls& controls = screen.controls;
    const Tokens& tokens = screen.tokens();
    // The header is of one of three, a page before the comparison and that before the card; else of the view.
    const bool hasPage = shownPage(screen) != Page::View;
    const bool hasCompared = openComparison(screen) && !hasPage;
    const bool hasCard = screen.facts.card && !hasPage && !hasCompared;
    const PxRect header{sheet.x, sheet.y, sheet.width, kHeader};
    const double room = sheet.width - 2 * kEdge - (hasCard || hasPage || hasCompared ? space::kTarget : 0);
    const PxRect cross{sheet.x + sheet.width - 8 - space::kTarget, sheet.y + 20, space::kTarget, space::kTarget};
    if (hasPage) drawBack(screen, cross, Controls::Icon::Close);
    if (hasCompared) drawCloseComparison(screen, cross);
    if (hasCard) {
        controls.beginGroup(node_id::kCard, Role::Region, screen.facts.card->title, sheet);
        controls.iconButton("card.close", cross, Controls::Icon::Close, controls.say(Word::cardClose),
                            Command::toApp(ActionKind::CloseCard), false);
        controls.endGroup();
    }
    // The whole header is the grip; the cross before it keeps its own place.
    controls.press("sheet.size", Role::Button, controls.say(Word::sheetGrip), header,
                   Command::toInterface(InterfaceAction::SheetTo), 0, controls.say(stopWord(screen.memory.sheet)));
    Node& left = *controls.latest();
    // Each stop can be chosen by itself; a press goes on to the next.
    left.takesValue = true;
    left.valueCommand = Command::toInterface(InterfaceAction::SheetTo);
    for (const auto& [stop, name] :
         {std::pair{"peek", Word::sheetPeek}, {"half", Word::sheetHalf}, {"full", Word::sheetFull}})
        left.options.push_back({stop, std::string(controls.say(name))});
    screen.brush().fill({sheet.x + sheet.width / 2 - 22, sheet.y + 9, 44, 4}, tokens.hatch, 2);
    const std::string_view title = hasPage       ? pageTitle(screen)
                                   : hasCompared ? screen.facts.compare->title
                                   : hasCard     ? screen.facts.card->name
                                                 : controls.say(Word::panelTitle);
    const std::string detail = hasCard ? screen.facts.card->detail : chosenMeasure(screen.facts);
    if (hasCard) controls.resumeGroup(node_id::kCard);
    controls.text(hasCard ? node_id::kCardName : "sheet.title", {sheet.x + kEdge, sheet.y + 24, room, 24}, Type::Title,
                  tokens.ink, title, Align::Left, Role::Heading);
    controls.text(hasCard ? "card.detail" : "sheet.detail",
                  {sheet.x + kEdge, sheet.y + 49, sheet.width - 2 * kEdge, 20}, Type::List, tokens.inkQuiet, detail);
    if (hasCard) controls.endGroup();
}

// The header has begun the card with its name.
void flowRestOfCard(Flow& flow) {
    Controls& controls = flow.screen.controls;
    flow.declare([&] { controls.resumeGroup(node_id::kCard); });
    flowCard(flow);
    flow.declare([&] { controls.endGroup(); });
}

// A page alone; or card or comparison, above the view.
void flowContents(Flow& flow) {
    const Screen& screen = flow.screen;
    if (shownPage(screen) != Page::View) {
        flowPage(flow);
    } else {
        if (screen.facts.compare && !openComparison(screen)) flowOpenComparison(flow);
        if (screen.facts.card || openComparison(screen)) {
            if (openComparison(screen))
                flowCompare(flow);
            else
                flowRestOfCard(flow);
            flow.gap(12);
            flow.declare([&] { screen.brush().lineAcross(flow.x, flow.y, flow.width, screen.tokens().hairline); });
            flow.gap(12);
        }
        flowView(flow);
        flow.gap(24);
        flowFoot(flow);
    }
    flow.gap(24);
}

}  // namespace

void drawSheet(const Screen& screen) {
    const PxRect& sheet = screen.layout.sheet;
    if (sheet.height <= 0 || !screen.facts.isReady) return;
    Controls& controls = screen.controls;
    Brush& brush = screen.brush();
    controls.beginPanel(node_id::kSheet, Role::Region, controls.say(Word::sheetTitle), sheet);
    // Its lower corners lie below the screen.
    constexpr double kRound = 14;
    const PxRect ground{sheet.x, sheet.y, sheet.width, sheet.height + kRound};
    brush.fill(ground, screen.tokens().panel, kRound);
    brush.frame(ground, screen.tokens().hairline, kRound);
    drawHeader(screen, sheet);

    const double x = sheet.x + kEdge, width = sheet.width - 2 * kEdge;
    const double height = heightOf(screen, width, flowContents);
    const PxRect body{sheet.x, sheet.y + kHeader, sheet.width, std::max(0.0, sheet.height - kHeader)};
    Flow flow{screen, x, controls.beginScroll("sheet.scroll", body, height), width};
    flowContents(flow);
    controls.endScroll();
    controls.endPanel();
}

}  // namespace dex
