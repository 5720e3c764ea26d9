#pragma once

#include <algorithm>
#include <string_view>

namespace dex {

// Ids and the words of a grammar as people type them: in capitals or not. Of ASCII alone, so that no locale is asked.

constexpr char lowerOf(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The same but for capitals.
constexpr bool isSameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowerOf(x) == lowerOf(y); });
}

}  // namespace dex
