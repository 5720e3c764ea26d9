#include <algorithm>
#include <cmath>

#include "ui/node_ids.h"
#include "ui/pages.h"

namespace dex {
namespace {

constexpr double kCaption = 18;
constexpr double kViewGap = 12;  // Between two columns, and between captions' blocks.
constexpr double kBeside = 62;   // Width of a caption beside its select; a longer one takes two lines.
constexpr double kViewRow = space::kTarget;
constexpr double kSection = 32;
constexpr double kMinList = 2.5;  // Rows of the list that have to be in sight; with fewer a select reads better.
constexpr double kLegendRow = 26;
constexpr double kMinScrolled = 3 * kViewRow;  // Above a legend that stays: less is no use to anybody.
constexpr std::size_t kMaxChosenClasses = 5;   // That a reader can choose.

// The one that was asked for, while there is one of that id; else the chosen measure's.
std::size_t shownTab(const Screen& screen) {
    const std::vector<MeasureTab>& tabs = screen.facts.tabs;
    const auto asked =
        std::find_if(tabs.begin(), tabs.end(), [&](const MeasureTab& tab) { return tab.id == screen.memory.tab; });
    if (asked != tabs.end()) return static_cast<std::size_t>(asked - tabs.begin());
    return screen.facts.chosenTab < tabs.size() ? screen.facts.chosenTab : 0;
}

// A row that is cut in half says that there are more.
double shownOf(double height, double room) {
    return height <= room ? height : (std::floor(room / kViewRow - 0.5) + 0.5) * kViewRow;
}

void drawTabs(const Screen& screen, const PxRect& row) {
    screen.controls.tabs("tabs", row, screen.facts.tabs, shownTab(screen));
}

// Where a row of the list begins, below the captions of its sections; of the row after the last: the list's height.
double rowTop(const MeasureTab& tab, std::size_t row) {
    double top = kViewRow * static_cast<double>(row);
    for (const Section& section : tab.sections) {
        if (section.first <= row) top += kSection;
    }
    return top;
}

double listHeight(const Screen& screen) {
    if (screen.facts.tabs.empty()) return 0;
    const MeasureTab& tab = screen.facts.tabs[shownTab(screen)];
    return rowTop(tab, tab.measures.choices.size());
}

// Its rows reach a little beyond the column on both sides.
void drawList(const Screen& screen, const PxRect& list) {
    if (screen.facts.tabs.empty()) return;
    const MeasureTab& tab = screen.facts.tabs[shownTab(screen)];
    const Chooser& measures = tab.measures;
    const double x = list.x - 4, width = list.width + 8;
    auto section = tab.sections.begin();
    screen.controls.beginGroup("measures", Role::RadioGroup, tab.label, {x, list.y, width, list.height});
    for (std::uint32_t i = 0; i < measures.choices.size(); ++i) {
        const Choice& choice = measures.choices[i];
        const double top = list.y + rowTop(tab, i);
        for (; section != tab.sections.end() && section->first <= i; ++section)
            screen.controls.text("section." + section->label, {x + 4, top - kSection + 8, width - 8, kSection - 8},
                                 Type::SmallStrong, screen.tokens().inkQuiet, section->label);
        screen.controls.radio(std::string(node_id::kMeasure) + choice.id, {x, top, width, kViewRow}, choice.label,
                              i == measures.chosen, Command::toApp(ActionKind::ChooseMeasure, choice.id));
    }
    screen.controls.endGroup();
}

// The same measures in one row, for panels too low for the list.
void drawMeasureSelect(const Screen& screen, const PxRect& row) {
    const MeasureTab& tab = screen.facts.tabs[shownTab(screen)];
    screen.controls.select("measure", row, tab.label, tab.measures, ActionKind::ChooseMeasure);
}

const std::string& chosenNote(const Chooser& chooser) {
    static const std::string kNone;
    return chooser.chosen < chooser.choices.size() ? chooser.choices[chooser.chosen].note : kNone;
}

// A select with its caption beside it: the longest name of a borough needs nearly the whole width.
void flowSelect(Flow& flow, std::string_view id, Word title, const Chooser& chooser, ActionKind kind) {
    const PxRect row = flow.take(kViewRow);
    flow.declare([&] {
        Controls& controls = flow.screen.controls;
        const std::string_view caption = controls.say(title);
        const double height = controls.brush().heightOf(Type::Small, caption, kBeside - 4, 2);
        controls.paragraph(std::string(id).append(node_id::kCaption),
                           {row.x, row.y + (kViewRow - height) / 2, kBeside - 4, height}, Type::Small,
                           controls.tokens().inkQuiet, caption, 2);
        controls.select(id, {row.x + kBeside, row.y, row.width - kBeside, kViewRow}, caption, chooser, kind);
    });
}

// How it is cut into classes.
void flowMethods(Flow& flow) {
    const Facts& facts = flow.screen.facts;
    const double column = (flow.width - kViewGap) / 2;
    const PxRect captions = flow.take(kCaption + 4), row = flow.take(kViewRow);
    flow.declare([&] {
        Controls& controls = flow.screen.controls;
        const std::string_view method = controls.say(Word::methodTitle), count = controls.say(Word::methodCountTitle);
        const double right = row.x + column + kViewGap;
        const Colour ink = controls.tokens().inkQuiet;
        controls.text("method.caption", {row.x, captions.y, column, kCaption}, Type::Small, ink, method);
        controls.text("classes.caption", {right, captions.y, column, kCaption}, Type::Small, ink, count);
        controls.select("method", {row.x, row.y, column, kViewRow}, method, facts.methods, ActionKind::ChooseMethod);
        controls.segments("classes", {right, row.y, column, kViewRow}, count, facts.classCounts,
                          ActionKind::ChooseClassCount);
    });
}

// The sentence that explains what is chosen.
void flowNote(Flow& flow, std::string_view id, const Chooser& chooser) {
    const std::string& note = chosenNote(chooser);
    if (note.empty()) return;
    flow.gap(6);
    flow.paragraph(id, Type::Small, flow.screen.tokens().inkQuiet, note);
}

// Where, what is ranked there, By, and how it is cut: into classes, or by a need and a group.
void flowChoices(Flow& flow) {
    const Facts& facts = flow.screen.facts;
    flowSelect(flow, node_id::kWhere, Word::whereTitle, facts.places, ActionKind::ChoosePlace);
    if (facts.adjust) {
        flow.gap(4);
        flowSelect(flow, "scope", Word::adjustWithin, facts.adjust->scopes, ActionKind::ChooseScope);
    }
    flow.gap(8);
    flowSelect(flow, node_id::kBy, Word::byTitle, facts.levels, ActionKind::ChooseLevel);
    flowNote(flow, "by.note", facts.levels);
    if (!facts.twoWayNeeds.choices.empty()) {
        flow.gap(8);
        flowSelect(flow, "two-way.need", Word::groupNeed, facts.twoWayNeeds, ActionKind::ChooseTwoWayNeed);
        flow.gap(8);
        flowSelect(flow, "two-way.group", Word::groupGroup, facts.twoWayGroups, ActionKind::ChooseTwoWayGroup);
    } else if (!facts.methods.choices.empty()) {
        flow.gap(kViewGap);
        // The legend says how the classes are made.
        flowMethods(flow);
    }
}

// The legend in the side panel, and the buttons of the pages below it.
void flowRest(Flow& flow) {
    flowLegend(flow, kLegendRow);
    flow.gap(12);
    flowPageButtons(flow);
}

// Once, when another indicator has been chosen.
void scrollToChosen(const Screen& screen, double shown) {
    const MeasureTab& tab = screen.facts.tabs[shownTab(screen)];
    if (screen.memory.showsChosen && tab.measures.chosen < tab.measures.choices.size()) {
        ScrollPart& part = screen.memory.scroll("list.scroll");
        const double row = rowTop(tab, tab.measures.chosen);
        part.offset = std::clamp(part.offset, std::max(0.0, row + kViewRow - shown), row);
    }
    screen.memory.showsChosen = false;
}

}  // namespace

void drawViewPanel(const Screen& screen) {
    const PxRect& panel = screen.layout.panel;
    if (panel.width <= 0 || !screen.facts.isReady) return;
    if (shownPage(screen) != Page::View) {
        drawPage(screen);
        return;
    }
    Controls& controls = screen.controls;
    const Tokens& tokens = screen.tokens();
    controls.beginPanel(node_id::kPanel, Role::Region, controls.say(Word::panelTitle), panel);
    screen.brush().fill(panel, tokens.panel);
    screen.brush().lineDown(panel.x + panel.width - 1, panel.y, panel.height, tokens.hairline);

    const double x = panel.x + space::kEdge, width = panel.width - 2 * space::kEdge - 1;
    const double tabsHeight = 8 + kViewRow + 8;
    const double choices = heightOf(screen, width, flowChoices);
    // Fewer classes leave room below the legend, and the buttons that have chosen them stay where they are.
    const std::size_t rows = screen.facts.legend.rows.size(),
                      fewer = kMaxChosenClasses - std::min(rows, kMaxChosenClasses);
    const double legend = heightOf(screen, width, flowRest) + kLegendRow * static_cast<double>(fewer);
    // Where it fits, the list scrolls by itself and all else stays; in a low panel it becomes a select; in a still
    // lower one everything scrolls, above the legend as long as there is room for both.
    const double fixed = 8 + 16 + choices + 16 + legend + 16;
    const double listRoom = panel.height - tabsHeight - fixed;
    const bool hasList = listRoom >= kMinList * kViewRow && !screen.facts.tabs.empty();
    const double listShown = hasList ? shownOf(listHeight(screen), listRoom) : kViewRow;
    const double above = tabsHeight + listShown + 8 + 16 + choices + 16;
    const bool fits = hasList || above + legend + 16 <= panel.height;
    const bool legendStays = fits || panel.height >= legend + 32 + kMinScrolled;
    const PxRect scrolled{panel.x, panel.y, panel.width - 1, panel.height - (legendStays ? legend + 32 : 0)};

    double y = panel.y;
    if (!fits) y = controls.beginScroll("panel.scroll", scrolled, above + (legendStays ? 0 : legend + 16));
    drawTabs(screen, {x, y + 8, width, kViewRow});
    y += tabsHeight;
    if (hasList) {
        const PxRect list{panel.x, y, panel.width - 1, listShown};
        scrollToChosen(screen, listShown);
        const double height = listHeight(screen), top = controls.beginScroll("list.scroll", list, height);
        drawList(screen, {x, top, width, height});
        controls.endScroll();
    } else if (!screen.facts.tabs.empty()) {
        drawMeasureSelect(screen, {x, y, width, kViewRow});
    }
    y += listShown + 8;
    if (hasList) screen.brush().lineAcross(x, y, width, tokens.hairline);
    y += hasList ? 16 : 4;
    Flow flow{screen, x, y, width};
    flowChoices(flow);
    flow.gap(16);
    if (!legendStays) flowRest(flow);
    if (!fits) controls.endScroll();
    if (legendStays) {
        if (!fits) {
            flow.y = panel.y + panel.height - legend - 16;
            screen.brush().lineAcross(x, flow.y - 16, width, tokens.hairline);
        }
        flowRest(flow);
    }
    controls.endPanel();
}

void flowView(Flow& flow) {
    const Screen& screen = flow.screen;
    const PxRect tabs = flow.take(kViewRow);
    flow.gap(8);
    // In full: here everything scrolls together.
    const PxRect list = flow.take(listHeight(screen));
    flow.declare([&] {
        drawTabs(screen, tabs);
        drawList(screen, list);
    });
    flow.gap(16);
    flowChoices(flow);
    flow.gap(24);
    flowLegend(flow, kViewRow);
    flow.gap(16);
    flowPageButtons(flow);
}

}  // namespace dex
