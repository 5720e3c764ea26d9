#pragma once

#include <string>

#include "base/bytes.h"

namespace dex {

// False where it could not be written whole.
bool writeFile(const std::string& path, ByteSpan bytes);

}  // namespace dex
