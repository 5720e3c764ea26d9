#pragma once

#include <gtest/gtest.h>

#include <string>

#include "support/png.h"

namespace dex {

// Whether a picture is the golden one, `path` from the root of the repository, up to what another version of Mesa draws
// otherwise at edges. What differs is left in build/pictures; where DEX_UPDATE_GOLDENS is set the golden is written again.
testing::AssertionResult isGolden(const std::string& path, const PngPicture& drawn);

}  // namespace dex
