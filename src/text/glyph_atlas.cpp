#include "text/glyph_atlas.h"

#include <algorithm>
#include <tuple>

namespace dex {

void GlyphAtlas::reset(const Face* regular, const Face* strong, double regularPx, double strongPx, double haloPx) {
    faces_[0] = regular;
    faces_[1] = strong;
    px_[0] = regularPx;
    px_[1] = strongPx;
    haloPx_ = haloPx;
    const double px = std::max(regularPx, strongPx);
    // The larger a letter, the less the eye sees of a part of a pixel, and the more room its copies take.
    shiftsPerPx_ = px < 20 ? 4 : px < 34 ? 2 : 1;
    glyphs_.clear();
    shelves_.reset(kWidth, kMaxHeight);
    ++version_;
}

const GlyphAtlas::Glyph& GlyphAtlas::glyph(char32_t codePoint, bool strong, int shift) {
    Glyph wanted;
    wanted.codePoint = codePoint;
    wanted.face = strong ? 1 : 0;
    wanted.shift = static_cast<std::uint8_t>(shift);
    const auto order = [](const Glyph& a, const Glyph& b) {
        return std::tie(a.codePoint, a.face, a.shift) < std::tie(b.codePoint, b.face, b.shift);
    };
    auto found = std::lower_bound(glyphs_.begin(), glyphs_.end(), wanted, order);
    // Also one for which there was no room: it is not tried again frame after frame.
    if (found != glyphs_.end() && !order(wanted, *found)) return *found;
    if (const Face* from = face(strong)) {
        const GlyphBitmap ink = from->bitmap(codePoint, px(strong), static_cast<double>(shift) / shiftsPerPx_);
        wanted.ink = place(ink);
        // Made from the shifted ink, or it would stand beside it by a part of a pixel.
        wanted.halo = place(haloOf(ink, haloPx_));
    }
    return *glyphs_.insert(found, wanted);
}

GlyphSlot GlyphAtlas::place(const GlyphBitmap& bitmap) {
    const Shelves::Place place = shelves_.place(bitmap);
    if (place.width == 0) return {};
    ++version_;
    return {place.x,
            place.y,
            place.width,
            place.height,
            static_cast<std::int16_t>(bitmap.left),
            static_cast<std::int16_t>(bitmap.top)};
}

}  // namespace dex
