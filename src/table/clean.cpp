#include "table/clean.h"

#include <algorithm>

#include "base/utf8.h"
#include "table/compose.h"

namespace dex {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool isSpace(char32_t c) {
    return c == ' ' || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}

// What ends a line or has no picture at all.
bool isBreak(char32_t c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029; }

bool isUnseen(char32_t c) {
    return c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

// Text of nothing but printable ASCII, which is nearly all of it, is clean as it stands.
bool isPlain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        if (!text.empty() && isBlank(text.front())) {
            text.remove_prefix(1);
        } else if (!text.empty() && isBlank(text.back())) {
            text.remove_suffix(1);
            // Pasted tables are full of them, and to std::isspace they are two bytes of letters.
        } else if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
        } else if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
        } else {
            return text;
        }
    }
}

std::string cleaned(std::string_view utf8) {
    utf8 = trimmed(utf8);
    if (isPlain(utf8)) return std::string(utf8);
    std::string text;
    char32_t last = 0;  // Held back, because a mark may follow it.
    bool isAfterBreak = false;
    const auto put = [&](char32_t next) {
        if (last != 0) addCodePoint(text, last);
        last = next;
    };
    while (!utf8.empty()) {
        const char32_t taken = takeCodePoint(utf8);
        // Halves of surrogate pairs and what lies beyond Unicode: no text at all, but for a caller who has not looked.
        const bool isNone = (taken >= 0xd800 && taken <= 0xdfff) || taken > 0x10ffff;
        const char32_t c = isNone ? 0xfffd : taken;
        if (isUnseen(c)) continue;
        if (isBreak(c) || isSpace(c)) {
            // Two blanks may stand in a name on purpose. Around a line break they are one.
            const bool isDoubled = last == ' ' && (isBreak(c) || isAfterBreak);
            isAfterBreak = isBreak(c) || (isAfterBreak && last == ' ');
            if (!isDoubled) put(' ');
            continue;
        }
        isAfterBreak = false;
        const char32_t whole = last == 0 ? 0 : composed(last, c);
        if (whole != 0) {
            last = whole;
        } else {
            put(c);
        }
    }
    put(0);
    return std::string(trimmed(text));
}

}  // namespace dex
