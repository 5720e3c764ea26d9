#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "map/camera.h"
#include "map/input.h"

namespace dex {

// What the reader means, beyond moving the camera.
enum class IntentKind : std::uint8_t {
    Tap,    // x, y
    Hover,  // x, y: mouse or pen without a button; only the newest is kept.
    Leave,  // The pointer has left, or a drag began: nothing is hovered.
    SelectAtCrosshair,
    NextArea,  // Neighbours of the selected area, clockwise.
    PreviousArea,
    LargerLevel,
    SmallerLevel,
    Home,
    Help,
    Escape  // One step back out. Where there is none to take, the app calls endUse().
};

struct Intent {
    IntentKind kind = IntentKind::Leave;
    double x = 0, y = 0;
    friend bool operator==(const Intent&, const Intent&) = default;
};

// Why the map did not move: the page scrolled, and a hint says how to get the map.
enum class PageHint : std::uint8_t { None, Wheel, Touch };

// Tells drags, flicks, pinches, taps, the wheel and keys apart, moves the camera and leaves intents.
//
// On somebody's page one finger and the plain wheel belong to the page until the map is in use (a tap, focus, or
// Ctrl/⌘ + wheel); two fingers and a mouse drag always work. On our own page it is in use for good.
// The page must not focus the canvas when a finger merely comes down: focus puts the map in use.
//
// Events are those of the map alone: what belongs to a panel never comes here. Times are those at which
// the hand moved, never earlier than those before; a pointer whose up was lost is noticed. Cancel ends a pointer without tap or flick.
class Gestures {
public:
    // The camera outlives the gestures.
    explicit Gestures(Camera& camera) : camera_(camera) {}

    void setOwnPage(bool own);
    void focus(bool has);
    void endUse();
    bool inUse() const { return ownPage_ || inUse_; }

    void pointer(const PointerInput& input, double nowMs);
    // True if the map took it. Page and app agree beforehand: inUse(), or Ctrl/⌘.
    bool wheel(double x, double y, double deltaPx, std::uint32_t modifiers, double nowMs);
    // KeyboardEvent.key. False: not ours, and the browser does what it does (always so for Tab).
    bool key(std::string_view key, std::uint32_t modifiers, double nowMs);

    // In order; empty afterwards.
    std::vector<Intent> takeIntents();

    // What a frame at `nowMs` shows. None after kHintMs without a further try.
    static constexpr double kHintMs = 1600;
    PageHint hint(double nowMs);

    bool dragging() const { return drag_ == Drag::Pan || drag_ == Drag::Pinch; }  // The cursor grabs.
    // The keyboard moved the map last: the crosshair is shown.
    bool usesKeyboard() const { return usesKeyboard_; }
    // A pointer is used beside the map.
    void usePointer() { usesKeyboard_ = false; }

private:
    enum class Drag : std::uint8_t {
        None,
        Pressed,  // Within the slop: may become a tap.
        Pan,
        Pinch,
        Page,  // One finger while not in use: the page's.
        Spent  // After a pinch or a cancel: waits until all are up.
    };
    struct Contact {
        std::uint32_t id = 0;
        double x = 0, y = 0;
    };
    struct Sample {
        double x = 0, y = 0, atMs = 0;
    };

    void down(const PointerInput& input, double nowMs);
    void move(const PointerInput& input, double nowMs);
    void up(const PointerInput& input, double nowMs);
    void lift(std::uint32_t id);
    void tap(const PointerInput& input, double nowMs);
    void hover(const PointerInput& input);
    void beginPinch();
    void pinch();
    void sample(double x, double y, double nowMs);
    void flick(double nowMs);
    void hintAt(PageHint hint);
    void tell(IntentKind kind, const PointerInput& at);
    Contact* contact(std::uint32_t id);

    Camera& camera_;
    bool ownPage_ = false;
    bool inUse_ = false;
    bool usesKeyboard_ = false;

    Drag drag_ = Drag::None;
    std::vector<Contact> contacts_;
    double pressX_ = 0, pressY_ = 0;
    double pinchX_ = 0, pinchY_ = 0, pinchSpan_ = 0;
    std::vector<Sample> samples_;  // Of the pan, oldest first, none older than the flick's window.

    std::optional<Sample> lastTap_;
    PageHint hint_ = PageHint::None;
    std::optional<double> hintSinceMs_;
    std::vector<Intent> intents_;
};

}  // namespace dex
