#pragma once

#include <cstdint>

namespace dex {

// Where an area stands among all that are ranked with it, as coarsely as it is put into words.
enum class Position : std::uint8_t { Lowest10, Lowest25, Middle, Highest25, Highest10 };
inline constexpr std::uint8_t kPositions = 5;

// `share`: of the ranking that lies below it, 0–1 (Standing::position).
Position positionOf(double share);

}  // namespace dex
