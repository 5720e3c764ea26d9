#include "output/picture_bands.h"

#include <algorithm>
#include <cmath>

#include "output/picture_scene.h"

namespace dex {
namespace {

// Where a band begins shows in the last bits of its pixels. So these are the same for the command line and for pages, and other
// numbers would change the pictures that are published.
constexpr int kBandPixels = 1 << 17;
constexpr int kMinBand = 16;  // Rows.

int pixels(double units, double pxPerUnit) { return std::max(1, static_cast<int>(units * pxPerUnit + 0.5)); }

int bandOf(int width, int height) { return std::min(height, std::max(kMinBand, kBandPixels / width)); }

}  // namespace

PictureBands::PictureBands(const PictureSource& source, const PicturePage& page, const TileStore& tiles,
                           const Tokens& tokens, double pxPerUnit)
    : pxPerUnit_(pxPerUnit),
      width_(pixels(page.width, pxPerUnit)),
      height_(pixels(page.height, pxPerUnit)),
      bandHeight_(bandOf(width_, height_)),
      scene_(pictureScene(source, page, tiles)),
      ink_(page, source.regular, source.semibold, pxPerUnit) {
    scene_.sight.devicePixelRatio = pxPerUnit;
    TextureDesc desc;
    desc.label = "band";
    desc.width = width_;
    desc.height = bandHeight_;
    desc.target = true;
    target_ = device_.makeTexture(desc);
    renderer_.setGroupings(source.library.groupings());
    for (const TileKey key : scene_.tiles) {
        if (const Tile* tile = tiles.tile(key)) renderer_.loadTile(key, *tile);
    }
    renderer_.setClasses(source.analysis.areaClasses());
    renderer_.setTheme(pictureTheme(source, page, tokens));
    rgba_.resize(std::size_t{4} * static_cast<std::size_t>(width_) * static_cast<std::size_t>(bandHeight_));
}

std::span<const std::byte> PictureBands::draw(int top) {
    Scene band = scene_;
    // The canvas is the band: the map begins that much higher.
    band.sight.viewport.y -= top / pxPerUnit_;
    const int rows = std::min(bandHeight_, height_ - top);
    DEX_CHECK(renderer_.draw(band, width_, bandHeight_, target_));
    const auto bytes = std::size_t{4} * static_cast<std::size_t>(width_) * static_cast<std::size_t>(rows);
    const std::span<std::byte> drawn = std::span(rgba_).first(bytes);
    // Rows of a device count from below.
    device_.read(target_, {0, bandHeight_ - rows, width_, rows}, drawn);
    ink_.draw(drawn, width_, top);
    return drawn;
}

}  // namespace dex
