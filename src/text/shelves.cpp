#include "text/shelves.h"

#include <algorithm>

namespace dex {
namespace {

// Blank px between two bitmaps: a smoothed look-up at the rim of one takes in nothing of the next.
constexpr int kGap = 1;
constexpr int kFirstHeight = 128;

}  // namespace

void Shelves::reset(int width, int maxHeight) {
    width_ = width;
    maxHeight_ = maxHeight;
    height_ = kFirstHeight;
    shelfX_ = shelfY_ = kGap;
    shelfHeight_ = 0;
    pixels_.assign(static_cast<std::size_t>(width) * kFirstHeight, 0);
}

Shelves::Place Shelves::place(const GlyphBitmap& bitmap) {
    if (bitmap.cover.empty() || bitmap.width + 2 * kGap > width_) return {};
    // The next shelf begins below the highest glyph of this one.
    if (shelfX_ + bitmap.width + kGap > width_) {
        shelfY_ += shelfHeight_ + kGap;
        shelfX_ = kGap;
        shelfHeight_ = 0;
    }
    const int bottom = shelfY_ + bitmap.height + kGap;
    if (bottom > maxHeight_) return {};
    // Rows stay as wide, so what stands already stays where it is.
    if (bottom > height_) {
        while (height_ < bottom) height_ *= 2;
        pixels_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0);
    }
    const Place place{static_cast<std::uint16_t>(shelfX_), static_cast<std::uint16_t>(shelfY_),
                      static_cast<std::uint16_t>(bitmap.width), static_cast<std::uint16_t>(bitmap.height)};
    for (int y = 0; y < bitmap.height; ++y) {
        std::copy_n(bitmap.cover.begin() + static_cast<std::ptrdiff_t>(y) * bitmap.width, bitmap.width,
                    pixels_.begin() + static_cast<std::ptrdiff_t>(shelfY_ + y) * width_ + shelfX_);
    }
    shelfX_ += bitmap.width + kGap;
    shelfHeight_ = std::max(shelfHeight_, bitmap.height);
    return place;
}

}  // namespace dex
