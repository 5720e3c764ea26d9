#pragma once

#include <string>
#include <vector>

#include "map/scene.h"

namespace dex {

// A number as SVG has it, to hundredths, without what can be left out: "12.5", "-.25".
std::string svgNumber(double value);

// Puts together the `d` of a path, each point as its step from the last, to hundredths of a unit.
class SvgPath {
public:
    void moveTo(PxPoint point);
    void lineTo(PxPoint point);                                  // A step of nothing is left out.
    void curveTo(PxPoint first, PxPoint second, PxPoint point);  // A cubic, by its two control points.
    void close();
    // Points of a chain, or of a ring that closes by itself.
    void add(const std::vector<PxPoint>& points, bool isRing);

    const std::string& text() const { return text_; }
    bool isEmpty() const { return text_.empty(); }

private:
    enum class Command : char { None, Move, Line, Curve };
    void addStep(long x, long y, bool isFirst);

    std::string text_;
    long x_ = 0, y_ = 0;  // Where the pen is, in hundredths.
    long startX_ = 0, startY_ = 0;
    Command last_ = Command::None;
};

// What of a ring lies in a rectangle, with the rectangle's own edges where it was cut (Sutherland and Hodgman 1974).
std::vector<PxPoint> ringWithin(const std::vector<PxPoint>& ring, const PxRect& rect);

// What of a chain lies in a rectangle, in as many pieces as that makes.
std::vector<std::vector<PxPoint>> chainWithin(const std::vector<PxPoint>& chain, const PxRect& rect);

}  // namespace dex
