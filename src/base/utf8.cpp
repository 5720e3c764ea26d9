#include "base/utf8.h"

#include <cstddef>

#include "base/result.h"

namespace dex {

namespace {

constexpr char32_t kBroken = 0xFFFD;

// How many bytes a code point takes that begins with this one; 0 where none does.
std::size_t sequenceSize(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

}  // namespace

char32_t takeCodePoint(std::string_view& text) {
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t size = sequenceSize(byteAt(0));
    if (size == 0 || size > text.size()) {
        text.remove_prefix(1);
        return kBroken;
    }
    char32_t codePoint = size == 1 ? byteAt(0) : byteAt(0) & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byteAt(i) & 0xC0) != 0x80) {
            text.remove_prefix(1);
            return kBroken;
        }
        codePoint = codePoint << 6 | (byteAt(i) & 0x3F);
    }
    text.remove_prefix(size);
    return codePoint;
}

void addCodePoint(std::string& utf8, char32_t codePoint) {
    DEX_CHECK(codePoint <= 0x10FFFF && (codePoint < 0xD800 || codePoint > 0xDFFF));
    if (codePoint < 0x80) {
        utf8 += static_cast<char>(codePoint);
        return;
    }
    const int more = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
    // The first byte says by its upper bits how many follow; each of those carries six bits.
    utf8 += static_cast<char>((0xFFu << (7 - more) & 0xFF) | codePoint >> 6 * more);
    for (int i = more - 1; i >= 0; --i) utf8 += static_cast<char>(0x80 | (codePoint >> 6 * i & 0x3F));
}

}  // namespace dex
