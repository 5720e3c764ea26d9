#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace dex {

// So many texts, each ended by a line feed (docs/format.md, "Common"); none after a failure. Views into the bytes.
std::vector<std::string_view> readLines(ByteReader& in, std::uint32_t count);

}  // namespace dex
