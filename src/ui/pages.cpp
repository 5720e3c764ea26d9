#include "ui/pages.h"

#include <algorithm>

#include "ui/node_ids.h"

namespace dex {
namespace {

constexpr double kPageTitle = 60;
constexpr double kPageGap = 8;

// From the label's end to the button's: the arrow and its room.
constexpr double kArrow = 12 + 8 + 18;

// Side by side.
void drawPageButtons(const Screen& screen, PxRect row) {
    Brush& brush = screen.brush();
    const std::string_view ranked = screen.controls.say(Word::pageRanked);
    const bool hasAdjust = screen.facts.adjust.has_value();
    const std::string_view adjust = hasAdjust ? screen.facts.adjust->title : std::string_view();
    const double rankedWidth = brush.widthOf(Type::ListStrong, ranked) + kArrow,
                 adjustWidth = hasAdjust ? brush.widthOf(Type::ListStrong, adjust) + kArrow : 0;
    // What is left over is shared alike.
    const double more = hasAdjust ? (row.width - kPageGap - rankedWidth - adjustWidth) / 2 : row.width - rankedWidth;
    const auto add = [&](std::string_view id, std::string_view label, double width, std::string_view page) {
        row.width = width + more;
        const auto touch =
            screen.controls.press(id, Role::Button, label, row, Command::toInterface(InterfaceAction::ShowPage, page));
        drawButtonGround(brush, row, touch);
        brush.text({row.x + 12, row.y, row.width - kArrow + 8, row.height}, Type::ListStrong, screen.tokens().ink,
                   label);
        drawIcon(brush, Controls::Icon::Right, row.x + row.width - 14, row.y + row.height / 2, screen.tokens().ink);
        row.x += row.width + kPageGap;
    };
    if (hasAdjust) add("page.adjust", adjust, adjustWidth, "adjust");
    add("page.ranked", ranked, rankedWidth, "ranked");
}

}  // namespace

Page shownPage(const Screen& screen) {
    const Page page = screen.memory.page;
    // An atlas without an index has nothing to adjust.
    return page == Page::Adjust && !screen.facts.adjust ? Page::View : page;
}

std::string_view pageTitle(const Screen& screen) {
    return shownPage(screen) == Page::Adjust ? screen.facts.adjust->title : screen.controls.say(Word::pageRanked);
}

void flowPageButtons(Flow& flow) {
    const PxRect row = flow.take(space::kTarget);
    flow.declare([&] { drawPageButtons(flow.screen, row); });
}

void flowPage(Flow& flow) {
    if (shownPage(flow.screen) == Page::Adjust)
        flowAdjust(flow);
    else
        flowRanked(flow);
}

void drawBack(const Screen& screen, const PxRect& rect, Controls::Icon icon) {
    screen.controls.iconButton("page.back", rect, icon, screen.controls.say(Word::pageBack),
                               Command::toInterface(InterfaceAction::ShowPage), false);
}

void drawPage(const Screen& screen) {
    const PxRect& panel = screen.layout.panel;
    Controls& controls = screen.controls;
    const std::string_view title = pageTitle(screen);
    controls.beginPanel(node_id::kPanel, Role::Region, title, panel);
    screen.brush().fill(panel, screen.tokens().panel);
    screen.brush().lineDown(panel.x + panel.width - 1, panel.y, panel.height, screen.tokens().hairline);
    drawBack(screen, {panel.x + 4, panel.y + 8, space::kTarget, space::kTarget}, Controls::Icon::Left);
    controls.text("page.title", {panel.x + 4 + space::kTarget, panel.y + 8, panel.width - 64, space::kTarget},
                  Type::Title, screen.tokens().ink, title, Align::Left, Role::Heading);
    screen.brush().lineAcross(panel.x, panel.y + kPageTitle, panel.width - 1, screen.tokens().hairline);
    const double x = panel.x + space::kEdge, width = panel.width - 2 * space::kEdge - 1;
    constexpr double kAbove = 12, kBelow = 16;
    // Measured first: a part that scrolls says when it begins how high its contents are.
    const double height = kAbove + heightOf(screen, width, flowPage) + kBelow;
    const PxRect body{panel.x, panel.y + kPageTitle + 1, panel.width - 1, std::max(0.0, panel.height - kPageTitle - 1)};
    Flow flow{screen, x, controls.beginScroll("page.scroll", body, height) + kAbove, width};
    flowPage(flow);
    controls.endScroll();
    controls.endPanel();
}

}  // namespace dex
