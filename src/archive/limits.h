#pragma once

#include <cstdint>

namespace dex {

// What one file may ask of its reader, so that a hostile file cannot make it work for long (docs/format.md, "Limits").
inline constexpr std::uint32_t kMostAreas = 1u << 18;
inline constexpr std::uint32_t kMostLevels = 16;
inline constexpr std::uint32_t kMostFiles = 4096;
inline constexpr std::uint32_t kMostIndicators = 512;
inline constexpr std::uint32_t kMostTilePoints = 1u << 20;
inline constexpr std::uint32_t kMostOutwardBytes = 4;
inline constexpr std::uint32_t kMostTextBytes = 1u << 16;

}  // namespace dex
