#pragma once

#include <cstdint>
#include <span>

#include "gpu/renderer.h"
#include "gpu/software_device.h"
#include "output/page_ink.h"
#include "output/picture.h"

namespace dex {

// Draws a picture on the processor, a band of rows at a time, so that the memory it takes does not grow with its height.
// The pixels do not depend on who draws, nor on which bands were drawn before. One band takes so little time that a page can
// stand still for it.
class PictureBands {
public:
    // Source, tiles and page outlive it; the tiles hold all that the page's sight needs at that scale. `scale` is how many
    // pixels of the file stand for one of the size at 1×, so that the picture is `width` × `height` pixels.
    PictureBands(const PictureSource& source, const PicturePage& page, const TileStore& tiles, const Tokens& tokens,
                 double pxPerUnit);
    PictureBands(const PictureBands&) = delete;
    PictureBands& operator=(const PictureBands&) = delete;

    int width() const { return width_; }
    int height() const { return height_; }
    int bandHeight() const { return bandHeight_; }  // The last band may be lower.

    // RGBA of the band that begins with row `top`, a multiple of bandHeight(); until the next call.
    std::span<const std::byte> draw(int top);

private:
    double pxPerUnit_;
    int width_, height_, bandHeight_;
    SoftwareDevice device_;
    Renderer renderer_{device_};
    TextureId target_;
    Scene scene_;
    PageInk ink_;
    Bytes rgba_;
};

}  // namespace dex
