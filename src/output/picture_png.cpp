#include "output/picture_png.h"

#include <algorithm>

#include "output/picture_notes.h"

namespace dex {
namespace {

constexpr std::size_t kMaxPalette = 256;

}  // namespace

PngDrawing::PngDrawing(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
                       const TileStore& tiles, double scale, Deflater& deflater)
    : request_(request),
      plan_(plan),
      scale_(scale),
      deflater_(deflater),
      bands_(source, plan.page, tiles, tokensOf(request.theme), request.size.pxPerUnit * scale) {}

Bytes PngDrawing::step() {
    if (!writer_) {
        lookForColours();
        return {};
    }
    const auto rowBytes = static_cast<std::size_t>(bands_.width()) * 4;
    const auto rgba = bands_.draw(top_);
    for (std::size_t at = 0; at < rgba.size(); at += rowBytes) writer_->row(rgba.subspan(at, rowBytes));
    top_ += bands_.bandHeight();
    isDone_ = top_ >= bands_.height();
    if (isDone_) writer_->finish();
    return writer_->take();
}

double PngDrawing::share() const {
    const double part = static_cast<double>(top_) / bands_.height();
    return isDone_ ? 1 : writer_ ? 0.5 + part / 2 : part / 2;
}

// False where there are too many.
bool PngDrawing::addColour(PngColour colour) {
    const auto at = std::lower_bound(colours_.begin(), colours_.end(), colour);
    if (at != colours_.end() && *at == colour) return true;
    if (colours_.size() == kMaxPalette) return false;
    colours_.insert(at, colour);
    return true;
}

// In one band more. With the last one, and as soon as there are too many, the file begins.
void PngDrawing::lookForColours() {
    const auto rgba = bands_.draw(top_);
    top_ += bands_.bandHeight();
    PngColour last = 0xffffffff;
    for (std::size_t i = 0; i < rgba.size(); i += 4) {
        const PngColour colour = std::to_integer<PngColour>(rgba[i]) << 16 |
                                 std::to_integer<PngColour>(rgba[i + 1]) << 8 | std::to_integer<PngColour>(rgba[i + 2]);
        if (colour == last) continue;
        last = colour;
        if (addColour(colour)) continue;
        colours_.clear();
        begin();
        return;
    }
    if (top_ >= bands_.height()) begin();
}

void PngDrawing::begin() {
    top_ = 0;
    PngHead head;
    head.width = static_cast<std::uint32_t>(bands_.width());
    head.height = static_cast<std::uint32_t>(bands_.height());
    head.palette = std::move(colours_);
    head.dpi = request_.size.dpi * scale_;
    head.texts = pngTextsOf(plan_.notes);
    writer_.emplace(std::move(head), deflater_);
}

bool drawPng(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
             const TileStore& tiles, double scale, Deflater& deflater, FileSink& sink) {
    PngDrawing drawing(source, request, plan, tiles, scale, deflater);
    while (!drawing.isDone()) {
        if (!sink.write(drawing.step())) return false;
    }
    return true;
}

}  // namespace dex
