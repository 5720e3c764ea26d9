#include <cstddef>
#include <cstdint>
#include <span>

#include "archive/tile.h"

// Any bytes at all: the first says how many areas the atlas has, the rest is the tile.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static_cast<void>(dex::decodeTile(std::as_bytes(std::span(data + 1, size - 1)), 1u + 16u * data[0]).ok());
    return 0;
}
