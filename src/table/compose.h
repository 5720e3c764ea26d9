#pragma once

#include <string>
#include <string_view>

namespace dex {

// A letter and the mark that follows it as the one letter that Unicode has for both ("e" and U+0301 as "é"), as macOS
// takes names apart and nearly everybody else writes them whole; 0 where there is none. Latin, Greek and Cyrillic.
char32_t composed(char32_t letter, char32_t mark);

}  // namespace dex
