#pragma once

#include <string>
#include <string_view>

namespace dex {

// The one style of every briefing, for screens and for A4.
const std::string& briefingStyle();

// By which a policy allows it: "sha256-…".
std::string briefingStyleHash();

// RFC 4648.
std::string base64(std::string_view bytes);

}  // namespace dex
