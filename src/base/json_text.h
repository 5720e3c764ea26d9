#pragma once

#include <string>
#include <string_view>

namespace dex {

// Appends UTF-8 text as a JSON string, quoted.
void addJsonText(std::string& json, std::string_view text);

}  // namespace dex
