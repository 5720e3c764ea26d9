#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>

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

// Closed rings, one after another; inside is even-odd over all of them, so neither their order nor their direction matters.
struct Rings {
    std::span<const Place> corners;
    std::span<const std::uint32_t> ends;  // How many corners there are up to the end of each ring, and `before` more.
    std::uint32_t before = 0;
};

// What an outline is filled with. One virtual call a run of pixels: for what is not drawn by the thousand, so that
// OutlineFill::cover() is not compiled for each.
class Paint {
public:
    virtual void span(int y, int from, int to) = 0;           // Whole pixels.
    virtual void part(int y, int x, std::uint32_t mask) = 0;  // Of a pixel these samples.

protected:
    ~Paint() = default;
};

// Fills outlines. Covered are the pixels whose middle (or sample) is inside, an edge on the left or at the top counting as
// inside and one on the right or at the bottom not (docs/decisions/0012-processor.md): of outlines that share their
// edges each pixel is covered once.
//
// Every line on which middles or samples stand is crossed by an even number of edges. Each crossing turns over one bit of a mark at the
// first column to its right, and a sweep along the row gathers them: nothing is sorted, and what has been swept is
// clean for the next outline.
class OutlineFill {
public:
    // `paint` is a Paint, or has its functions.
    template <typename AnyPaint>
    void cover(const Clip& clip, bool samples, const Rings& rings, AnyPaint& paint) {
        const Clip box = boxOf(clip, rings.corners);
        // In parts for which there are marks; most outlines take one.
        for (Clip part = box; part.left < box.right; part.left = part.right) {
            part.right = std::min(box.right, part.left + kMaxColumns);
            const int words = wordsOf(part), maxRows = kMarkWords / words;
            for (part.top = box.top; part.top < box.bottom; part.top = part.bottom) {
                part.bottom = std::min(box.bottom, part.top + maxRows);
                mark(part, samples, rings);
                const std::uint32_t whole = samples ? Canvas::kAllSamples : 1;
                for (int y = part.top; y < part.bottom; ++y)
                    sweep(part.left, y, marks_ + std::ptrdiff_t{y - part.top} * words, words, whole, paint);
            }
        }
    }

private:
    static constexpr int kMarksAWord = 8, kMarkWords = 4096;
    static constexpr int kMaxColumns = 16384;

    // One mark more than columns: for what is crossed behind the last of them.
    static int wordsOf(const Clip& part) { return (part.right - part.left) / kMarksAWord + 1; }
    static Clip boxOf(const Clip& clip, std::span<const Place> corners);
    void mark(const Clip& part, bool samples, const Rings& rings);

    template <typename AnyPaint>
    static void sweep(int left, int y, std::uint64_t* marks, int words, std::uint32_t whole, AnyPaint& paint) {
        std::uint32_t mask = 0;
        int from = left;
        for (int i = 0; i < words; ++i) {
            std::uint64_t word = marks[i];
            if (word == 0) continue;
            marks[i] = 0;
            for (int to = left + i * kMarksAWord; word != 0;) {
                const int skipped = std::countr_zero(word) / 8;
                to += skipped;
                word >>= skipped * 8;
                if (mask == whole) {
                    paint.span(y, from, to);
                } else if (mask != 0) {
                    for (int x = from; x < to; ++x) paint.part(y, x, mask);
                }
                mask ^= static_cast<std::uint32_t>(word & 0xff);
                word &= ~std::uint64_t{0xff};
                from = to;
            }
        }
    }

    std::uint64_t marks_[kMarkWords] = {};  // A byte a mark, a bit a sample; all 0 between two outlines.
};
static_assert(std::endian::native == std::endian::little);

}  // namespace dex
