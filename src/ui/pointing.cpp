#include "ui/pointing.h"

#include <algorithm>
#include <cfloat>

#include <imgui.h>

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

void Pointing::setFrame(const Layout& layout, double textScale, double devicePixelRatio) {
    layout_ = layout;
    textScale_ = textScale;
    devicePixelRatio_ = devicePixelRatio;
}

bool Pointing::covers(double x, double y) const {
    return std::any_of(covers_.begin(), covers_.end(), [&](const PxRect& rect) { return rect.contains(x, y); });
}

bool Pointing::wants(double x, double y) const {
    return isHeld_ || !memory_.openList.empty() || memory_.dialog != Dialog::None || covers(x, y);
}

void Pointing::feed(double x, double y) {
    ImGui::GetIO().AddMousePosEvent(static_cast<float>(x * devicePixelRatio_),
                                    static_cast<float>(y * devicePixelRatio_));
    framesWanted = std::max(framesWanted, 1);
}

void Pointing::feedNowhere() {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    framesWanted = std::max(framesWanted, 1);
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
    for (auto part = memory_.scrolls.rbegin(); part != memory_.scrolls.rend(); ++part) {
        if (part->isShown && part->rect.contains(x / textScale_, y / textScale_)) return &*part;
    }
    return nullptr;
}

void Pointing::down(InputKind kind, double x, double y) {
    isHeld_ = true;
    kind_ = kind;
    drag_ = Drag::None;
    framesWanted = std::max(framesWanted, 2);
    if (closesPopup(x, y)) {
        drag_ = Drag::Swallowed;
        return;
    }
    startX_ = x;
    startY_ = lastY_ = y;
    startHeight_ = memory_.sheetHeight;
    const bool isSheet = layout_.sheet.contains(x, y) && memory_.dialog == Dialog::None && memory_.openList.empty();
    ScrollPart* part = partAt(x, y);
    part_ = part ? part->id : std::string();
    const bool isHeader = isSheet && !part;
    // A mouse scrolls by its wheel; it drags nothing but the sheet.
    if (isHeader || (kind != InputKind::Mouse && (part || isSheet))) drag_ = Drag::Possible;
    feed(x, y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
}

void Pointing::startDrag(double dy) {
    const bool isSheet =
        layout_.sheet.contains(startX_, startY_) && memory_.dialog == Dialog::None && memory_.openList.empty();
    const bool atTop = part_.empty() || memory_.scroll(part_).offset <= 0;
    const bool isUp = memory_.sheet == Sheet::Full;
    drag_ = isSheet && (part_.empty() || !isUp || (atTop && dy > 0)) ? Drag::Sheet : Drag::Scroll;
    // What was pressed is let go without being done.
    feedNowhere();
}

void Pointing::move(InputKind kind, double x, double y) {
    if (!isHeld_) {
        const bool wasOver = isOver_;
        isOver_ = covers(x, y);
        if (isOver_)
            feed(x, y);
        else if (wasOver)
            feedNowhere();
        return;
    }
    if (kind != kind_) return;
    const double dy = y - startY_, dx = x - startX_;
    if (drag_ == Drag::Possible && dx * dx + dy * dy > kSlop * kSlop) startDrag(dy);
    if (drag_ == Drag::Scroll && !part_.empty()) {
        ScrollPart& part = memory_.scroll(part_);
        part.offset = std::clamp(part.offset - (y - lastY_) / textScale_, 0.0, part.most());
    } else if (drag_ == Drag::Sheet) {
        memory_.sheetHeight = std::clamp(startHeight_ - dy, sheetHeightOf(layout_, Sheet::Peek, textScale_),
                                         sheetHeightOf(layout_, Sheet::Full, textScale_));
    } else if (drag_ == Drag::None || drag_ == Drag::Possible) {
        feed(x, y);
    }
    lastStep_ = y - lastY_;
    lastY_ = y;
    framesWanted = std::max(framesWanted, 1);
}

void Pointing::up(InputKind kind, double x, double y) {
    if (!isHeld_) return;
    isHeld_ = false;
    framesWanted = std::max(framesWanted, 3);
    if (drag_ == Drag::Swallowed) return;
    if (drag_ == Drag::Sheet) {
        // It goes on the way that it was thrown.
        const double thrown = memory_.sheetHeight - 6 * lastStep_;
        memory_.sheet = nearestStop(layout_, textScale_, thrown);
    } else if (drag_ != Drag::Scroll) {
        feed(x, y);
    }
    drag_ = Drag::None;
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    if (kind != InputKind::Mouse) {
        feedNowhere();
        isOver_ = false;
    }
}

void Pointing::pointer(PointerPhase phase, InputKind kind, double x, double y) {
    switch (phase) {
        case PointerPhase::Down: down(kind, x, y); break;
        case PointerPhase::Move: move(kind, x, y); break;
        case PointerPhase::Up: up(kind, x, y); break;
        case PointerPhase::Cancel:
        case PointerPhase::Leave:
            if (isHeld_ && phase == PointerPhase::Cancel) {
                if (drag_ == Drag::Possible || drag_ == Drag::None) drag_ = Drag::Scroll;
                feedNowhere();
                up(kind, x, y);
            } else if (!isHeld_ && isOver_) {
                isOver_ = false;
                feedNowhere();
            }
            break;
    }
}

void Pointing::wheel(double x, double y, double deltaPx) {
    ScrollPart* part = partAt(x, y);
    if (!part) return;
    part->offset = std::clamp(part->offset + deltaPx / textScale_, 0.0, part->most());
    framesWanted = std::max(framesWanted, 1);
}

}  // namespace dex
