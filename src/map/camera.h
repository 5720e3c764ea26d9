#pragma once

#include <optional>

#include "map/scene.h"

namespace dex {

enum class Motion : std::uint8_t { Jump, Ease };

// Where the reader is on the map: a centre and a zoom within bounds, and how they move.
//
// The world's width is 256 · 2^zoom css px. Bounds keep the reader from getting lost: the middle of the clear part of
// the viewport stays inside the box of the whole atlas, and zoom between "the whole, somewhat smaller" and 17.
// Movements take at most 200 ms (a flick glides a little longer); under reduced motion all of them jump. Nothing moves
// by itself: advance() does, with the time that is handed in.
class Camera {
public:
    static constexpr double kMaxZoom = 17;
    static constexpr double kEaseMs = 200;

    // `viewport` is where the map is drawn, `clear` the part of it that panels leave free: places are framed in there.
    // A camera that stands as framed frames again when the viewport changes; a change of `clear` alone moves nothing.
    void setViewport(const PxRect& viewport, const PxRect& clear, double devicePixelRatio);
    // Box of the whole atlas: home, and the bounds. Frames it if the camera has not been sent anywhere yet.
    void setHome(const WorldBox& box);
    const WorldBox& homeBox() const { return home_; }
    void setReducedMotion(bool reduced);

    // Frames again what is framed, after the clear part has changed.
    void refit();

    // Frames a box in the clear part, at no more than the greatest zoom.
    void frame(const WorldBox& box, Motion motion, double nowMs);
    void home(Motion motion, double nowMs) { frame(home_, motion, nowMs); }
    // Within the bounds.
    void jumpTo(WorldPoint centre, double zoom);

    // At once, as a finger or pointer moves: the map's contents by so many css px, or about a fixed point.
    void panBy(double dx, double dy);
    void zoomAbout(double x, double y, double factor);
    // Eased, from the target of the movement that is under way: keys, buttons, a wheel's notches.
    void easePan(double dx, double dy, double nowMs);
    void easeZoom(double x, double y, double zoomSteps, double nowMs);
    // Lets go with a speed of so many css px a millisecond.
    void fling(double pxPerMsX, double pxPerMsY, double nowMs);
    // Moves no farther than it must for a box to lie in a part of the viewport, and zooms out where it is too large.
    void show(const WorldBox& box, const PxRect& part, Motion motion, double nowMs);
    // A box lies in a part of the viewport, or will once the camera has arrived.
    bool shows(const WorldBox& box, const PxRect& part) const;
    // A box would lie in it without a change of the zoom.
    bool fits(const WorldBox& box, const PxRect& part) const { return showing(box, part).pxPerWorld == goalScale(); }
    // The part shows the inside of a box that is several times larger.
    bool isWithin(const WorldBox& box, const PxRect& part) const;
    // Css px of the world's width, once the camera has arrived.
    double goalScale() const { return goal().pxPerWorld; }
    void stop();

    // Brings the camera to `nowMs`; true while it still moves.
    bool advance(double nowMs);
    bool moving() const { return move_ != Move::None; }

    Sight sight() const;
    double zoom() const;
    WorldPoint centre() const { return at_.centre; }
    // True as long as the reader has not moved it since it was framed: the view state then needs no camera.
    bool framed() const { return framed_.has_value(); }
    bool frames(const WorldBox& box) const { return framed_ == box; }
    const PxRect& clear() const { return clear_; }

    WorldPoint toWorld(double x, double y) const;  // Css px from the canvas's corner.
    struct Px {
        double x = 0, y = 0;
    };
    Px toScreen(WorldPoint point) const;
    // The middle of the viewport, where the crosshair stands.
    Px crosshair() const { return {viewport_.x + viewport_.width / 2, viewport_.y + viewport_.height / 2}; }

private:
    struct Position {
        WorldPoint centre{0.5, 0.5};
        double pxPerWorld = 256;
    };
    enum class Move : std::uint8_t { None, Ease, Glide };

    double fitScale(const WorldBox& box) const;
    Position fit(const WorldBox& box) const;
    Position bounded(Position position) const;
    Position zoomed(Position from, double x, double y, double factor) const;
    Position goal() const { return move_ == Move::Ease ? to_ : at_; }
    Position showing(const WorldBox& box, const PxRect& part) const;
    void go(Position to, Motion motion, double nowMs);
    double minScale() const;
    double maxScale() const;

    PxRect viewport_{0, 0, 1, 1};
    PxRect clear_{0, 0, 1, 1};
    double devicePixelRatio_ = 1;
    WorldBox home_;
    std::optional<WorldBox> framed_;
    bool placed_ = false;  // Framed or sent somewhere: home no longer decides.
    bool reducedMotion_ = false;

    Position at_;
    Move move_ = Move::None;
    Position from_, to_;              // Ease.
    double speedX_ = 0, speedY_ = 0;  // Glide, css px/ms at startMs_.
    double glidedX_ = 0, glidedY_ = 0;
    double startMs_ = 0;
};

}  // namespace dex
