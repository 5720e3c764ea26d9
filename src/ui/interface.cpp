#include "ui/interface.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/apart.h"
#include "ui/compare.h"
#include "ui/drawing.h"
#include "ui/legend.h"
#include "ui/pointing.h"
#include "ui/screen.h"

namespace dex {
namespace {

constexpr double kSheetMs = 200;  // The sheet's way to its stop.

Layout inTextPx(const Layout& css, double scale) {
    Layout made = css;
    forEachRect(made, [scale](PxRect& rect) {
        rect = {rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale};
    });
    return made;
}

}  // namespace

struct Interface::Body {
    void layOutFor(const Facts& facts);
    double comparedWidth(const CompareFacts& compare) const;
    void moveSheet(double nowMs, bool reducedMotion);
    void compose(const Facts& facts, const UiState& uiState);
    void run(const Command& command);
    void noticeCompared(const Facts& facts);
    void setSheet(std::string_view stop);
    void toggleNeed(const std::string& need);
    void showPage(Page page);
    void slide(const Node* slider, double x);

    double width = 0, height = 0, devicePixelRatio = 1, textScale = 1;
    Glyphs glyphs;
    Drawing drawing;
    Brush brush{drawing, glyphs};
    SemanticTree tree;
    Memory memory;
    Controls controls{brush, tree, memory};
    Pointing pointing{memory};
    Layout layout;
    std::vector<UiAction> actions;
    std::string shownMeasure;    // A new measure brings its own tab to the front.
    std::string shownCard;       // A new card takes the place of a page in the sheet.
    std::string compared;        // Other areas in the comparison bring it back.
    std::optional<double> slid;  // Where the slider that is held was last taken.
    bool hadCard = false;        // Or a comparison.
    bool onlyCompares = false;   // It was an open comparison without a card.
    std::size_t messages = 0;    // So many there were.
    bool isMoving = false;
    std::uint32_t controlsShown = control::kAll;
    double lastMs = 0;
};

// The headline's height wants faces; before they are here a guess keeps the map in its place.
void Interface::Body::layOutFor(const Facts& facts) {
    const Shape shape = shapeOf(width / textScale, height / textScale, controlsShown);
    const double head =
        glyphs.hasFaces()
            ? headHeight(facts, brush, shape, headToolsOf(shape, height / textScale, controlsShown), width / textScale)
            : (shape == Shape::Small ? 53 : space::kHeadHeight);
    LayoutInput input{width, height, textScale, head * textScale};
    input.panelOpen = memory.panelOpen;
    const bool compares = facts.compare && !memory.comparisonClosed;
    input.hasCard = facts.card || (compares && shape != Shape::Small);
    if (compares) input.cardWidth = comparedWidth(*facts.compare);
    // Without faces nothing is drawn, and nothing can be measured.
    if (!facts.messages.empty() && glyphs.hasFaces())
        input.messagesHeight = messagesHeight(facts, brush, inTextPx(layout, textScale)) * textScale;
    input.hasBanner = facts.isReady && facts.adjust && facts.adjust->isOwn;
    input.controls = controlsShown;
    input.namedClasses = facts.isReady ? namedClasses(facts.legend) : 0;
    input.sheetHeight = memory.sheetHeight;
    layout = layOut(input);
}

// What is compared stays in sight beside the comparison, where there is room for both.
DEX_APART double Interface::Body::comparedWidth(const CompareFacts& compare) const {
    const double covered = layout.shape == Shape::Middle ? layout.panel.width : 0;
    const double beside = (layout.map.width - covered) / textScale - space::kEdge - kBesideCard;
    return compareWidth(compare.columns.size(), std::max<double>(beside, space::kCardWidth));
}

void Interface::Body::moveSheet(double nowMs, bool reducedMotion) {
    const double goal = sheetHeightOf(layout, memory.sheet, textScale);
    // After a rest the first frame would otherwise be the whole way.
    const double passed = std::clamp(nowMs - lastMs, 0.0, 50.0);
    isMoving = false;
    if (pointing.isDraggingSheet() || goal <= 0) return;
    const double left = goal - memory.sheetHeight;
    if (reducedMotion || memory.sheetHeight <= 0 || std::fabs(left) < 1) {
        memory.sheetHeight = goal;
        return;
    }
    // Four fifths of the way in a third of the time, as an ease-out does.
    memory.sheetHeight += left * std::min(1.0, 4 * passed / kSheetMs);
    isMoving = true;
}

void Interface::Body::compose(const Facts& facts, const UiState& uiState) {
    drawing.begin(static_cast<float>(std::floor(width * devicePixelRatio + 0.5)),
                  static_cast<float>(std::floor(height * devicePixelRatio + 0.5)), glyphs.white());
    tree.begin();
    controls.beginFrame(facts.language, textScale);
    const Layout ours = inTextPx(layout, textScale);
    UiState seen = uiState;
    seen.controls = controlsShown;
    seen.pointerX /= textScale;
    seen.pointerY /= textScale;
    if (seen.here) seen.here = PxPoint{seen.here->x / textScale, seen.here->y / textScale};
    const Screen screen{facts, seen, ours, controls, memory};
    // In the order in which the tree is read; within a layer what comes later also lies on top.
    drawHead(screen);
    if (layout.shape == Shape::Wide || layout.shape == Shape::Middle) drawViewPanel(screen);
    drawMapFurniture(screen);
    drawBanner(screen);
    drawLegendStrip(screen);
    if (facts.isReady) drawCard(screen);
    if (layout.shape == Shape::Narrow)
        drawSheet(screen);
    else if (layout.shape != Shape::Small && facts.isReady)
        drawFoot(screen);
    drawMessages(screen);
    drawPopups(screen);
    drawing.end();
}

DEX_APART void Interface::Body::noticeCompared(const Facts& facts) {
    std::string now;
    if (facts.compare) {
        for (const CompareColumn& column : facts.compare->columns) now += column.canRemove ? column.id + ' ' : "";
    }
    if (now == compared) return;
    compared = std::move(now);
    memory.comparisonClosed = false;
}

void Interface::Body::setSheet(std::string_view stop) {
    if (stop == "peek") memory.sheet = Sheet::Peek;
    if (stop == "half") memory.sheet = Sheet::Half;
    if (stop == "full") memory.sheet = Sheet::Full;
    if (stop.empty())
        memory.sheet = memory.sheet == Sheet::Peek   ? Sheet::Half
                       : memory.sheet == Sheet::Half ? Sheet::Full
                                                     : Sheet::Peek;
}

// The others stay as they are: one that folded up above would move what was pressed.
void Interface::Body::toggleNeed(const std::string& need) {
    if (std::erase(memory.openNeeds, need) == 0) memory.openNeeds.push_back(need);
}

void Interface::Body::showPage(Page page) {
    if (page == memory.page) return;
    if (page == Page::Ranked || memory.page == Page::Ranked)
        actions.push_back({.kind = ActionKind::OpenRanked, .number = page == Page::Ranked ? 1.0 : 0.0});
    memory.page = page;
    for (ScrollPart& part : memory.scrolls) {
        if (part.id == "page.scroll" || part.id == "sheet.scroll") part.offset = 0;
    }
    if (page != Page::View && memory.sheet == Sheet::Peek) memory.sheet = Sheet::Half;
}

// To the whole step under the pointer; css px.
void Interface::Body::slide(const Node* slider, double x) {
    if (!slider || slider->role != Role::Slider) return;
    const double inset = kThumb * textScale, track = slider->rect.width - 2 * inset;
    const double share = std::clamp((x - slider->rect.x - inset) / std::max(track, 1.0), 0.0, 1.0);
    Command command = slider->valueCommand;
    command.action.number = std::floor(share * slider->max + 0.5);
    // A pointer moves by pixels, a value by whole steps.
    if (slid && *slid == command.action.number) return;
    slid = command.action.number;
    run(command);
}

void Interface::Body::run(const Command& command) {
    pointing.framesWanted = std::max(pointing.framesWanted, 2);
    if (!command.isForInterface) {
        actions.push_back(command.action);
        // On a narrow screen the card comes in the page's place, or stands there already.
        if (command.action.kind == ActionKind::SelectArea && layout.shape == Shape::Narrow &&
            command.action.text == shownCard)
            showPage(Page::View);
        if (closesList(command.action.kind)) memory.openList.clear();
        // A dialog of the page takes the place of one of the map.
        if (command.action.kind == ActionKind::OpenAbout || command.action.kind == ActionKind::OpenReport)
            memory.dialog = Dialog::None;
        return;
    }
    const std::string& text = command.action.text;
    switch (command.forInterface) {
        case InterfaceAction::ShowTab: memory.tab = text; break;
        case InterfaceAction::ToggleList:
            memory.openList = memory.openList == text ? std::string() : text;
            memory.reveal = memory.openList;
            break;
        case InterfaceAction::ShowPage:
            showPage(text == "adjust" ? Page::Adjust : text == "ranked" ? Page::Ranked : Page::View);
            break;
        case InterfaceAction::ToggleNeed: toggleNeed(text); break;
        case InterfaceAction::TogglePanel: memory.panelOpen = !memory.panelOpen; break;
        case InterfaceAction::ToggleMoves: memory.movesOpen = !memory.movesOpen; break;
        case InterfaceAction::ToggleComparison: memory.comparisonClosed = !memory.comparisonClosed; break;
        case InterfaceAction::OpenHelp: memory.dialog = Dialog::Help; break;
        case InterfaceAction::OpenSources: memory.dialog = Dialog::Sources; break;
        case InterfaceAction::CloseAll:
            memory.dialog = Dialog::None;
            memory.openList.clear();
            break;
        case InterfaceAction::SheetTo: setSheet(text); break;
    }
}

Interface::Interface() : body_(std::make_unique<Body>()) {}
Interface::~Interface() = default;

void Interface::setFaces(const Face* regular, const Face* semibold) {
    body_->glyphs.setFaces(regular, semibold);
    body_->pointing.framesWanted = 1;
}

void Interface::resize(double cssWidth, double cssHeight, double devicePixelRatio, double textScale) {
    Body& body = *body_;
    body.width = std::max(cssWidth, 1.0);
    body.height = std::max(cssHeight, 1.0);
    body.devicePixelRatio = devicePixelRatio > 0 ? devicePixelRatio : 1;
    body.textScale = textScale > 0 ? std::clamp(textScale, 0.75, 4.0) : 1;
    body.memory.sheetHeight = 0;
    body.memory.openList.clear();
    body.pointing.framesWanted = 1;
}

void Interface::setControls(std::uint32_t shown) {
    body_->controlsShown = shown;
    body_->pointing.framesWanted = 1;
}

void Interface::showRanked() {
    Body& body = *body_;
    body.memory.page = Page::Ranked;
    body.memory.scroll("page.scroll").offset = body.memory.scroll("sheet.scroll").offset = 0;
    body.memory.panelOpen = true;
    if (body.memory.sheet == Sheet::Peek) body.memory.sheet = Sheet::Half;
    body.pointing.framesWanted = 1;
}

const Layout& Interface::layout() const { return body_->layout; }

bool Interface::wantsPointer(double x, double y) const { return body_->pointing.wants(x, y); }

void Interface::pointer(PointerPhase phase, InputKind kind, double x, double y) {
    Body& body = *body_;
    const std::string pressed = body.pointing.pointer(phase, kind, x, y);
    if (phase == PointerPhase::Down) {
        body.slid.reset();
        const Node* held = body.tree.find(body.memory.held);
        if (held && held->role == Role::Slider) body.pointing.offerSlide();
    }
    if (body.pointing.isSliding())
        body.slide(body.tree.find(body.memory.held), x);
    else if (!pressed.empty() && !act(pressed, {}))
        body.slide(body.tree.find(pressed), x);  // A tap on a slider, which cannot be pressed, takes it there.
}

void Interface::wheel(double x, double y, double deltaPx) { body_->pointing.wheel(x, y, deltaPx); }

bool Interface::key(std::string_view key) {
    Body& body = *body_;
    Memory& memory = body.memory;
    // Escape closes one thing a press, from what lies on top to what lies beneath.
    if (key != "?" && key != "Escape") return false;
    if (key == "?") {
        memory.dialog = Dialog::Help;
    } else if (!memory.openList.empty()) {
        memory.openList.clear();
    } else if (memory.dialog != Dialog::None) {
        memory.dialog = Dialog::None;
    } else if (body.messages > 0) {
        body.actions.push_back({.kind = ActionKind::CloseMessage, .number = static_cast<double>(body.messages - 1)});
    } else if (memory.movesOpen) {
        memory.movesOpen = false;
    } else if (memory.page != Page::View && (body.layout.panel.width > 0 || body.layout.sheet.height > 0)) {
        body.showPage(Page::View);
    } else if (memory.panelOpen && body.layout.shape == Shape::Middle) {
        memory.panelOpen = false;
    } else if (body.hadCard) {
        if (body.onlyCompares)
            memory.comparisonClosed = true;
        else
            body.actions.push_back({.kind = ActionKind::CloseCard});
    } else {
        return false;
    }
    body.pointing.framesWanted = 1;
    return true;
}

void Interface::draw(const Facts& facts, const UiState& state) {
    Body& body = *body_;
    body.brush.setFrame(body.devicePixelRatio * body.textScale, tokensOf(state.theme, state.moreContrast));
    body.glyphs.prepare(body.devicePixelRatio * body.textScale);
    if (facts.compare || !body.compared.empty()) body.noticeCompared(facts);
    const bool compares = facts.compare && !body.memory.comparisonClosed;
    const bool hasCard = facts.card || compares;
    body.onlyCompares = compares && !facts.card;
    body.messages = facts.messages.size();
    const std::string cardId = facts.card ? facts.card->id : std::string();
    if (cardId != body.shownCard) {
        if (facts.card && body.layout.shape == Shape::Narrow) {
            body.showPage(Page::View);
            // The map shows what the card is of.
            if (body.memory.sheet == Sheet::Full) body.memory.sheet = Sheet::Half;
        }
        body.shownCard = cardId;
    }
    // On a narrow screen a card comes up by itself; without one the sheet goes down again.
    if (hasCard != body.hadCard) {
        if (hasCard && body.memory.sheet == Sheet::Peek) body.memory.sheet = Sheet::Half;
        if (!hasCard) body.memory.sheet = Sheet::Peek;
        body.memory.scroll("sheet.scroll").offset = 0;
        body.hadCard = hasCard;
    }
    if (facts.chosenTab < facts.tabs.size()) {
        const Chooser& measures = facts.tabs[facts.chosenTab].measures;
        const std::string chosen =
            measures.chosen < measures.choices.size() ? measures.choices[measures.chosen].id : "";
        if (chosen != body.shownMeasure) {
            body.shownMeasure = chosen;
            body.memory.tab.clear();
            body.memory.showsChosen = true;
        }
    }
    body.layOutFor(facts);
    body.moveSheet(state.nowMs, state.reducedMotion);
    // Again: the first time said how far the sheet may move, and now it has moved.
    body.layOutFor(facts);
    body.pointing.framesWanted = std::max(0, body.pointing.framesWanted - 1);
    if (body.glyphs.hasFaces()) {
        const bool hasReveal = !body.memory.reveal.empty();
        body.compose(facts, state);
        // New characters, or a part that has to scroll first: the frame is made once more before anybody sees it.
        if (body.glyphs.isStale() || (hasReveal && body.memory.reveal.empty())) {
            body.glyphs.prepare(body.devicePixelRatio * body.textScale);
            body.layOutFor(facts);
            body.compose(facts, state);
        }
        body.memory.reveal.clear();
        body.tree.finish();
    }
    body.pointing.setFrame(body.layout, body.textScale, body.controls.hits());
    body.lastMs = state.nowMs;
}

const ImDrawData* Interface::drawData() const { return body_->glyphs.hasFaces() ? &body_->drawing.data() : nullptr; }

GlyphPicture Interface::glyphPicture() const { return body_->glyphs.picture(); }

bool Interface::needsFrame() const { return body_->isMoving || body_->pointing.framesWanted > 0; }

std::vector<UiAction> Interface::takeActions() { return std::exchange(body_->actions, {}); }

std::string_view Interface::cursor() const {
    if (!body_->pointing.isOverPanel()) return {};
    return body_->memory.hovered.empty() ? "default" : "pointer";
}

std::uint32_t Interface::treeVersion() const { return body_->tree.version(); }
const std::string& Interface::tree() const { return body_->tree.json(); }

bool Interface::act(std::string_view node, std::string_view value) {
    Command command;
    if (!body_->tree.commandFor(node, value, command)) return false;
    body_->run(command);
    return true;
}

void Interface::reveal(std::string_view node) {
    Body& body = *body_;
    body.memory.reveal = node;
    body.pointing.framesWanted = 1;
    // What lies below the screen, or above what a low sheet shows of its contents, is in the sheet: it comes up at once, so
    // that there is something to scroll in.
    const Node* found = body.tree.find(node);
    if (body.layout.sheet.height <= 0 || body.memory.sheet != Sheet::Peek || !found) return;
    const bool isBelow = found->rect.y + found->rect.height > body.layout.canvas.height;
    if (!isBelow && !(found->states & state::kHidden)) return;
    body.memory.sheet = Sheet::Half;
    body.memory.sheetHeight = 0;
}

void Interface::recordTexts(std::vector<std::string>* heard) { body_->brush.setListener(heard); }
const SemanticTree& Interface::semantics() const { return body_->tree; }

}  // namespace dex
