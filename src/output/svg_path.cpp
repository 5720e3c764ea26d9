#include "output/svg_path.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace dex {
namespace {

long hundredths(double value) { return std::lround(value * 100); }

void addHundredths(std::string& text, long value) {
    if (value < 0) text += '-';
    const unsigned long size = static_cast<unsigned long>(value < 0 ? -value : value);
    const unsigned long units = size / 100, rest = size % 100;
    if (units > 0 || rest == 0) text += std::to_string(units);
    if (rest == 0) return;
    text += '.';
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
}

// One side of a rectangle: how far within it a point is.
enum class Side { Left, Right, Top, Bottom };
double depth(PxPoint p, const PxRect& rect, Side side) {
    switch (side) {
        case Side::Left: return p.x - rect.x;
        case Side::Right: return rect.x + rect.width - p.x;
        case Side::Top: return p.y - rect.y;
        case Side::Bottom: return rect.y + rect.height - p.y;
    }
    return 0;
}
constexpr Side kSides[] = {Side::Left, Side::Right, Side::Top, Side::Bottom};

PxPoint between(PxPoint a, PxPoint b, double share) { return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}; }

bool isWithin(const std::vector<PxPoint>& points, const PxRect& rect) {
    return std::all_of(points.begin(), points.end(), [&](PxPoint p) {
        return std::all_of(std::begin(kSides), std::end(kSides), [&](Side side) { return depth(p, rect, side) >= 0; });
    });
}

struct Piece {
    PxPoint from, to;
};
std::optional<Piece> pieceWithin(PxPoint from, PxPoint to, const PxRect& rect) {
    double start = 0, end = 1;
    for (const Side side : kSides) {
        const double a = depth(from, rect, side), b = depth(to, rect, side);
        if (a < 0 && b < 0) return std::nullopt;
        if (a < 0) start = std::max(start, a / (a - b));
        if (b < 0) end = std::min(end, a / (a - b));
    }
    if (start >= end) return std::nullopt;
    return Piece{between(from, to, start), between(from, to, end)};
}

}  // namespace

std::string svgNumber(double value) {
    std::string text;
    addHundredths(text, hundredths(value));
    return text;
}

void SvgPath::addStep(long x, long y, bool isFirst) {
    // A minus or a point of its own tells two numbers apart, at least where the first has a point too.
    if (!isFirst && x >= 0) text_ += ' ';
    addHundredths(text_, x);
    if (y >= 0) text_ += ' ';
    addHundredths(text_, y);
}

void SvgPath::moveTo(PxPoint point) {
    x_ = startX_ = hundredths(point.x);
    y_ = startY_ = hundredths(point.y);
    text_ += 'M';
    addStep(x_, y_, true);
    last_ = Command::Move;
}

void SvgPath::lineTo(PxPoint point) {
    const long x = hundredths(point.x), y = hundredths(point.y);
    if (x == x_ && y == y_) return;
    const bool isFirst = last_ != Command::Line;
    if (isFirst) text_ += 'l';
    addStep(x - x_, y - y_, isFirst);
    last_ = Command::Line;
    x_ = x;
    y_ = y;
}

void SvgPath::curveTo(PxPoint first, PxPoint second, PxPoint point) {
    if (last_ != Command::Curve) text_ += 'c';
    bool isFirst = last_ != Command::Curve;
    const long fromX = x_, fromY = y_;
    for (const PxPoint& one : {first, second, point}) {
        x_ = hundredths(one.x);
        y_ = hundredths(one.y);
        addStep(x_ - fromX, y_ - fromY, isFirst);
        isFirst = false;
    }
    last_ = Command::Curve;
}

void SvgPath::close() {
    text_ += 'z';
    x_ = startX_;
    y_ = startY_;
    last_ = Command::None;
}

void SvgPath::add(const std::vector<PxPoint>& points, bool isRing) {
    if (points.size() < (isRing ? 3u : 2u)) return;
    moveTo(points[0]);
    for (std::size_t i = 1; i < points.size(); ++i) lineTo(points[i]);
    if (isRing) close();
}

std::vector<PxPoint> ringWithin(const std::vector<PxPoint>& ring, const PxRect& rect) {
    if (isWithin(ring, rect)) return ring;
    std::vector<PxPoint> kept = ring;
    for (const Side side : kSides) {
        std::vector<PxPoint> all;
        all.swap(kept);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const PxPoint from = all[i], to = all[(i + 1) % all.size()];
            const double a = depth(from, rect, side), b = depth(to, rect, side);
            if (a >= 0) kept.push_back(from);
            if ((a >= 0) != (b >= 0)) kept.push_back(between(from, to, a / (a - b)));
        }
    }
    return kept;
}

std::vector<std::vector<PxPoint>> chainWithin(const std::vector<PxPoint>& chain, const PxRect& rect) {
    if (isWithin(chain, rect)) return {chain};
    std::vector<std::vector<PxPoint>> pieces;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const auto piece = pieceWithin(chain[i - 1], chain[i], rect);
        if (!piece) continue;
        const bool goesOn = !pieces.empty() && pieces.back().back() == piece->from;
        if (!goesOn) pieces.push_back({piece->from});
        pieces.back().push_back(piece->to);
    }
    return pieces;
}

}  // namespace dex
