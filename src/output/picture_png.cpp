#include "output/picture_png.h"

#include <algorithm>

#include "output/picture_bands.h"
#include "output/picture_notes.h"

namespace dex {
namespace {

constexpr std::size_t kMaxPalette = 256;

// All colours of the picture where they are few enough for a palette; else nothing, as soon as that is known.
std::vector<PngColour> fewColours(PictureBands& bands) {
    std::vector<PngColour> seen;
    for (int top = 0; top < bands.height(); top += bands.bandHeight()) {
        const auto rgba = bands.draw(top);
        PngColour last = 0xffffffff;
        for (std::size_t i = 0; i < rgba.size(); i += 4) {
            const PngColour colour = std::to_integer<PngColour>(rgba[i]) << 16 |
                                     std::to_integer<PngColour>(rgba[i + 1]) << 8 |
                                     std::to_integer<PngColour>(rgba[i + 2]);
            if (colour == last) continue;
            last = colour;
            const auto at = std::lower_bound(seen.begin(), seen.end(), colour);
            if (at != seen.end() && *at == colour) continue;
            if (seen.size() == kMaxPalette) return {};
            seen.insert(at, colour);
        }
    }
    return seen;
}

}  // namespace

bool drawPng(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
             const TileStore& tiles, double scale, Deflater& deflater, FileSink& sink) {
    PictureBands bands(source, plan.page, tiles, tokensOf(request.theme), request.size.pxPerUnit * scale);
    PngHead head;
    head.width = static_cast<std::uint32_t>(bands.width());
    head.height = static_cast<std::uint32_t>(bands.height());
    head.palette = fewColours(bands);
    head.dpi = request.size.dpi * scale;
    head.texts = pngTextsOf(plan.notes);
    PngWriter writer(std::move(head), deflater);
    const auto rowBytes = static_cast<std::size_t>(bands.width()) * 4;
    for (int top = 0; top < bands.height(); top += bands.bandHeight()) {
        const auto rgba = bands.draw(top);
        for (std::size_t at = 0; at < rgba.size(); at += rowBytes) writer.row(rgba.subspan(at, rowBytes));
        if (!sink.write(writer.take())) return false;
    }
    writer.finish();
    return sink.write(writer.take());
}

}  // namespace dex
