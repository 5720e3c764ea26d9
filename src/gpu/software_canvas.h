#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "gpu/device.h"

namespace dex {

// RGBA in the order of its bytes. In a canvas with samples alpha is never 0.
using Pixel = std::uint32_t;
static_assert(std::endian::native == std::endian::little);

inline constexpr Pixel kOpaque = 0xff000000;
inline constexpr std::uint32_t kWhole = 256;  // Of a pixel: as much as its colour and its cover can weigh.

inline Pixel pixelOf(Rgba8 c) {
    return std::uint32_t{c.r} | std::uint32_t{c.g} << 8 | std::uint32_t{c.b} << 16 | std::uint32_t{c.a} << 24;
}

// `over` of an opaque colour that weighs `weight` of kWhole; two channels at a time.
inline Pixel mix(Pixel ground, Pixel colour, std::uint32_t weight) {
    constexpr std::uint32_t kPair = 0x00ff00ff, kHalf = 0x00800080;
    const std::uint32_t rest = kWhole - weight;
    const std::uint32_t even = ((colour & kPair) * weight + (ground & kPair) * rest + kHalf) >> 8 & kPair;
    const std::uint32_t odd = ((colour >> 8 & kPair) * weight + (ground >> 8 & kPair) * rest + kHalf) & ~kPair;
    return even | odd;
}

// Where drawing reaches: columns and rows from the upper left corner, the last excluded.
struct Clip {
    int left = 0, top = 0, right = 0, bottom = 0;
};

inline Clip around(const Clip& a, const Clip& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

inline Clip common(const Clip& a, const Clip& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

// The pixels of a target or of the screen, rows from the top.
//
// While a pass draws with samples, a pixel has four, as on a graphics card. Only pixels that an edge has cut keep four
// colours, in a list aside, and no longer than these differ: it is short, and room for it is kept from frame to frame.
class Canvas {
public:
    void resize(int width, int height);
    int width() const { return width_; }
    int height() const { return height_; }
    Pixel* row(int y) { return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_); }
    const Pixel* row(int y) const {
        return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    }
    ByteSpan bytes() const { return std::as_bytes(std::span(pixels_)); }
    Clip all() const { return {0, 0, width_, height_}; }
    void clear(const Clip& part, Rgba8 colour);
    void copy(const Canvas& from, const Clip& part);  // Of one as large.
    // As Device::enlarge says; `from` is as large.
    void enlarge(const Canvas& from, int times, const Clip& part);

    void beginSamples();  // Every pixel is opaque now.
    void resolve();       // Each cut pixel becomes the mean of its samples.
    bool hasSamples() const { return hasSamples_; }
    std::size_t cutPixels() const { return cuts_.size(); }

    // Colours the samples in `mask` (kAllSamples without samples): over what is there, or instead of it.
    void put(Pixel& pixel, std::uint32_t mask, Pixel colour, std::uint32_t weight, Blend blend) {
        if (mask == kAllSamples && !isCut(pixel)) {
            pixel = shade(pixel, colour, weight, blend);
        } else {
            putSamples(pixel, mask, colour, weight, blend);
        }
    }
    void fill(int y, int from, int to, Pixel colour) {
        for (Pixel *at = row(y) + from, *const end = row(y) + to; at < end; ++at) *at = colour;
    }

    static constexpr int kSamples = 4;
    static constexpr std::uint32_t kAllSamples = 15;
    // Where in a pixel the samples stand, in sixteenths from its upper left corner, each on a line of its own: the
    // pattern of graphics cards. Line i is at kSampleStep / 2 + i * kSampleStep.
    static constexpr int kSampleX[kSamples] = {10, 2, 14, 6};

private:
    struct Cut {
        Pixel* pixel = nullptr;
        Pixel samples[kSamples] = {};
    };
    bool isCut(Pixel pixel) const { return hasSamples_ && (pixel & kOpaque) == 0; }
    static Pixel shade(Pixel ground, Pixel colour, std::uint32_t weight, Blend blend) {
        if (blend == Blend::Over) return mix(ground, colour, weight);
        return (colour & ~kOpaque) | (weight - (weight > 128 ? 1u : 0u)) << 24;
    }
    void putSamples(Pixel& pixel, std::uint32_t mask, Pixel colour, std::uint32_t weight, Blend blend);

    std::vector<Pixel> pixels_;
    std::vector<Cut> cuts_;            // A cut pixel holds the place of its samples here, and no alpha.
    std::vector<std::uint32_t> free_;  // Places in cuts_ whose pixels are whole again.
    int width_ = 0, height_ = 0;
    bool hasSamples_ = false;
};

}  // namespace dex
