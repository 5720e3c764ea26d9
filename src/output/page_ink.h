#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>

#include "output/picture_page.h"
#include "text/face.h"

namespace dex {

// Draws what stands on a page over its map into rows of RGBA pixels. Everything begins at whole pixels, letters at quarters
// of one, so that it looks the same in whichever band it falls.
class PageInk {
public:
    // Page and faces outlive it.
    PageInk(const PicturePage& page, const Face& regular, const Face& strong, double pxPerUnit);

    // `rgba` holds whole rows of `width` pixels, the first of them row `top` of the picture.
    void draw(std::span<std::byte> rgba, int width, int top);

private:
    struct Rows {
        std::span<std::byte> rgba;
        int width = 0, top = 0, bottom = 0;
    };
    struct Ink {
        Colour colour;
        bool isHalo = false;
    };
    void drawBox(const Rows& rows, const PageBox& box) const;
    void fill(const Rows& rows, int left, int top, int right, int bottom, Colour colour) const;
    void drawText(const Rows& rows, const PageText& text, Ink ink);
    void drawGlyph(const Rows& rows, const GlyphBitmap& glyph, int column, int baseline, Colour colour) const;
    const GlyphBitmap& glyph(char32_t codePoint, const PageText& text, int shift, bool isHalo);

    using GlyphKey = std::tuple<char32_t, double, int, bool, bool>;  // Which, px, shift, strong, halo.
    const PicturePage& page_;
    const Face* faces_[2];
    double pxPerUnit_;
    int shifts_;
    std::map<GlyphKey, GlyphBitmap> glyphs_;
};

}  // namespace dex
