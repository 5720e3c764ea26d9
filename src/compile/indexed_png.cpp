#include "compile/indexed_png.h"

#include <png.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace dex {
namespace {

using PackedColour = std::uint32_t;  // 0xRRGGBB

int channel(PackedColour colour, int shift) { return static_cast<int>(colour >> shift & 255); }

// Squared: it is only compared.
int distance(PackedColour a, PackedColour b) {
    int sum = 0;
    for (const int shift : {16, 8, 0}) {
        const int by = channel(a, shift) - channel(b, shift);
        sum += by * by;
    }
    return sum;
}

std::vector<PackedColour> coloursOf(std::span<const std::byte> rgba) {
    std::vector<PackedColour> pixels(rgba.size() / 4);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const auto byte = [&](std::size_t at) { return std::to_integer<PackedColour>(rgba[4 * i + at]); };
        pixels[i] = byte(0) << 16 | byte(1) << 8 | byte(2);
    }
    return pixels;
}

// The commonest first; of those that are as common the darkest.
std::vector<PackedColour> commonest(const std::vector<PackedColour>& pixels, std::size_t max) {
    std::unordered_map<PackedColour, std::size_t> counts;
    for (const PackedColour pixel : pixels) ++counts[pixel];
    std::vector<PackedColour> colours;
    // The order of a hash table differs between systems; the sort below makes it one order everywhere.
    for (const auto& [colour, count] : counts) colours.push_back(colour);
    std::sort(colours.begin(), colours.end(),
              [&](PackedColour a, PackedColour b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
    colours.resize(std::min(colours.size(), max));
    return colours;
}

std::vector<std::uint8_t> placesOf(const std::vector<PackedColour>& pixels, const std::vector<PackedColour>& table) {
    std::unordered_map<PackedColour, std::uint8_t> nearest;
    std::vector<std::uint8_t> places(pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        // Each colour is matched once: a map has few, and many pixels of each.
        const auto [found, isNew] = nearest.try_emplace(pixels[i], std::uint8_t{0});
        if (isNew) {
            const auto closer = [&](PackedColour a, PackedColour b) {
                return distance(a, pixels[i]) < distance(b, pixels[i]);
            };
            found->second =
                static_cast<std::uint8_t>(std::min_element(table.begin(), table.end(), closer) - table.begin());
        }
        places[i] = found->second;
    }
    return places;
}

}  // namespace

Bytes indexedPng(std::span<const std::byte> rgba, std::uint32_t width, std::uint32_t height, std::size_t maxColours) {
    if (rgba.empty() || rgba.size() != std::size_t{4} * width * height) return {};
    const std::vector<PackedColour> pixels = coloursOf(rgba);
    const std::vector<PackedColour> table = commonest(pixels, maxColours);
    const std::vector<std::uint8_t> places = placesOf(pixels, table);
    std::vector<std::uint8_t> map;
    for (const PackedColour colour : table) {
        for (const int shift : {16, 8, 0}) map.push_back(static_cast<std::uint8_t>(channel(colour, shift)));
    }

    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(table.size());
    png_alloc_size_t size = 0;
    Bytes bytes;
    // Asked twice: first for the size, then for the bytes.
    if (!png_image_write_to_memory(&image, nullptr, &size, 0, places.data(), 0, map.data())) return {};
    bytes.resize(size);
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, places.data(), 0, map.data())) return {};
    bytes.resize(size);
    return bytes;
}

}  // namespace dex
