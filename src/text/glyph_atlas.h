#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/face.h"
#include "text/shelves.h"

namespace dex {

// Where a glyph stands in the atlas's picture, and where it is drawn: `left` and `top` from the pen, px, y down.
struct GlyphSlot {
    std::uint16_t x = 0, y = 0, width = 0, height = 0;
    std::int16_t left = 0, top = 0;
};

// The glyphs of the map's labels at one size, each as ink and as halo, in one picture of a byte a pixel. Glyphs are drawn
// at true device pixels when they are first asked for, at fractions of a pixel fine enough for even spacing. When size,
// halo or faces change, reset(): everything is drawn again. It grows to kMaxHeight; what finds no room is not drawn.
class GlyphAtlas {
public:
    static constexpr int kWidth = 1024;
    static constexpr int kMaxHeight = 2048;

    struct Glyph {
        char32_t codePoint = 0;
        std::uint8_t face = 0;   // Which of the two.
        std::uint8_t shift = 0;  // Of shiftsPerPx().
        GlyphSlot ink, halo;
    };

    void reset(const Face* regular, const Face* strong, double regularPx, double strongPx, double haloPx);

    // `shift` below shiftsPerPx(). Valid until the next call.
    const Glyph& glyph(char32_t codePoint, bool strong, int shift);

    int shiftsPerPx() const { return shiftsPerPx_; }
    const Face* face(bool strong) const { return faces_[strong ? 1 : 0]; }
    double px(bool strong) const { return px_[strong ? 1 : 0]; }

    std::span<const std::uint8_t> pixels() const { return shelves_.pixels(); }
    int height() const { return shelves_.height(); }
    std::uint32_t version() const { return version_; }  // Changes with the pixels.

private:
    GlyphSlot place(const GlyphBitmap& bitmap);

    const Face* faces_[2] = {nullptr, nullptr};
    double px_[2] = {0, 0};
    double haloPx_ = 0;
    int shiftsPerPx_ = 1;
    std::vector<Glyph> glyphs_;  // Sorted by code point, face, shift.
    Shelves shelves_;
    std::uint32_t version_ = 0;
};

}  // namespace dex
