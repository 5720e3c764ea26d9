#include "gpu/software_canvas.h"

#include "base/apart.h"

namespace dex {

void Canvas::resize(int width, int height) {
    if (width == width_ && height == height_) return;
    width_ = width;
    height_ = height;
    pixels_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
}

void Canvas::clear(const Clip& part, Rgba8 colour) {
    for (int y = part.top; y < part.bottom; ++y) fill(y, part.left, part.right, pixelOf(colour));
}

void Canvas::copy(const Canvas& from, const Clip& part) {
    for (int y = part.top; y < part.bottom; ++y)
        std::copy(from.row(y) + part.left, from.row(y) + part.right, row(y) + part.left);
}

DEX_APART void Canvas::enlarge(const Canvas& from, int times, const Clip& part) {
    // Of the lower part of `from`, whose upper row is the first of what is drawn here.
    const int first = from.height_ - (height_ + times - 1) / times;
    for (int y = part.top; y < part.bottom; ++y) {
        Pixel* const to = row(y);
        if (y > part.top && y % times != 0) {
            std::copy(row(y - 1) + part.left, row(y - 1) + part.right, to + part.left);
            continue;
        }
        const Pixel* at = from.row(first + y / times) + part.left / times;
        int rest = times - part.left % times;
        for (int x = part.left; x < part.right; ++x) {
            to[x] = *at;
            if (--rest > 0) continue;
            ++at;
            rest = times;
        }
    }
}

void Canvas::beginSamples() {
    hasSamples_ = true;
    cuts_.clear();
    free_.clear();
}

void Canvas::putSamples(Pixel& pixel, std::uint32_t mask, Pixel colour, std::uint32_t weight, Blend blend) {
    std::uint32_t place = pixel;
    if (!isCut(pixel)) {
        // A colour over itself, as where a finer tile lies on the coarser one that stood in for it: nothing is cut.
        if (shade(pixel, colour, weight, blend) == pixel) return;
        const Cut whole{&pixel, {pixel, pixel, pixel, pixel}};
        if (free_.empty()) {
            place = static_cast<std::uint32_t>(cuts_.size());
            cuts_.push_back(whole);
        } else {
            place = free_.back();
            free_.pop_back();
            cuts_[place] = whole;
        }
        pixel = place;
    }
    Cut& cut = cuts_[place];
    for (int i = 0; i < kSamples; ++i) {
        if ((mask >> i & 1u) != 0) cut.samples[i] = shade(cut.samples[i], colour, weight, blend);
    }
    // All four of one colour again, as when the mesh has closed over the pixel: its place is free for another.
    const Pixel first = cut.samples[0];
    if (first != cut.samples[1] || first != cut.samples[2] || first != cut.samples[3]) return;
    pixel = first;
    free_.push_back(place);
}

void Canvas::resolve() {
    for (std::uint32_t place = 0; place < cuts_.size(); ++place) {
        const Cut& cut = cuts_[place];
        if (*cut.pixel != place) continue;  // Filled since.
        // Two channels at a time, as in mix(): four samples of 8 bits sum to 10, which a pair of 16 bits holds. Half of
        // the divisor rounds.
        constexpr std::uint32_t kPair = 0x00ff00ff, kHalf = 0x00020002;
        std::uint32_t even = kHalf, odd = kHalf;
        for (const Pixel sample : cut.samples) {
            even += sample & kPair;
            odd += sample >> 8 & kPair;
        }
        *cut.pixel = (even >> 2 & kPair) | (odd >> 2 & kPair) << 8;
    }
    hasSamples_ = false;
}

}  // namespace dex
