#pragma once

#include <array>
#include <string>

#include "base/bytes.h"

namespace dex {

// SHA-256 as FIPS 180-4 defines it.
using Sha256 = std::array<std::uint8_t, 32>;
Sha256 sha256(ByteSpan bytes);

// The first `digits` (≤ 64) lower-case hexadecimal digits of a hash.
std::string hexDigits(const Sha256& hash, int digits);

// How many digits of its SHA-256 stand in the name of an atlas's file.
inline constexpr int kNameDigits = 32;

}  // namespace dex
