#include "map/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/exact.h"

namespace dex {
namespace {

constexpr double kPaddingPx = 24;    // Free space round a framed box, but never more than a tenth of the clear part.
constexpr double kMinOfHome = 0.85;  // The whole at the least zoom, against the whole framed.
constexpr double kTilePx = 256;
constexpr double kGlideMs = 160;  // A flick's speed falls to 1/e in this time.
constexpr double kStillPxPerMs = 0.02;
constexpr double kSlack = 3;       // Css px by which what is shown may stand out: a link rounds zoom and centre.
constexpr double kWithin = 3;      // So many times larger is what is only seen from within: another screen is not.
constexpr double kTinyBox = 1e-7;  // 4 m: what has no extent is framed as if it had this.

double powerOf2(double x) { return exponential(x * std::numbers::ln2); }

// Slow at the end, where the eye follows: 1 − (1 − t)³.
double ease(double t) {
    const double left = 1 - t;
    return 1 - left * left * left;
}

WorldPoint middle(const WorldBox& box) { return {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2}; }

}  // namespace

void Camera::setViewport(const PxRect& viewport, const PxRect& clear, double devicePixelRatio) {
    const bool changed = !(viewport == viewport_);
    viewport_ = viewport;
    viewport_.width = std::max(viewport.width, 1.0);
    viewport_.height = std::max(viewport.height, 1.0);
    clear_ = clear.width >= 1 && clear.height >= 1 ? clear : viewport_;
    devicePixelRatio_ = devicePixelRatio > 0 ? devicePixelRatio : 1;
    // A panel that opens changes the clear part alone, and the map must not slip away under the reader's eyes.
    if (!changed || home_.empty()) return;
    move_ = Move::None;
    at_ = framed_ ? fit(*framed_) : bounded(at_);
}

void Camera::setHome(const WorldBox& box) {
    home_ = box;
    if (box.empty()) return;
    // Nobody has said yet where to look: the whole stays framed, also when the canvas changes its size.
    if (!placed_) framed_ = box;
    placed_ = true;
    at_ = framed_ ? fit(*framed_) : bounded(at_);
    move_ = Move::None;
}

void Camera::refit() {
    if (!framed_ || home_.empty()) return;
    at_ = fit(*framed_);
    move_ = Move::None;
}

void Camera::setReducedMotion(bool reduced) {
    reducedMotion_ = reduced;
    if (!reduced || move_ == Move::None) return;
    // The reader still gets to where the movement led; a glide has no goal and ends where it is.
    if (move_ == Move::Ease) at_ = to_;
    move_ = Move::None;
}

void Camera::frame(const WorldBox& box, Motion motion, double nowMs) {
    if (box.empty()) return;
    framed_ = box;
    placed_ = true;
    go(fit(box), motion, nowMs);
}

void Camera::jumpTo(WorldPoint centre, double zoom) {
    framed_.reset();
    placed_ = true;
    move_ = Move::None;
    at_ = bounded({centre, kTilePx * powerOf2(zoom)});
}

void Camera::panBy(double dx, double dy) {
    // Moved by hand, nothing is framed any more: another size of the canvas then keeps the centre.
    framed_.reset();
    move_ = Move::None;
    at_.centre.x -= dx / at_.pxPerWorld;
    at_.centre.y += dy / at_.pxPerWorld;
    at_ = bounded(at_);
}

void Camera::zoomAbout(double x, double y, double factor) {
    framed_.reset();
    move_ = Move::None;
    at_ = zoomed(at_, x, y, factor);
}

void Camera::easePan(double dx, double dy, double nowMs) {
    framed_.reset();
    // From the goal, so that a key pressed three times quickly moves three steps.
    Position position = goal();
    position.centre.x -= dx / position.pxPerWorld;
    position.centre.y += dy / position.pxPerWorld;
    go(bounded(position), Motion::Ease, nowMs);
}

void Camera::easeZoom(double x, double y, double zoomSteps, double nowMs) {
    framed_.reset();
    // The point that is under the pointer now stays there, although the goal is counted from the one before.
    const double before = goal().pxPerWorld;
    go(zoomed(at_, x, y, before * powerOf2(zoomSteps) / at_.pxPerWorld), Motion::Ease, nowMs);
}

void Camera::fling(double pxPerMsX, double pxPerMsY, double nowMs) {
    if (reducedMotion_) return;
    framed_.reset();
    move_ = Move::Glide;
    speedX_ = pxPerMsX;
    speedY_ = pxPerMsY;
    glidedX_ = glidedY_ = 0;
    startMs_ = nowMs;
}

Camera::Position Camera::showing(const WorldBox& box, const PxRect& part) const {
    Position to = goal();
    const double width = box.maxX - box.minX, height = box.maxY - box.minY;
    // What fits but for rounding fits.
    if (width * to.pxPerWorld > part.width + kSlack || height * to.pxPerWorld > part.height + kSlack)
        to.pxPerWorld = std::max(std::min(part.width / width, part.height / height), minScale());
    // How far its edges stand beyond the part.
    const double left = viewport_.x + viewport_.width / 2 + (box.minX - to.centre.x) * to.pxPerWorld - part.x;
    const double top = viewport_.y + viewport_.height / 2 - (box.maxY - to.centre.y) * to.pxPerWorld - part.y;
    const auto shift = [](double begin, double size, double room) {
        // What has no room goes to the middle of it; what has, the shortest way inside.
        const double end = begin + size;
        if (begin >= -kSlack && end <= room + kSlack) return 0.0;
        return size >= room ? (room - size) / 2 - begin : begin < 0 ? -begin : room - end;
    };
    to.centre.x -= shift(left, width * to.pxPerWorld, part.width) / to.pxPerWorld;
    to.centre.y += shift(top, height * to.pxPerWorld, part.height) / to.pxPerWorld;
    return to;
}

void Camera::show(const WorldBox& box, const PxRect& part, Motion motion, double nowMs) {
    if (box.empty() || shows(box, part)) return;
    const Position to = showing(box, part);
    framed_.reset();
    placed_ = true;
    go(bounded(to), motion, nowMs);
}

bool Camera::shows(const WorldBox& box, const PxRect& part) const {
    const Position now = goal(), to = showing(box, part);
    return to.centre == now.centre && to.pxPerWorld == now.pxPerWorld;
}

bool Camera::isWithin(const WorldBox& box, const PxRect& part) const {
    const double scale = goalScale() / kWithin;
    if ((box.maxX - box.minX) * scale < part.width || (box.maxY - box.minY) * scale < part.height) return false;
    const WorldPoint middle = toWorld(part.x + part.width / 2, part.y + part.height / 2);
    return middle.x >= box.minX && middle.x <= box.maxX && middle.y >= box.minY && middle.y <= box.maxY;
}

void Camera::stop() { move_ = Move::None; }

bool Camera::advance(double nowMs) {
    const double elapsed = std::max(nowMs - startMs_, 0.0);
    if (move_ == Move::Ease) {
        if (elapsed >= kEaseMs) {
            at_ = to_;
            move_ = Move::None;
            return false;
        }
        // Zoom runs evenly to the eye in powers; the centre follows so that the one point that has the same place
        // before and after never leaves it.
        const double t = ease(elapsed / kEaseMs);
        const double whole = to_.pxPerWorld / from_.pxPerWorld;
        at_.pxPerWorld = from_.pxPerWorld * exponential(ln(whole) * t);
        const double turn = 1 / from_.pxPerWorld - 1 / to_.pxPerWorld;
        const bool zooms = std::abs(whole - 1) > 1e-6;
        const double share = zooms ? (1 / from_.pxPerWorld - 1 / at_.pxPerWorld) / turn : t;
        at_.centre.x = from_.centre.x + (to_.centre.x - from_.centre.x) * share;
        at_.centre.y = from_.centre.y + (to_.centre.y - from_.centre.y) * share;
        return true;
    }
    if (move_ == Move::Glide) {
        const double left = exponential(-elapsed / kGlideMs);
        // How far it has come by now: the speed summed over time. Late frames do not change the way.
        const double x = speedX_ * kGlideMs * (1 - left), y = speedY_ * kGlideMs * (1 - left);
        at_.centre.x -= (x - glidedX_) / at_.pxPerWorld;
        at_.centre.y += (y - glidedY_) / at_.pxPerWorld;
        glidedX_ = x;
        glidedY_ = y;
        const WorldPoint free = at_.centre;
        at_ = bounded(at_);
        // At the bounds in every direction that it still moves in.
        const bool stuck = (speedX_ == 0 || free.x != at_.centre.x) && (speedY_ == 0 || free.y != at_.centre.y);
        const double speed = std::sqrt(speedX_ * speedX_ + speedY_ * speedY_) * left;
        if (stuck || speed < kStillPxPerMs) move_ = Move::None;
        return move_ != Move::None;
    }
    return false;
}

Sight Camera::sight() const { return {viewport_, devicePixelRatio_, at_.centre, at_.pxPerWorld}; }
double Camera::zoom() const { return ln(at_.pxPerWorld / kTilePx) / std::numbers::ln2; }

WorldPoint Camera::toWorld(double x, double y) const {
    return {at_.centre.x + (x - viewport_.x - viewport_.width / 2) / at_.pxPerWorld,
            at_.centre.y - (y - viewport_.y - viewport_.height / 2) / at_.pxPerWorld};
}

Camera::Px Camera::toScreen(WorldPoint point) const {
    return {viewport_.x + viewport_.width / 2 + (point.x - at_.centre.x) * at_.pxPerWorld,
            viewport_.y + viewport_.height / 2 - (point.y - at_.centre.y) * at_.pxPerWorld};
}

double Camera::fitScale(const WorldBox& box) const {
    const double padX = std::min(kPaddingPx, clear_.width / 10), padY = std::min(kPaddingPx, clear_.height / 10);
    return std::min((clear_.width - 2 * padX) / std::max(box.maxX - box.minX, kTinyBox),
                    (clear_.height - 2 * padY) / std::max(box.maxY - box.minY, kTinyBox));
}

Camera::Position Camera::fit(const WorldBox& box) const {
    const double scale = std::clamp(fitScale(box), minScale(), maxScale());
    Position position{middle(box), scale};
    // Its middle stands in the middle of the clear part, not of the viewport.
    position.centre.x += (viewport_.x + viewport_.width / 2 - clear_.x - clear_.width / 2) / scale;
    position.centre.y -= (viewport_.y + viewport_.height / 2 - clear_.y - clear_.height / 2) / scale;
    return bounded(position);
}

Camera::Position Camera::bounded(Position position) const {
    if (home_.empty()) return position;
    if (!std::isfinite(position.centre.x) || !std::isfinite(position.centre.y)) position.centre = middle(home_);
    const double wanted = position.pxPerWorld;
    position.pxPerWorld = std::min(maxScale(), std::max(minScale(), wanted));  // Also for a wanted scale that is NaN.
    // From the viewport's middle to that of the clear part, in the world.
    const double offX = (clear_.x + clear_.width / 2 - viewport_.x - viewport_.width / 2) / position.pxPerWorld;
    const double offY = -(clear_.y + clear_.height / 2 - viewport_.y - viewport_.height / 2) / position.pxPerWorld;
    position.centre.x = std::clamp(position.centre.x, home_.minX - offX, home_.maxX - offX);
    position.centre.y = std::clamp(position.centre.y, home_.minY - offY, home_.maxY - offY);
    return position;
}

Camera::Position Camera::zoomed(Position from, double x, double y, double factor) const {
    const double scale = std::min(maxScale(), std::max(minScale(), from.pxPerWorld * factor));
    // The world under (x, y) stays there.
    const double fromMiddleX = x - viewport_.x - viewport_.width / 2,
                 fromMiddleY = y - viewport_.y - viewport_.height / 2;
    from.centre.x += fromMiddleX * (1 / from.pxPerWorld - 1 / scale);
    from.centre.y -= fromMiddleY * (1 / from.pxPerWorld - 1 / scale);
    from.pxPerWorld = scale;
    return bounded(from);
}

void Camera::go(Position to, Motion motion, double nowMs) {
    // Nothing has to move, and no frame need be asked for.
    const bool there = at_.centre == to.centre && at_.pxPerWorld == to.pxPerWorld;
    if (motion == Motion::Jump || reducedMotion_ || there) {
        at_ = to;
        move_ = Move::None;
        return;
    }
    from_ = at_;
    to_ = to;
    startMs_ = nowMs;
    move_ = Move::Ease;
}

double Camera::minScale() const { return home_.empty() ? 1 : fitScale(home_) * kMinOfHome; }

// The whole of a small atlas may be framed nearer than a reader may go into a large one.
double Camera::maxScale() const { return std::max(kTilePx * powerOf2(kMaxZoom), minScale()); }

}  // namespace dex
