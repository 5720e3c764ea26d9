#include <algorithm>
#include <cmath>

#include "base/apart.h"
#include "ui/interface_body.h"
#include "ui/list_keys.h"

// What a reader does with the panels.

namespace dex {

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
    // The app makes the list only while it is looked at.
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

void Interface::showRanked() {
    Body& body = *body_;
    body.memory.page = Page::Ranked;
    body.memory.scroll("page.scroll").offset = body.memory.scroll("sheet.scroll").offset = 0;
    body.memory.panelOpen = true;
    if (body.memory.sheet == Sheet::Peek) body.memory.sheet = Sheet::Half;
    body.pointing.framesWanted = 1;
}

bool Interface::wantsPointer(double x, double y) const { return body_->pointing.wants(x, y); }

void Interface::pointer(PointerPhase phase, InputKind kind, double x, double y) {
    Body& body = *body_;
    const std::string pressed = body.pointing.pointer(phase, kind, x, y);
    if (phase == PointerPhase::Down) {
        // A new press may set the same value again.
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

// No key reaches the map behind an open list or dialog.
DEX_APART bool Interface::keyOverMap(std::string_view key) {
    Memory& memory = body_->memory;
    if (memory.openList.empty()) return memory.dialog != Dialog::None;
    const std::string chosen = keyInList(key, body_->tree, memory);
    if (!chosen.empty()) act(chosen, {});
    body_->pointing.framesWanted = 1;
    return true;
}

bool Interface::key(std::string_view key) {
    Body& body = *body_;
    Memory& memory = body.memory;
    // Escape closes one thing a press, from what lies on top to what lies beneath.
    if (key != "?" && key != "Escape") return keyOverMap(key);
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

}  // namespace dex
