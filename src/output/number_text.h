#pragma once

#include <string>

namespace dex {

// A number as data files have it, never in a reader's language: with so many decimals, or the shortest text that reads
// back to the same double. The value is finite.
inline constexpr int kExactly = -1;
std::string numberText(double value, int decimals);

}  // namespace dex
