#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "archive/atlas.h"
#include "risk/weights.h"

namespace dex {

// Raised when the same recipe on the same files gives other scores.
inline constexpr std::uint32_t kArithmeticVersion = 1;

// What scores were made of, in twelve hexadecimal digits: the first of the SHA-256 of specText.
std::string specId(const AtlasHead& head, const Weights& weights, Arithmetic arithmetic, std::uint32_t level,
                   std::span<const std::uint8_t> smallAreas);

// The canonical recipe, a line for each thing on which a score depends (docs/method.md, "Spec id"): the arithmetic and
// its version, the weights, the level, the scope as a mark for each small area (empty: all), and the names of the
// files, which hold the hashes of their contents. `head` has an index.
std::string specText(const AtlasHead& head, const Weights& weights, Arithmetic arithmetic, std::uint32_t level,
                     std::span<const std::uint8_t> smallAreas);

}  // namespace dex
