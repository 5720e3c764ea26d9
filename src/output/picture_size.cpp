#include "output/picture_size.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dex {
namespace {

// Letters of 15 units read well on a page of so many units by itself, whatever its pixels.
constexpr double kUnitsAcross = 700;

PictureSize onScreen(std::uint32_t width, std::uint32_t height) {
    const double across = std::sqrt(static_cast<double>(width) * height);
    // Sixteenths, so that what is laid out is the same number everywhere.
    const double pxPerUnit = std::floor(across / kUnitsAcross * 16 + 0.5) / 16;
    return {width, height, std::max(pxPerUnit, 1.0), 0};
}

PictureSize onPaper(std::uint32_t width, std::uint32_t height) {
    constexpr double kDpi = 300, kUnitsPerInch = 96;
    return {width, height, kDpi / kUnitsPerInch, kDpi};
}

bool isSide(std::uint32_t side) { return side >= kMinPictureSide && side <= kMaxPictureSide; }

}  // namespace

const std::vector<PicturePreset>& picturePresets() {
    static const std::vector<PicturePreset> presets = {
        {"social", onScreen(1200, 630)}, {"square", onScreen(1080, 1080)},     {"portrait", onScreen(1080, 1350)},
        {"slide", onScreen(1920, 1080)}, {"a4-portrait", onPaper(2480, 3508)}, {"a4-landscape", onPaper(3508, 2480)}};
    return presets;
}

std::optional<PictureSize> pictureSizeCalled(std::string_view text) {
    for (const PicturePreset& preset : picturePresets()) {
        if (preset.id == text) return preset.size;
    }
    std::uint32_t width = 0, height = 0;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto first = std::from_chars(begin, end, width);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != 'x') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc() || second.ptr != end || !isSide(width) || !isSide(height)) return std::nullopt;
    return onScreen(width, height);
}

}  // namespace dex
