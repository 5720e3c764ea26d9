#include "ui/interface.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/pointing.h"
#include "ui/screen.h"

namespace dex {
namespace {

constexpr double kSheetMs = 200;  // The sheet's way to its stop.

Layout inOurPx(const Layout& css, double scale) {
    Layout made = css;
    for (PxRect* rect :
         {&made.canvas, &made.head, &made.panel, &made.map, &made.clear, &made.legend, &made.foot, &made.sheet})
        *rect = {rect->x / scale, rect->y / scale, rect->width / scale, rect->height / scale};
    return made;
}

}  // namespace

struct Interface::Body {
    void layOutFor(const Facts& facts);
    void moveSheet(double nowMs, bool reducedMotion);
    void compose(const Facts& facts, const UiState& uiState);
    void obey(const Command& command);
    void setSheet(std::string_view stop);

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
    std::string shownMeasure;  // A new measure brings its own tab to the front.
    bool hadCard = false;
    bool isMoving = false;
    double lastMs = 0;
};

// The headline's height wants faces; before they are here a guess keeps the map in its place.
void Interface::Body::layOutFor(const Facts& facts) {
    const Shape shape = shapeOf(width / textScale, height / textScale);
    const double head =
        glyphs.hasFaces() ? headHeight(facts, brush, shape, width / textScale) : (shape == Shape::Small ? 53 : 84);
    layout = layOut(
        {width, height, textScale, head * textScale, memory.panelOpen, facts.card.has_value(), memory.sheetHeight});
}

void Interface::Body::moveSheet(double nowMs, bool reducedMotion) {
    const double goal = sheetHeightOf(layout, memory.sheet, textScale);
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
    const Layout ours = inOurPx(layout, textScale);
    UiState seen = uiState;
    seen.pointerX /= textScale;
    seen.pointerY /= textScale;
    const Screen screen{facts, seen, ours, controls, memory};
    drawHead(screen);
    if (layout.shape == Shape::Wide || layout.shape == Shape::Middle) drawViewPanel(screen);
    drawMapFurniture(screen);
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

void Interface::Body::setSheet(std::string_view stop) {
    if (stop == "peek") memory.sheet = Sheet::Peek;
    if (stop == "half") memory.sheet = Sheet::Half;
    if (stop == "full") memory.sheet = Sheet::Full;
    if (stop.empty())
        memory.sheet = memory.sheet == Sheet::Peek   ? Sheet::Half
                       : memory.sheet == Sheet::Half ? Sheet::Full
                                                     : Sheet::Peek;
}

void Interface::Body::obey(const Command& command) {
    pointing.framesWanted = std::max(pointing.framesWanted, 2);
    if (!command.isInner) {
        actions.push_back(command.action);
        // Choosing from a list closes it.
        if (command.action.kind <= ActionKind::ChooseScope) memory.openList.clear();
        return;
    }
    switch (command.inner) {
        case Inner::ShowTab:
            if (!command.text.empty()) memory.tab = static_cast<std::uint32_t>(command.text[0] - '0');
            break;
        case Inner::ToggleList:
            memory.openList = memory.openList == command.text ? std::string() : command.text;
            memory.reveal = memory.openList;
            break;
        case Inner::TogglePanel: memory.panelOpen = !memory.panelOpen; break;
        case Inner::ToggleMoves: memory.movesOpen = !memory.movesOpen; break;
        case Inner::OpenHelp: memory.dialog = Dialog::Help; break;
        case Inner::OpenSources: memory.dialog = Dialog::Sources; break;
        case Inner::CloseAll:
            memory.dialog = Dialog::None;
            memory.openList.clear();
            break;
        case Inner::SheetTo: setSheet(command.text); break;
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

const Layout& Interface::layout() const { return body_->layout; }

bool Interface::wantsPointer(double x, double y) const { return body_->pointing.wants(x, y); }

void Interface::pointer(PointerPhase phase, InputKind kind, double x, double y) {
    const std::string pressed = body_->pointing.pointer(phase, kind, x, y);
    if (!pressed.empty()) act(pressed, {});
}

void Interface::wheel(double x, double y, double deltaPx) { body_->pointing.wheel(x, y, deltaPx); }

bool Interface::key(std::string_view key) {
    Body& body = *body_;
    Memory& memory = body.memory;
    if (key != "?" && key != "Escape") return false;
    if (key == "?") {
        memory.dialog = Dialog::Help;
    } else if (!memory.openList.empty()) {
        memory.openList.clear();
    } else if (memory.dialog != Dialog::None) {
        memory.dialog = Dialog::None;
    } else if (memory.movesOpen) {
        memory.movesOpen = false;
    } else if (memory.panelOpen && body.layout.shape == Shape::Middle) {
        memory.panelOpen = false;
    } else if (body.hadCard) {
        body.actions.push_back({ActionKind::CloseCard, {}, 0, 0, 0});
    } else {
        return false;
    }
    body.pointing.framesWanted = 1;
    return true;
}

void Interface::draw(const Facts& facts, const UiState& state) {
    Body& body = *body_;
    body.brush.setFrame(body.devicePixelRatio * body.textScale, tokensOf(state.theme));
    body.glyphs.prepare(body.devicePixelRatio * body.textScale);
    const bool hasCard = facts.card.has_value();
    // On a narrow screen a card comes up by itself; without one the sheet goes down again.
    if (hasCard != body.hadCard) {
        if (hasCard && body.memory.sheet == Sheet::Peek) body.memory.sheet = Sheet::Half;
        if (!hasCard) body.memory.sheet = Sheet::Peek;
        body.memory.scroll("sheet.scroll").offset = 0;
        body.hadCard = hasCard;
    }
    if (facts.chosenGroup < facts.groups.size()) {
        const Chooser& measures = facts.groups[facts.chosenGroup].measures;
        const std::string chosen =
            measures.chosen < measures.choices.size() ? measures.choices[measures.chosen].id : "";
        if (chosen != body.shownMeasure) {
            body.shownMeasure = chosen;
            body.memory.tab.reset();
            body.memory.showsChosen = true;
        }
    }
    body.layOutFor(facts);
    body.moveSheet(state.nowMs, state.reducedMotion);
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
    body_->obey(command);
    return true;
}

void Interface::reveal(std::string_view node) {
    Body& body = *body_;
    body.memory.reveal = node;
    body.pointing.framesWanted = 1;
    // What lies below the screen is in the sheet: it comes up at once, so that there is something to scroll in.
    const Node* found = body.tree.find(node);
    if (body.memory.sheet != Sheet::Peek || !found) return;
    if (found->rect.y + found->rect.height <= body.layout.canvas.height) return;
    body.memory.sheet = Sheet::Half;
    body.memory.sheetHeight = 0;
}

void Interface::listenToTexts(std::vector<std::string>* heard) { body_->brush.setListener(heard); }
const SemanticTree& Interface::semantics() const { return body_->tree; }

}  // namespace dex
