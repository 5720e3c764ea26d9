#pragma once

#include <string>

#include "output/svg_path.h"
#include "text/face.h"

namespace dex {

// A line of text as the outlines of its letters: for programs that lack our face, and for printers that want no text. `pen` is
// where it begins on the baseline; `px` is the size of its letters.
SvgPath lettersOf(const Face& face, std::string_view line, double px, PxPoint pen);

}  // namespace dex
