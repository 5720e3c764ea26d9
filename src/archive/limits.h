#pragma once

#include <cstdint>

namespace dex {

// What one file may ask of its reader, so that a hostile file cannot make it work for long (docs/format.md, "Limits").
inline constexpr std::uint32_t kMaxAreas = 1u << 18;
inline constexpr std::uint32_t kMaxLevels = 16;
inline constexpr std::uint32_t kMaxFiles = 4096;
inline constexpr std::uint32_t kMaxIndicators = 512;
inline constexpr std::uint32_t kMaxTilePoints = 1u << 20;
inline constexpr std::uint32_t kMaxOutwardBytes = 4;
inline constexpr std::uint32_t kMaxTextBytes = 1u << 16;
inline constexpr std::uint32_t kMaxVenues = 1u << 16;
inline constexpr std::uint32_t kMaxVenueKinds = 64;
inline constexpr std::uint32_t kMaxVenueSources = 64;
inline constexpr std::uint32_t kMaxBands = 64;
inline constexpr std::uint32_t kMaxMinutes = 1440;  // A day.

}  // namespace dex
