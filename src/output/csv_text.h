#pragma once

#include <string>
#include <string_view>

namespace dex {

// A text as one field of a CSV file (RFC 4180): in quotes where it must be. A text that a spreadsheet would take for a
// formula (it begins with = + - @, a tab or a carriage return) has an apostrophe before it.
std::string csvText(std::string_view text);

inline constexpr std::string_view kCsvLineEnd = "\r\n";

}  // namespace dex
