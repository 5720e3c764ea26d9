#include <cstddef>
#include <cstdint>
#include <span>

#include "archive/atlas.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(dex::decodeHead(std::as_bytes(std::span(data, size))).ok());
    return 0;
}
