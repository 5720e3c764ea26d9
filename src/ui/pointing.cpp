#include "ui/pointing.h"

#include <algorithm>
#include <cmath>

namespace dex {
namespace {

constexpr double kSlop = 8;  // Css px that a finger may tremble.

Sheet nearestStop(const Layout& layout, double textScale, double height) {
    Sheet nearest = Sheet::Peek;
    double best = -1;
    for (const Sheet sheet : {Sheet::Peek, Sheet::Half, Sheet::Full}) {
        const double off = height - sheetHeightOf(layout, sheet, textScale);
        const double away = off < 0 ? -off : off;
        if (best >= 0 && away >= best) continue;
        best = away;
        nearest = sheet;
    }
    return nearest;
}

}  // namespace

void Pointing::setFrame(const Layout& layout, double textScale, const Hits& hits) {
    layout_ = layout;
    textScale_ = textScale;
    hits_ = hits;
    // What was under a resting pointer may have moved away.
    if (isOver_) hover();
}

bool Pointing::wants(double x, double y) const {
    // While a list or dialog is open every press is ours, for a press beside it closes it.
    return isHeld_ || !memory_.openList.empty() || memory_.dialog != Dialog::None || hits_.covers(x, y);
}

void Pointing::hover() {
    std::string_view here = hits_.at(lastX_, lastY_);
    // While one control is held no other answers to the pointer.
    if (isHeld_ && here != memory_.held) here = {};
    if (here == memory_.hovered) return;
    memory_.hovered = here;
    framesWanted = std::max(framesWanted, 1);
}

void Pointing::hoverNothing() {
    if (memory_.hovered.empty()) return;
    memory_.hovered.clear();
    framesWanted = std::max(framesWanted, 1);
}

void Pointing::leave() {
    isOver_ = false;
    hoverNothing();
}

// A press beside an open list or dialog closes it and does nothing else.
bool Pointing::closesPopup(double x, double y) {
    const bool hasList = !memory_.openList.empty(), hasDialog = memory_.dialog != Dialog::None;
    if ((!hasList && !hasDialog) || memory_.popup.contains(x, y)) return false;
    if (hasList)
        memory_.openList.clear();
    else
        memory_.dialog = Dialog::None;
    return true;
}

ScrollPart* Pointing::partAt(double x, double y) {
    ScrollPart* top = nullptr;
    for (auto& part : memory_.scrolls) {
        if (part.shownAs > (top ? top->shownAs : 0) && part.rect.contains(x / textScale_, y / textScale_)) top = &part;
    }
    return top;
}

void Pointing::down(InputKind kind, double x, double y) {
    isHeld_ = true;
    kind_ = kind;
    drag_ = Drag::None;
    canSlide_ = false;
    framesWanted = std::max(framesWanted, 1);
    if (closesPopup(x, y)) {
        drag_ = Drag::Swallowed;
        return;
    }
    startX_ = lastX_ = x;
    startY_ = lastY_ = y;
    startHeight_ = memory_.sheetHeight;
    const bool isSheet = layout_.sheet.contains(x, y) && memory_.dialog == Dialog::None && memory_.openList.empty();
    ScrollPart* part = partAt(x, y);
    part_ = part ? part->id : std::string();
    const bool isHeader = isSheet && !part;
    // A mouse scrolls by its wheel; it drags nothing but the sheet.
    if (isHeader || (kind != InputKind::Mouse && (part || isSheet))) drag_ = Drag::Possible;
    memory_.held = hits_.at(x, y);
    isOver_ = true;
    hover();
}

void Pointing::offerSlide() {
    canSlide_ = true;
    // A finger may still mean to scroll: which way it goes first decides (startDrag).
    if (kind_ == InputKind::Mouse) drag_ = Drag::Slide;
}

void Pointing::startDrag(double dx, double dy) {
    if (canSlide_ && std::fabs(dx) > std::fabs(dy)) {
        drag_ = Drag::Slide;
        return;
    }
    const bool isSheet =
        layout_.sheet.contains(startX_, startY_) && memory_.dialog == Dialog::None && memory_.openList.empty();
    // A sheet that is not all the way up moves before its contents scroll; once up, it is pulled down by the top of
    // them.
    const bool atTop = part_.empty() || memory_.scroll(part_).offset <= 0;
    const bool isUp = memory_.sheet == Sheet::Full;
    drag_ = isSheet && (part_.empty() || !isUp || (atTop && dy > 0)) ? Drag::Sheet : Drag::Scroll;
    // What was pressed is let go without being done.
    memory_.held.clear();
    hoverNothing();
}

void Pointing::move(InputKind kind, double x, double y) {
    if (!isHeld_) {
        lastX_ = x;
        lastY_ = y;
        isOver_ = hits_.covers(x, y);
        if (isOver_)
            hover();
        else
            hoverNothing();
        return;
    }
    // While a pointer is held one of another kind has no say.
    if (kind != kind_) return;
    const double dy = y - startY_, dx = x - startX_;
    lastStep_ = y - lastY_;
    lastX_ = x;
    lastY_ = y;
    if (drag_ == Drag::Possible && dx * dx + dy * dy > kSlop * kSlop) startDrag(dx, dy);
    if (drag_ == Drag::Scroll && !part_.empty()) {
        ScrollPart& part = memory_.scroll(part_);
        part.offset = std::clamp(part.offset - lastStep_ / textScale_, 0.0, part.max());
    } else if (drag_ == Drag::Sheet) {
        // From the height at which the finger went down: the sheet keeps to it.
        memory_.sheetHeight = std::clamp(startHeight_ - dy, sheetHeightOf(layout_, Sheet::Peek, textScale_),
                                         sheetHeightOf(layout_, Sheet::Full, textScale_));
    } else if (drag_ == Drag::None || drag_ == Drag::Possible) {
        hover();
    }
    framesWanted = std::max(framesWanted, 1);
}

void Pointing::letGo() {
    isHeld_ = false;
    drag_ = Drag::None;
    memory_.held.clear();
}

std::string Pointing::up(InputKind kind, double x, double y) {
    if (!isHeld_) return {};
    std::string pressed;
    if (drag_ == Drag::Sheet)
        // It goes on the way that it was thrown.
        memory_.sheet = nearestStop(layout_, textScale_, memory_.sheetHeight - 6 * lastStep_);
    // Let go elsewhere, a press is taken back.
    else if ((drag_ == Drag::None || drag_ == Drag::Possible) && hits_.at(x, y) == memory_.held)
        pressed = memory_.held;
    letGo();
    framesWanted = std::max(framesWanted, 1);
    if (kind == InputKind::Mouse)
        move(kind, x, y);
    else
        leave();
    return pressed;
}

// The pointer was taken away: nothing is pressed, what was dragged stays where it is.
void Pointing::cancel() {
    if (drag_ == Drag::Sheet) memory_.sheet = nearestStop(layout_, textScale_, memory_.sheetHeight);
    letGo();
    leave();
    framesWanted = std::max(framesWanted, 1);
}

std::string Pointing::pointer(PointerPhase phase, InputKind kind, double x, double y) {
    switch (phase) {
        case PointerPhase::Down: down(kind, x, y); break;
        case PointerPhase::Move: move(kind, x, y); break;
        case PointerPhase::Up: return up(kind, x, y);
        case PointerPhase::Cancel:
            if (isHeld_)
                cancel();
            else
                leave();
            break;
        case PointerPhase::Leave:
            // Held, it may leave and come back.
            if (!isHeld_) leave();
            break;
    }
    return {};
}

void Pointing::wheel(double x, double y, double deltaPx) {
    ScrollPart* part = partAt(x, y);
    if (!part) return;
    part->offset = std::clamp(part->offset + deltaPx / textScale_, 0.0, part->max());
    framesWanted = std::max(framesWanted, 1);
}

}  // namespace dex
