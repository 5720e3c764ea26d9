#pragma once

#include <vector>

#include "ui/interface.h"
#include "ui/memory.h"

namespace dex {

// Turns pointers into what Dear ImGui understands, and drags of a finger into scrolling and into moves of the sheet.
// Points are css px. The ImGui context must be current.
class Pointing {
public:
    Pointing(Memory& memory, std::vector<PxRect>& covers) : memory_(memory), covers_(covers) {}

    // As of the frame drawn last.
    void setFrame(const Layout& layout, double textScale, double devicePixelRatio);

    bool wants(double x, double y) const;
    void pointer(PointerPhase phase, InputKind kind, double x, double y);
    void wheel(double x, double y, double deltaPx);

    bool isOverPanel() const { return isOver_; }
    bool isDraggingSheet() const { return drag_ == Drag::Sheet; }
    // Frames that are still needed to show what was fed.
    int framesWanted = 0;

private:
    enum class Drag : std::uint8_t { None, Possible, Scroll, Sheet, Swallowed };

    bool covers(double x, double y) const;
    bool closesPopup(double x, double y);
    void feed(double x, double y);
    void feedNowhere();
    void down(InputKind kind, double x, double y);
    void move(InputKind kind, double x, double y);
    void up(InputKind kind, double x, double y);
    void startDrag(double dy);
    ScrollPart* partAt(double x, double y);

    Memory& memory_;
    std::vector<PxRect>& covers_;
    Layout layout_;
    double textScale_ = 1, devicePixelRatio_ = 1;
    Drag drag_ = Drag::None;
    bool isHeld_ = false, isOver_ = false;
    InputKind kind_ = InputKind::Mouse;
    double startX_ = 0, startY_ = 0, lastY_ = 0, startHeight_ = 0;
    double lastStep_ = 0;  // Of the drag: which way the sheet was going when it was let go.
    std::string part_;     // Id of the part that the drag scrolls.
};

}  // namespace dex
