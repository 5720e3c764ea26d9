#include "map/gestures.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/exact.h"

namespace dex {
namespace {

constexpr double kDoubleTapMs = 320;
constexpr double kFlickWindowMs = 110;  // The speed of a flick is that of its last part.
constexpr double kRestMs = 70;          // A finger that rested this long before it left flicks nothing.
constexpr double kMinFlick = 0.12;      // Css px a millisecond.
constexpr double kMaxFlick = 4;
constexpr double kDoubleTapZoom = 1;
constexpr double kKeyZoom = 0.75;
constexpr double kKeyPanPx = 110;
constexpr double kNotchPx = 50;  // A wheel turn of at least this is a notch and eased; less is a touchpad's.
constexpr double kZoomPerPx = 1.0 / 240;
constexpr double kPinchZoomPerPx = 1.0 / 100;  // A touchpad's pinch comes as Ctrl + wheel in small parts.
constexpr double kMaxWheelZoom = 1.5;
constexpr double kMinSpanPx = 12;  // Fingers nearer than this tell no distance.

// How far a pointer may stray and still tap; the second number for a double tap.
struct Slop {
    double tap, again;
};
Slop slop(InputKind kind) {
    switch (kind) {
        case InputKind::Mouse: return {4, 6};
        case InputKind::Pen: return {8, 20};
        case InputKind::Touch: break;
    }
    return {10, 32};
}

double distance(double x, double y) { return std::sqrt(x * x + y * y); }

bool isZoomModifier(std::uint32_t modifiers) { return (modifiers & (kCtrl | kMeta)) != 0; }

}  // namespace

void Gestures::setOwnPage(bool own) { ownPage_ = own; }

void Gestures::focus(bool has) {
    inUse_ = has;
    if (has) return;
    usesKeyboard_ = false;
}

void Gestures::endUse() {
    inUse_ = false;
    usesKeyboard_ = false;
}

void Gestures::pointer(const PointerInput& input, double nowMs) {
    switch (input.phase) {
        case PointerPhase::Down: down(input, nowMs); break;
        case PointerPhase::Move: move(input, nowMs); break;
        case PointerPhase::Up: up(input, nowMs); break;
        case PointerPhase::Cancel:
            // The browser took the finger to scroll the page: that, too, was a try to move the map.
            if (input.kind == InputKind::Touch && !inUse() && contacts_.size() == 1 && contact(input.id)) {
                hintAt(PageHint::Touch);
            }
            lift(input.id);
            break;
        case PointerPhase::Leave:
            if (!contact(input.id)) tell(IntentKind::Leave, input);
            break;
    }
}

void Gestures::down(const PointerInput& input, double nowMs) {
    // Only the main button drags and taps.
    if (input.kind == InputKind::Mouse && (input.buttons & 1) == 0) return;
    usesKeyboard_ = false;
    camera_.stop();
    if (contact(input.id)) lift(input.id);  // Its up was lost.
    contacts_.push_back({input.id, input.x, input.y});
    if (contacts_.size() == 1) {
        drag_ = Drag::Pressed;
        pressX_ = input.x;
        pressY_ = input.y;
        samples_.clear();
        sample(input.x, input.y, nowMs);
    } else if (contacts_.size() == 2) {
        lastTap_.reset();
        tell(IntentKind::Leave, input);
        beginPinch();
    } else {
        drag_ = Drag::Spent;
    }
}

void Gestures::move(const PointerInput& input, double nowMs) {
    Contact* finger = contact(input.id);
    if (finger && input.kind == InputKind::Mouse && (input.buttons & 1) == 0) {
        lift(input.id);  // Let go outside the window.
        finger = nullptr;
    }
    if (!finger) {
        if (contacts_.empty()) hover(input);
        return;
    }
    const double dx = input.x - finger->x, dy = input.y - finger->y;
    if (dx == 0 && dy == 0) return;
    // Kept before anything is decided: whatever begins next begins from where the finger is.
    finger->x = input.x;
    finger->y = input.y;
    switch (drag_) {
        case Drag::Pressed:
            if (distance(input.x - pressX_, input.y - pressY_) <= slop(input.kind).tap) return;
            lastTap_.reset();
            if (input.kind == InputKind::Touch && !inUse()) {
                drag_ = Drag::Page;
                hintAt(PageHint::Touch);
                return;
            }
            // The map follows from where the finger went down, so that what was under it stays under it.
            drag_ = Drag::Pan;
            tell(IntentKind::Leave, input);
            camera_.panBy(input.x - pressX_, input.y - pressY_);
            sample(input.x, input.y, nowMs);
            return;
        case Drag::Pan:
            camera_.panBy(dx, dy);
            sample(input.x, input.y, nowMs);
            return;
        case Drag::Pinch: pinch(); return;
        case Drag::Page: hintAt(PageHint::Touch); return;
        case Drag::None:
        case Drag::Spent: return;
    }
}

void Gestures::up(const PointerInput& input, double nowMs) {
    if (!contact(input.id)) return;
    const Drag was = drag_;
    lift(input.id);
    if (was == Drag::Pressed) {
        tap(input, nowMs);
    } else if (was == Drag::Pan) {
        flick(nowMs);
        // A mouse still points at something where it let go, a finger does not.
        if (input.kind != InputKind::Touch) hover(input);
    }
}

// After one of two fingers has left, the other goes on panning from where it is.
void Gestures::lift(std::uint32_t id) {
    std::erase_if(contacts_, [&](const Contact& one) { return one.id == id; });
    if (contacts_.empty()) {
        drag_ = Drag::None;
        return;
    }
    samples_.clear();
    if (contacts_.size() == 1) {
        // On somebody's page one finger is the page's again once the other has left.
        drag_ = drag_ == Drag::Pinch && inUse() ? Drag::Pan : Drag::Spent;
    } else {
        beginPinch();
    }
}

void Gestures::tap(const PointerInput& input, double nowMs) {
    // A tap means the map: from now on the wheel and a single finger are its own.
    inUse_ = true;
    hint_ = PageHint::None;
    const bool again = lastTap_ && nowMs - lastTap_->atMs <= kDoubleTapMs &&
                       distance(input.x - lastTap_->x, input.y - lastTap_->y) <= slop(input.kind).again;
    if (again) {
        lastTap_.reset();
        camera_.easeZoom(input.x, input.y, (input.modifiers & kShift) ? -kDoubleTapZoom : kDoubleTapZoom, nowMs);
        return;
    }
    lastTap_ = Sample{input.x, input.y, nowMs};
    tell(IntentKind::Tap, input);
}

void Gestures::hover(const PointerInput& input) {
    if (input.kind == InputKind::Touch) return;
    usesKeyboard_ = false;
    tell(IntentKind::Hover, input);
}

void Gestures::beginPinch() {
    drag_ = contacts_.size() == 2 ? Drag::Pinch : Drag::Spent;
    if (drag_ == Drag::Spent) return;
    const Contact &a = contacts_[0], &b = contacts_[1];
    pinchX_ = (a.x + b.x) / 2;
    pinchY_ = (a.y + b.y) / 2;
    pinchSpan_ = distance(a.x - b.x, a.y - b.y);
}

void Gestures::pinch() {
    const double beforeX = pinchX_, beforeY = pinchY_, before = pinchSpan_;
    beginPinch();
    camera_.panBy(pinchX_ - beforeX, pinchY_ - beforeY);
    // The fingers' middle has moved the map all the same; their distance starts to count when they part.
    if (before < kMinSpanPx || pinchSpan_ < kMinSpanPx) return;
    camera_.zoomAbout(pinchX_, pinchY_, pinchSpan_ / before);
}

void Gestures::sample(double x, double y, double nowMs) {
    std::erase_if(samples_, [&](const Sample& old) { return nowMs - old.atMs > kFlickWindowMs; });
    if (!samples_.empty() && samples_.back().atMs >= nowMs) samples_.pop_back();  // Two at one time tell no speed.
    samples_.push_back({x, y, nowMs});
}

void Gestures::flick(double nowMs) {
    if (samples_.size() < 2 || nowMs - samples_.back().atMs > kRestMs) return;
    const Sample &first = samples_.front(), &last = samples_.back();
    const double time = last.atMs - first.atMs;
    if (!(time > 0)) return;
    double x = (last.x - first.x) / time, y = (last.y - first.y) / time;
    const double speed = distance(x, y);
    if (speed < kMinFlick) return;
    // A faster one is slowed down and keeps its direction.
    const double cut = std::min(1.0, kMaxFlick / speed);
    camera_.fling(x * cut, y * cut, nowMs);
}

bool Gestures::wheel(double x, double y, double deltaPx, std::uint32_t modifiers, double nowMs) {
    if (!std::isfinite(deltaPx) || deltaPx == 0) return false;
    const bool zoomKey = isZoomModifier(modifiers);
    // On somebody's page the wheel is the page's until the map is used. With Ctrl it can only be meant for the map.
    if (!inUse() && !zoomKey) {
        hintAt(PageHint::Wheel);
        return false;
    }
    inUse_ = true;
    usesKeyboard_ = false;
    hint_ = PageHint::None;
    const bool notch = std::abs(deltaPx) >= kNotchPx;
    const double perPx = zoomKey && !notch ? kPinchZoomPerPx : kZoomPerPx;
    const double steps = std::clamp(-deltaPx * perPx, -kMaxWheelZoom, kMaxWheelZoom);
    if (notch) {
        camera_.easeZoom(x, y, steps, nowMs);
    } else {
        camera_.zoomAbout(x, y, exponential(steps * std::numbers::ln2));
    }
    return true;
}

bool Gestures::key(std::string_view key, std::uint32_t modifiers, double nowMs) {
    // Those are shortcuts of the browser or the system.
    if ((modifiers & (kCtrl | kAlt | kMeta)) != 0) return false;
    const Camera::Px middle = camera_.crosshair();
    PointerInput at;
    at.x = middle.x;
    at.y = middle.y;
    const double pan = (modifiers & kShift) ? 3 * kKeyPanPx : kKeyPanPx;
    bool moves = true;
    if (key == "ArrowLeft") {
        camera_.easePan(pan, 0, nowMs);
    } else if (key == "ArrowRight") {
        camera_.easePan(-pan, 0, nowMs);
    } else if (key == "ArrowUp") {
        camera_.easePan(0, pan, nowMs);
    } else if (key == "ArrowDown") {
        camera_.easePan(0, -pan, nowMs);
    } else if (key == "+" || key == "=") {
        camera_.easeZoom(middle.x, middle.y, kKeyZoom, nowMs);
    } else if (key == "-" || key == "_") {
        camera_.easeZoom(middle.x, middle.y, -kKeyZoom, nowMs);
    } else if (key == "Home") {
        tell(IntentKind::Home, at);
    } else if (key == "Enter") {
        tell(IntentKind::SelectAtCrosshair, at);
    } else if (key == "]") {
        tell(IntentKind::NextArea, at);
    } else if (key == "[") {
        tell(IntentKind::PreviousArea, at);
    } else if (key == "PageUp") {
        tell(IntentKind::LargerLevel, at);
    } else if (key == "PageDown") {
        tell(IntentKind::SmallerLevel, at);
    } else {
        moves = false;
    }
    if (moves) {
        usesKeyboard_ = true;
        return true;
    }
    if (key == "?") {
        tell(IntentKind::Help, at);
    } else if (key == "Escape") {
        tell(IntentKind::Escape, at);
    } else {
        return false;
    }
    return true;
}

std::vector<Intent> Gestures::takeIntents() {
    std::vector<Intent> intents;
    intents.swap(intents_);
    return intents;
}

void Gestures::hintAt(PageHint hint) {
    hint_ = hint;
    hintSinceMs_.reset();
}

// Counted from the first frame that shows it, so that a slow machine shows it just as long.
PageHint Gestures::hint(double nowMs) {
    if (hint_ == PageHint::None) return hint_;
    if (!hintSinceMs_) hintSinceMs_ = nowMs;
    if (nowMs - *hintSinceMs_ >= kHintMs) hint_ = PageHint::None;
    return hint_;
}

void Gestures::tell(IntentKind kind, const PointerInput& at) {
    const Intent intent{kind, at.x, at.y};
    // Of hovers that nothing stands between, only the newest matters.
    if (kind == IntentKind::Hover && !intents_.empty() && intents_.back().kind == kind) {
        intents_.back() = intent;
    } else {
        intents_.push_back(intent);
    }
}

Gestures::Contact* Gestures::contact(std::uint32_t id) {
    for (Contact& one : contacts_) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

}  // namespace dex
