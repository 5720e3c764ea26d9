#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dex {

// Whether there is an encoding of this name: "windows-1252", "cp850", "macintosh", whatever iconv knows.
bool isEncoding(const std::string& name);

// Text in that encoding as UTF-8; nothing where some of its bytes mean nothing in it.
std::optional<std::string> recoded(std::string_view bytes, const std::string& encoding);

}  // namespace dex
