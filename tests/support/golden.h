#pragma once

#include <gtest/gtest.h>

#include <string>

#include "support/png.h"

namespace dex {

// Whether two pictures are the same up to what two ways of drawing do otherwise at edges (docs/decisions/0007-goldens.md).
// Both are left in build/pictures where they are not.
testing::AssertionResult isAlike(const std::string& name, const PngPicture& wanted, const PngPicture& drawn);

// Whether a picture is like the golden one, `path` from the root of the repository, in the same way.
testing::AssertionResult isGolden(const std::string& path, const PngPicture& drawn);

// Whether the processor's picture is the golden one to the last bit. Where it is not, it is left in build/pictures; where
// DEX_UPDATE_GOLDENS is set the golden is written again.
testing::AssertionResult isGoldenToTheBit(const std::string& path, const PngPicture& drawn);

// The same of a text, to the last byte.
testing::AssertionResult isGoldenText(const std::string& path, const std::string& text);

}  // namespace dex
