#pragma once

#include <array>
#include <cstdint>

#include "base/bytes.h"

namespace dex {

// The checksum of a PNG's chunks (ISO 3309), continued from `before`.
inline std::uint32_t crc32(ByteSpan bytes, std::uint32_t before = 0) {
    static constexpr auto kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }();
    std::uint32_t crc = ~before;
    for (const std::byte byte : bytes) crc = kTable[(crc ^ std::to_integer<std::uint32_t>(byte)) & 255] ^ (crc >> 8);
    return ~crc;
}

}  // namespace dex
