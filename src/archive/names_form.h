#pragma once

#include <cstdint>

#include "archive/atlas.h"

namespace dex {

// How names, places and codes are kept (docs/format.md, "Names").

enum class CodeForm : std::uint8_t { Texts, Numbered };  // Numbered: one prefix and ascending numbers of one width.
enum class NameForm : std::uint8_t {
    Own,
    OverDetail
};  // OverDetail: "stem (detail)", one stem for each stem of a detail.

inline constexpr int kMaxCodeDigits = 15;
inline constexpr std::uint32_t kMaxCodePrefix = 64;  // Bytes; longer codes are written as texts.

// Boxes are rounded outwards to 16 cells, about 48 m on the ground in London: enough to frame an area.
inline constexpr int kPlaceShift = 4;

// An anchor is one of 16 × 16 places, the middles of the parts into which the area's box is cut; where none of them
// is inside, it is written by itself.
inline constexpr int kAnchorSteps = 16;
inline GridPoint anchorAt(const GridBox& box, int step) {
    const auto part = [](std::int32_t min, std::int32_t max, std::int64_t i) {
        const std::int64_t size = std::int64_t{max} - min;
        return static_cast<std::int32_t>(min + size * (2 * i + 1) / (std::int64_t{2} * kAnchorSteps));
    };
    return {part(box.minX, box.maxX, step % kAnchorSteps), part(box.minY, box.maxY, step / kAnchorSteps)};
}

}  // namespace dex
