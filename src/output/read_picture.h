#pragma once

#include <string>

#include "base/bytes.h"

namespace dex {

// The view that a picture of ours brings with it, PNG or SVG, as the grammar writes it (docs/view-state.md): what a file
// claims is read as a link would be, and nothing else of it is believed. NotFound where it holds none, BadMagic where it
// is neither, Truncated or BadHash where a PNG's chunks are broken, TooLarge where its view is longer than any view.
Result<std::string> readPictureView(ByteSpan file);

}  // namespace dex
