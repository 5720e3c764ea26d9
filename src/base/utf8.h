#pragma once

#include <string>
#include <string_view>

namespace dex {

// Takes the first code point off `text` (not empty). Broken UTF-8 gives U+FFFD and takes one byte.
char32_t takeCodePoint(std::string_view& text);

// Appends a code point as UTF-8; one that is none (a half of a surrogate pair, or beyond U+10FFFF) is our mistake.
void addCodePoint(std::string& utf8, char32_t codePoint);

}  // namespace dex
