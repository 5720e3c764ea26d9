#include "compile/text.h"

#include <algorithm>
#include <cstdint>

#include "base/letters.h"

namespace dex {

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string inQuotes(std::string_view text) {
    constexpr std::size_t kMax = 60;
    std::size_t end = std::min(text.size(), kMax);
    // Back to the beginning of a character of UTF-8.
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    std::string shown(text.substr(0, end));
    // Some of them move the cursor of a terminal, or end the sentence.
    std::replace_if(shown.begin(), shown.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    return "\"" + shown + (end < text.size() ? "…\"" : "\"");
}

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), lowerOf);
    return text;
}

std::string eitherOf(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace dex
