#include <algorithm>

#include "ui/screen.h"

namespace dex {
namespace {

constexpr double kCaption = 18;
constexpr double kGap = 12;     // Between two columns, and between captions' blocks.
constexpr double kBeside = 56;  // Width of a caption beside its select.
constexpr double kRow = space::kTarget;
constexpr double kLegendRow = 26;

std::uint32_t shownTab(const Screen& screen) {
    const auto tab = screen.memory.tab.value_or(screen.facts.chosenGroup);
    return tab < screen.facts.groups.size() ? tab : 0;
}

void drawTabs(const Screen& screen, double x, double y, double width) {
    std::vector<std::string> labels;
    for (const auto& group : screen.facts.groups) labels.push_back(group.label);
    screen.controls.tabs("tabs", {x, y, width, kRow}, labels, shownTab(screen));
}

double listHeight(const Screen& screen) {
    if (screen.facts.groups.empty()) return 0;
    return kRow * static_cast<double>(screen.facts.groups[shownTab(screen)].measures.choices.size());
}

void drawList(const Screen& screen, double x, double y, double width) {
    if (screen.facts.groups.empty()) return;
    const MeasureGroup& group = screen.facts.groups[shownTab(screen)];
    const Chooser& measures = group.measures;
    screen.controls.beginGroup("measures", Role::RadioGroup, group.label, {x, y, width, listHeight(screen)});
    for (std::uint32_t i = 0; i < measures.choices.size(); ++i) {
        const Choice& choice = measures.choices[i];
        screen.controls.radio("measure." + choice.id, {x, y + kRow * i, width, kRow}, choice.label,
                              i == measures.chosen, Command::out(ActionKind::ChooseMeasure, choice.id));
    }
    screen.controls.endGroup();
}

// The same measures in one row, for panels too low for the list.
void drawMeasureSelect(const Screen& screen, double x, double y, double width) {
    const MeasureGroup& group = screen.facts.groups[shownTab(screen)];
    screen.controls.select("measure", {x, y, width, kRow}, group.label, group.measures, ActionKind::ChooseMeasure);
}

const std::string& chosenNote(const Chooser& chooser) {
    static const std::string kNone;
    return chooser.chosen < chooser.choices.size() ? chooser.choices[chooser.chosen].note : kNone;
}

// Where, By, Classes: selects with captions and the sentence that explains each.
double flowChoices(const Screen& screen, double x, double y, double width, bool isDrawn) {
    Controls& controls = screen.controls;
    const Facts& facts = screen.facts;
    const Tokens& tokens = screen.tokens();
    const double top = y, column = (width - kGap) / 2;
    const auto note = [&](std::string_view id, const std::string& sentence) {
        if (sentence.empty()) return;
        y += 6;
        y += isDrawn ? controls.paragraph(id, {x, y, width, 0}, Type::Small, tokens.inkQuiet, sentence)
                     : screen.brush().heightOf(Type::Small, sentence, width);
    };
    // The longest name of a borough needs nearly the whole width, so these captions stand beside.
    const auto named = [&](std::string_view id, Word title, const Chooser& chooser, ActionKind kind) {
        if (isDrawn) {
            const std::string caption = controls.say(title);
            controls.text(std::string(id) + ".caption", {x, y, kBeside - 8, kRow}, Type::Small, tokens.inkQuiet,
                          caption);
            controls.select(id, {x + kBeside, y, width - kBeside, kRow}, caption, chooser, kind);
        }
        y += kRow;
    };
    named("where", Word::whereTitle, facts.places, ActionKind::ChoosePlace);
    y += 8;
    named("by", Word::byTitle, facts.levels, ActionKind::ChooseLevel);
    note("by.note", chosenNote(facts.levels));
    y += kGap;
    if (isDrawn) {
        const std::string method = controls.say(Word::methodTitle), count = controls.say(Word::methodCountTitle);
        controls.text("method.caption", {x, y, column, kCaption}, Type::Small, tokens.inkQuiet, method);
        controls.text("classes.caption", {x + column + kGap, y, column, kCaption}, Type::Small, tokens.inkQuiet, count);
        controls.select("method", {x, y + kCaption + 4, column, kRow}, method, facts.methods, ActionKind::ChooseMethod);
        controls.segments("classes", {x + column + kGap, y + kCaption + 4, column, kRow}, count, facts.classCounts,
                          ActionKind::ChooseClassCount);
    }
    y += kCaption + 4 + kRow;
    note("method.note", chosenNote(facts.methods));
    return y - top;
}

// Once, when another indicator has been chosen.
void scrollToChosen(const Screen& screen, double shown) {
    const Chooser& measures = screen.facts.groups[shownTab(screen)].measures;
    if (screen.memory.showsChosen && measures.chosen < measures.choices.size()) {
        ScrollPart& part = screen.memory.scroll("list.scroll");
        const double row = kRow * measures.chosen;
        part.offset = std::clamp(part.offset, std::max(0.0, row + kRow - shown), row);
    }
    screen.memory.showsChosen = false;
}

}  // namespace

void drawViewPanel(const Screen& screen) {
    const PxRect& panel = screen.layout.panel;
    if (panel.width <= 0 || !screen.facts.isReady) return;
    Controls& controls = screen.controls;
    const Tokens& tokens = screen.tokens();
    controls.beginPanel("panel", Role::Region, controls.say(Word::panelTitle), panel);
    screen.brush().fill(panel, tokens.panel);
    screen.brush().lineDown(panel.x + panel.width - 1, panel.y, panel.height, tokens.hairline);

    const double x = panel.x + space::kEdge, width = panel.width - 2 * space::kEdge - 1;
    const double tabsHeight = 8 + kRow + 8;
    const double choices = flowChoices(screen, x, 0, width, false);
    const double legend = legendHeight(screen, width, kLegendRow);
    // Where it fits, the list scrolls by itself and all else stays; in a low panel it becomes a select; in a still
    // lower one everything scrolls, above the legend as long as there is room for both.
    const double fixed = 8 + 16 + choices + 16 + legend + 16;
    const double listRoom = panel.height - tabsHeight - fixed;
    const bool hasList = listRoom >= 3.5 * kRow && !screen.facts.groups.empty();
    const double listShown = hasList ? std::min(listRoom, listHeight(screen)) : kRow;
    const double above = tabsHeight + listShown + 8 + 16 + choices + 16;
    const bool fits = hasList || above + legend + 16 <= panel.height;
    const bool legendStays = fits || panel.height >= legend + 32 + 200;
    const PxRect scrolled{panel.x, panel.y, panel.width - 1, panel.height - (legendStays ? legend + 32 : 0)};

    double y = panel.y;
    if (!fits) y = controls.beginScroll("panel.scroll", scrolled, above + (legendStays ? 0 : legend + 16));
    drawTabs(screen, x, y + 8, width);
    y += tabsHeight;
    if (hasList) {
        const PxRect list{panel.x, y, panel.width - 1, listShown};
        scrollToChosen(screen, listShown);
        drawList(screen, x - 4, controls.beginScroll("list.scroll", list, listHeight(screen)), width + 8);
        controls.endScroll();
    } else if (!screen.facts.groups.empty()) {
        drawMeasureSelect(screen, x, y, width);
    }
    y += listShown + 8;
    if (hasList) screen.brush().lineAcross(x, y, width, tokens.hairline);
    y += hasList ? 16 : 4;
    y += flowChoices(screen, x, y, width, true) + 16;
    if (!legendStays) drawLegend(screen, x, y, width, kLegendRow);
    if (!fits) controls.endScroll();
    if (legendStays) {
        if (!fits) {
            y = panel.y + panel.height - legend - 16;
            screen.brush().lineAcross(x, y - 16, width, tokens.hairline);
        }
        drawLegend(screen, x, y, width, kLegendRow);
    }
    controls.endPanel();
}

double flowView(const Screen& screen, double x, double y, double width, bool isDrawn) {
    const double top = y;
    if (isDrawn) drawTabs(screen, x, y, width);
    y += kRow + 8;
    if (isDrawn) drawList(screen, x - 4, y, width + 8);
    y += listHeight(screen) + 16;
    y += flowChoices(screen, x, y, width, isDrawn) + 24;
    if (isDrawn) drawLegend(screen, x, y, width, kRow);
    return y + legendHeight(screen, width, kRow) - top;
}

}  // namespace dex
