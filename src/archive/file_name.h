#pragma once

#include <string>

#include "archive/atlas.h"

namespace dex {

// `<kind>.<hash>.dex`, from the first 16 bytes of the file's SHA-256.
std::string nameOf(FileKind kind, ByteSpan hash);

// The same, from the file's contents.
std::string nameFor(FileKind kind, ByteSpan contents);

// The 16 bytes in a name that nameOf made; fewer where it is none.
Bytes hashIn(std::string_view name);

}  // namespace dex
