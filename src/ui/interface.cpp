#include "ui/interface_body.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/apart.h"
#include "ui/compare.h"
#include "ui/legend.h"

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

// The headline's height wants faces; before they are here a guess keeps the map in its place.
void Interface::Body::layOutFor(const Facts& facts) {
    const Shape shape = shapeOf(width / textScale, height / textScale, controlsShown);
    const double head =
        glyphs.hasFaces()
            ? headHeight(facts, brush, shape, headToolsOf(shape, width / textScale, height / textScale, controlsShown),
                         width / textScale)
            : (shape == Shape::Small ? 53 : space::kHeadHeight);
    LayoutInput input{width, height, textScale, head * textScale};
    input.panelOpen = memory.panelOpen;
    const bool compares = facts.compare && !memory.comparisonClosed;
    input.hasCard = facts.card || (compares && shape != Shape::Small);
    if (compares) input.cardWidth = comparedWidth(*facts.compare);
    // Without faces nothing is drawn, and nothing can be measured.
    // By the last layout, because this one depends on it.
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
        // Those that the reader has chosen: a place and the whole come by themselves.
        for (const CompareColumn& column : facts.compare->columns) now += column.canRemove ? column.id + ' ' : "";
    }
    if (now == compared) return;
    // Another set is something that the reader has just asked for: it is shown, even where the comparison was closed.
    compared = std::move(now);
    memory.comparisonClosed = false;
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
    // Without a height the sheet stands at its stop at once; it does not travel there.
    body.memory.sheetHeight = 0;
    body.memory.openList.clear();
    body.pointing.framesWanted = 1;
}

void Interface::setControls(std::uint32_t shown) {
    body_->controlsShown = shown;
    body_->pointing.framesWanted = 1;
}

const Layout& Interface::layout() const { return body_->layout; }
bool Interface::showsAdjust() const { return body_->memory.page == Page::Adjust; }

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
    // As it has just been drawn: a pointer presses what is seen.
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

void Interface::recordTexts(std::vector<std::string>* heard) { body_->brush.setListener(heard); }
const SemanticTree& Interface::semantics() const { return body_->tree; }

}  // namespace dex
