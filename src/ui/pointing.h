#pragma once

#include <string>

#include "map/input.h"
#include "ui/hits.h"
#include "ui/layout.h"
#include "ui/memory.h"

namespace dex {

// Turns pointers into presses, and drags of a finger into scrolling and into moves of the sheet. Points are css px.
class Pointing {
public:
    explicit Pointing(Memory& memory) : memory_(memory) {}

    // As of the frame drawn last.
    void setFrame(const Layout& layout, double textScale, const Hits& hits);

    bool wants(double x, double y) const;
    // Id of the node that was pressed by this, empty: none.
    std::string pointer(PointerPhase phase, InputKind kind, double x, double y);
    void wheel(double x, double y, double deltaPx);

    // The node held down now is a slider: it follows a mouse at once, a finger that goes along it.
    void offerSlide();
    bool isSliding() const { return isHeld_ && drag_ == Drag::Slide; }

    bool isOverPanel() const { return isOver_; }
    bool isDraggingSheet() const { return drag_ == Drag::Sheet; }
    // Frames that are still needed to show what was fed.
    int framesWanted = 0;

private:
    enum class Drag : std::uint8_t { None, Possible, Scroll, Sheet, Slide, Swallowed };

    bool closesPopup(double x, double y);
    void hover();
    void hoverNothing();
    void down(InputKind kind, double x, double y);
    void move(InputKind kind, double x, double y);
    std::string up(InputKind kind, double x, double y);
    void cancel();
    void letGo();
    void leave();
    void startDrag(double dx, double dy);
    ScrollPart* partAt(double x, double y);

    Memory& memory_;
    Hits hits_;
    Layout layout_;
    double textScale_ = 1;
    Drag drag_ = Drag::None;
    bool isHeld_ = false, isOver_ = false;
    bool canSlide_ = false;
    InputKind kind_ = InputKind::Mouse;
    double startX_ = 0, startY_ = 0, lastX_ = 0, lastY_ = 0, startHeight_ = 0;
    double lastStep_ = 0;  // Of the drag: which way the sheet was going when it was let go.
    std::string part_;     // Id of the part that the drag scrolls.
};

}  // namespace dex
