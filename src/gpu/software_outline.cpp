#include "gpu/software_outline.h"

namespace dex {

Clip OutlineFill::boxOf(const Clip& clip, std::span<const Place> corners) {
    std::int32_t minX = INT32_MAX, minY = INT32_MAX, maxX = INT32_MIN, maxY = INT32_MIN;
    for (const Place& corner : corners) {
        minX = std::min(minX, corner.x);
        minY = std::min(minY, corner.y);
        maxX = std::max(maxX, corner.x);
        maxY = std::max(maxY, corner.y);
    }
    // A shift rounds down for what is negative as well, where a division would round towards 0.
    constexpr int kShift = 4;
    static_assert(1 << kShift == kPlacesPerPx);
    return {std::max(clip.left, minX >> kShift), std::max(clip.top, minY >> kShift),
            std::min(clip.right, (maxX >> kShift) + 1), std::min(clip.bottom, (maxY >> kShift) + 1)};
}

void OutlineFill::mark(const Clip& part, bool samples, const Rings& rings) {
    // Lines on which middles or samples stand: one or four a row of pixels.
    const int shift = samples ? 2 : 4;
    const std::int32_t step = 1 << shift, offset = step / 2;
    const std::int32_t first = part.top << (4 - shift), last = part.bottom << (4 - shift);
    const std::int32_t columns = part.right - part.left;
    const std::ptrdiff_t rowBytes = std::ptrdiff_t{wordsOf(part)} * kMarksAWord;
    auto* const marks = reinterpret_cast<std::uint8_t*>(marks_);

    const auto markEdge = [&](Place upper, Place lower) {
        // The first line at or below y. An edge so has its upper end and not its lower one, and where two edges meet a
        // line is crossed once.
        const auto lineAt = [&](std::int32_t y) { return (y - offset + step - 1) >> shift; };
        const std::int32_t begin = std::max(lineAt(upper.y), first), end = std::min(lineAt(lower.y), last);
        // Exact: on a canvas the product has some 40 bits, and a quotient that is no whole number is far from one. Farther
        // away two outlines that share an edge still get the same.
        const double run = lower.x - upper.x, height = lower.y - upper.y;
        for (std::int32_t line = begin; line < end; ++line) {
            const double over = run * (line * step + offset - upper.y) / height;
            // Rounded up; cutting the fraction off does so by itself where `over` is negative.
            const auto whole = static_cast<std::int32_t>(over);
            const std::int32_t x = upper.x + whole + (over > whole ? 1 : 0);
            const int sample = samples ? line & 3 : 0;
            const std::int32_t beyond = kPlacesPerPx - 1 - (samples ? Canvas::kSampleX[sample] : 8);
            // What crosses to the left of the part counts in its first column, what crosses to the right in the mark
            // behind the last.
            const std::int32_t column = std::clamp(((x + beyond) >> 4) - part.left, 0, columns);
            const std::int32_t row = (samples ? line >> 2 : line) - part.top;
            marks[row * rowBytes + column] ^= static_cast<std::uint8_t>(1 << sample);
        }
    };
    std::size_t i = 0;
    for (const std::uint32_t ringEnd : rings.ends) {
        const std::size_t end = ringEnd - rings.before;
        if (i == end) continue;
        Place before = rings.corners[end - 1];
        for (; i < end; ++i) {
            const Place here = rings.corners[i];
            // A level edge crosses no line.
            if (before.y < here.y) markEdge(before, here);
            if (here.y < before.y) markEdge(here, before);
            before = here;
        }
    }
}

}  // namespace dex
