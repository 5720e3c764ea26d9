#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace dex {

// The faces' picture: one byte of coverage a pixel. Valid until the next draw.
struct GlyphPicture {
    std::span<const std::byte> alpha;
    std::uint32_t width = 0, height = 0;
    std::uint32_t version = 0;  // Changes whenever the pixels do. 0: there is none yet.
};

}  // namespace dex
