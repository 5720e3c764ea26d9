#include "output/picture_png.h"

#include <algorithm>

#include "output/picture_notes.h"

namespace dex {
namespace {

constexpr std::size_t kMaxPalette = 256;
// Packed in one step.
constexpr int kStepPixels = 1 << 17;

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
    if (rest_.empty()) {
        rest_ = bands_.draw(top_);
        return {};
    }
    const auto rowBytes = static_cast<std::size_t>(bands_.width()) * 4;
    for (int rows = std::max(1, kStepPixels / bands_.width()); rows > 0 && !rest_.empty(); --rows) {
        writer_->row(rest_.first(rowBytes));
        rest_ = rest_.subspan(rowBytes);
    }
    if (rest_.empty()) top_ += bands_.bandHeight();
    isDone_ = top_ >= bands_.height();
    if (isDone_) writer_->finish();
    return writer_->take();
}

double PngDrawing::share() const {
    const double looked = static_cast<double>(looked_ * bands_.bandHeight()) / bands_.height();
    const double drawn = static_cast<double>(top_) / bands_.height();
    return isDone_ ? 1 : writer_ ? 0.5 + drawn / 2 : looked / 2;
}

// False where there are too many.
bool PngDrawing::addColour(PngColour colour) {
    const auto at = std::lower_bound(colours_.begin(), colours_.end(), colour);
    if (at != colours_.end() && *at == colour) return true;
    if (colours_.size() == kMaxPalette) return false;
    colours_.insert(at, colour);
    return true;
}

// In one band more, from the middle of the map on, where there are most of them. With the last band, and as soon as there are too
// many, the file begins.
void PngDrawing::lookForColours() {
    const int bands = (bands_.height() + bands_.bandHeight() - 1) / bands_.bandHeight();
    const auto rgba = bands_.draw((looked_ + bands / 2) % bands * bands_.bandHeight());
    ++looked_;
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
    if (looked_ == bands) begin();
}

void PngDrawing::begin() {
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
