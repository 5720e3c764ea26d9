#include "text/glyph_atlas.h"

#include <algorithm>
#include <tuple>

namespace dex {
namespace {

constexpr int kGap = 1;
constexpr int kFirstHeight = 128;

}  // namespace

void GlyphAtlas::reset(const Face* regular, const Face* strong, double regularPx, double strongPx, double haloPx) {
    faces_[0] = regular;
    faces_[1] = strong;
    px_[0] = regularPx;
    px_[1] = strongPx;
    haloPx_ = haloPx;
    const double px = std::max(regularPx, strongPx);
    shiftsPerPx_ = px < 20 ? 4 : px < 34 ? 2 : 1;
    glyphs_.clear();
    height_ = kFirstHeight;
    pixels_.assign(static_cast<std::size_t>(kWidth) * kFirstHeight, 0);
    shelfX_ = shelfY_ = shelfHeight_ = 0;
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
    if (found != glyphs_.end() && !order(wanted, *found)) return *found;
    if (const Face* from = face(strong)) {
        const GlyphBitmap ink = from->bitmap(codePoint, px(strong), static_cast<double>(shift) / shiftsPerPx_);
        wanted.ink = place(ink);
        wanted.halo = place(haloOf(ink, haloPx_));
    }
    return *glyphs_.insert(found, wanted);
}

GlyphSlot GlyphAtlas::place(const GlyphBitmap& bitmap) {
    if (bitmap.cover.empty() || bitmap.width > kWidth) return {};
    if (shelfX_ + bitmap.width > kWidth) {
        shelfY_ += shelfHeight_ + kGap;
        shelfX_ = shelfHeight_ = 0;
    }
    const int bottom = shelfY_ + bitmap.height;
    if (bottom > kMostHeight) return {};
    if (bottom > height_) {
        while (height_ < bottom) height_ *= 2;
        pixels_.resize(static_cast<std::size_t>(kWidth) * static_cast<std::size_t>(height_), 0);
    }
    const GlyphSlot slot{static_cast<std::uint16_t>(shelfX_),      static_cast<std::uint16_t>(shelfY_),
                         static_cast<std::uint16_t>(bitmap.width), static_cast<std::uint16_t>(bitmap.height),
                         static_cast<std::int16_t>(bitmap.left),   static_cast<std::int16_t>(bitmap.top)};
    for (int y = 0; y < bitmap.height; ++y) {
        std::copy_n(bitmap.cover.begin() + static_cast<std::ptrdiff_t>(y) * bitmap.width, bitmap.width,
                    pixels_.begin() + static_cast<std::ptrdiff_t>(shelfY_ + y) * kWidth + shelfX_);
    }
    shelfX_ += bitmap.width + kGap;
    shelfHeight_ = std::max(shelfHeight_, bitmap.height);
    ++version_;
    return slot;
}

}  // namespace dex
