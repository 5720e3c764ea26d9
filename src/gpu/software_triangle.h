#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

#include "gpu/software_canvas.h"

namespace dex {

// A place on the canvas in sixteenths of a pixel from its upper left corner, within ±kMaxPlace.
struct Place {
    std::int32_t x = 0, y = 0;
};
inline constexpr std::int32_t kPlacesPerPx = 16;
inline constexpr float kMaxPlace = 1 << 28;

inline std::int32_t floorOf(float value) {
    const auto whole = static_cast<std::int32_t>(value);
    return whole - (value < static_cast<float>(whole) ? 1 : 0);
}

// Of a number of px, rounded to the nearest place; what is too far away, or no number, is moved to where there are some.
inline std::int32_t snapped(float px) {
    const float place = px * kPlacesPerPx + 0.5f;
    return place > -kMaxPlace ? floorOf(place < kMaxPlace ? place : kMaxPlace) : -static_cast<std::int32_t>(kMaxPlace);
}

// Where an edge that runs down crosses one horizontal line after another, exactly: as a whole number of places and a
// rest, so that two triangles that share it get the same numbers.
class EdgeWalk {
public:
    // From the line at `y` on, the next one `step` below.
    EdgeWalk(Place from, Place to, std::int32_t y, std::int32_t step) : height_(to.y - from.y) {
        const std::int64_t run = std::int64_t{to.x} - from.x;
        const Quotient first = divide(run * (y - from.y), height_), next = divide(run * step, height_);
        x_ = from.x + first.whole;
        rest_ = first.rest;
        stepX_ = next.whole;
        stepRest_ = next.rest;
    }
    std::int32_t roundedUp() const { return static_cast<std::int32_t>(x_) + (rest_ > 0 ? 1 : 0); }
    void advance() {
        x_ += stepX_;
        rest_ += stepRest_;
        if (rest_ >= height_) {
            rest_ -= height_;
            ++x_;
        }
    }

private:
    struct Quotient {
        std::int64_t whole;
        std::int32_t rest;  // Never negative.
    };
    static Quotient divide(std::int64_t number, std::int32_t by) {
        std::int64_t whole = 0, rest = 0;
        if (const auto narrow = static_cast<std::int32_t>(number); narrow == number) {  // Several times as fast.
            whole = narrow / by;
            rest = narrow % by;
        } else {
            whole = number / by;
            rest = number % by;
        }
        if (rest < 0) {
            rest += by;
            --whole;
        }
        return {whole, static_cast<std::int32_t>(rest)};
    }

    std::int64_t x_ = 0, stepX_ = 0;  // Beyond its lower end a flat edge is very far away.
    std::int32_t rest_ = 0, stepRest_ = 0, height_;
};

// What a triangle is filled with. One virtual call a run of pixels: for what is not drawn by the ten thousand, so that
// coverTriangle() is not compiled for each.
class Paint {
public:
    virtual void span(int y, int from, int to) = 0;           // Whole pixels.
    virtual void part(int y, int x, std::uint32_t mask) = 0;  // Of a pixel these samples.

protected:
    ~Paint() = default;
};

// The columns of one row of pixels in which each sample is inside.
struct RowOfSamples {
    static constexpr int kNone = 1 << 30;
    int from[Canvas::kSamples], to[Canvas::kSamples];

    RowOfSamples() { clear(); }
    void clear() {
        std::fill(std::begin(from), std::end(from), kNone);
        std::fill(std::begin(to), std::end(to), -kNone);
    }
    template <typename AnyPaint>
    void emit(const Clip& clip, int y, AnyPaint& paint) const {
        const int left = std::max(*std::min_element(std::begin(from), std::end(from)), clip.left);
        const int right = std::min(*std::max_element(std::begin(to), std::end(to)), clip.right);
        const int innerLeft = std::max(*std::max_element(std::begin(from), std::end(from)), left);
        const int innerRight = std::min(*std::min_element(std::begin(to), std::end(to)), right);
        for (int x = left; x < right; ++x) {
            if (x == innerLeft && innerLeft < innerRight) {
                paint.span(y, innerLeft, innerRight);
                x = innerRight - 1;
                continue;
            }
            std::uint32_t mask = 0;
            for (int i = 0; i < Canvas::kSamples; ++i) mask |= (from[i] <= x && x < to[i] ? 1u : 0u) << i;
            if (mask != 0) paint.part(y, x, mask);
        }
    }
};

// Which pixels a triangle covers: those whose middle (or sample) is inside, an edge on the left or at the top counting as
// inside and one on the right or at the bottom not (docs/decisions/0012-processor.md). So each pixel of a mesh is
// covered once, whatever its triangles are. Edges are exact integers. The order of the corners does not matter.
// `paint` is a Paint, or has its functions.
template <typename AnyPaint>
void coverTriangle(const Clip& clip, bool samples, Place a, Place b, Place c, AnyPaint& paint) {
    if (b.y < a.y) std::swap(a, b);
    if (c.y < a.y) std::swap(a, c);
    if (c.y < b.y) std::swap(b, c);
    // Lines on which middles or samples stand: one or four a row of pixels.
    const int shift = samples ? 2 : 4;
    const std::int32_t step = 1 << shift, offset = step / 2, perRow = samples ? Canvas::kSamples : 1;
    const auto lineAt = [&](std::int32_t y) { return (y - offset + step - 1) >> shift; };
    const std::int32_t first = std::max(lineAt(a.y), clip.top * perRow);
    const std::int32_t end = std::min(lineAt(c.y), clip.bottom * perRow);
    if (first >= end) return;
    const std::int64_t turn = (std::int64_t{c.x} - a.x) * (b.y - a.y) - (std::int64_t{b.x} - a.x) * (c.y - a.y);
    const std::int32_t middle = std::clamp(lineAt(b.y), first, end);
    EdgeWalk whole(a, c, first * step + offset, step);
    RowOfSamples row;
    for (const bool upper : {true, false}) {
        const std::int32_t from = upper ? first : middle, to = upper ? middle : end;
        if (from >= to) continue;
        EdgeWalk part(upper ? a : b, upper ? b : c, from * step + offset, step);
        EdgeWalk& left = turn > 0 ? part : whole;
        EdgeWalk& right = turn > 0 ? whole : part;
        for (std::int32_t line = from; line < to; ++line, left.advance(), right.advance()) {
            const std::int32_t y = samples ? line >> 2 : line;
            const std::int32_t i = samples ? line & 3 : 0,
                               beyond = kPlacesPerPx - 1 - (samples ? Canvas::kSampleX[i] : 8);
            const std::int32_t fromX = (left.roundedUp() + beyond) >> 4, toX = (right.roundedUp() + beyond) >> 4;
            if (!samples) {
                const std::int32_t start = std::max(fromX, clip.left), stop = std::min(toX, clip.right);
                if (start < stop) paint.span(y, start, stop);
                continue;
            }
            if (fromX < toX) {
                row.from[i] = fromX;
                row.to[i] = toX;
            }
            if (i == 3 || line + 1 == end) {
                row.emit(clip, y, paint);
                row.clear();
            }
        }
    }
}

}  // namespace dex
