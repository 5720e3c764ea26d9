#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/face.h"

namespace dex {

// One picture of a byte a pixel in which bitmaps stand side by side, in rows from the top, an empty pixel round each. It
// grows downwards.
class Shelves {
public:
    struct Place {
        std::uint16_t x = 0, y = 0, width = 0, height = 0;
    };

    void reset(int width, int maxHeight);
    // Empty for an empty bitmap, and where there is no room for it.
    Place place(const GlyphBitmap& bitmap);

    std::span<const std::uint8_t> pixels() const { return pixels_; }
    int width() const { return width_; }
    int height() const { return height_; }

private:
    int width_ = 0, maxHeight_ = 0, height_ = 0;
    int shelfX_ = 0, shelfY_ = 0, shelfHeight_ = 0;
    std::vector<std::uint8_t> pixels_;
};

}  // namespace dex
