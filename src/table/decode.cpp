#include "table/decode.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/utf8.h"

namespace dex {

namespace {

// The upper half of Windows-1252 that differs from Latin-1; 0 is undefined there.
constexpr std::array<char16_t, 32> kWindows = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                               0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                               0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                               0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

// 0 where Windows-1252 has no such character.
char32_t fromWindows(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xa0 ? char32_t{kWindows[byte - 0x80]} : char32_t{byte};
}

// Where the byte at `at` stands, for a person with an editor.
TableProblem problemAt(TableTrouble trouble, std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto row = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    const std::size_t lineBreak = before.rfind('\n');
    const std::string_view line = lineBreak == std::string_view::npos ? before : before.substr(lineBreak + 1);
    const auto isStart = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
    return {trouble, row, static_cast<std::uint32_t>(std::count_if(line.begin(), line.end(), isStart) + 1), {}, {}, {}};
}

struct Utf8Scan {
    std::size_t firstBroken = std::string_view::npos;
    std::size_t wholeLetters = 0;  // Beyond ASCII.
};

Utf8Scan scan(std::string_view text) {
    Utf8Scan found;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t before = rest.size(), at = text.size() - before;
        takeCodePoint(rest);
        const std::size_t size = before - rest.size();
        if (size > 1 && isUtf8(text.substr(at, size))) {
            ++found.wholeLetters;
        } else if (static_cast<unsigned char>(text[at]) >= 0x80 && found.firstBroken == std::string_view::npos) {
            found.firstBroken = at;
        }
    }
    return found;
}

std::optional<std::string> decodeUtf16(std::string_view bytes, bool isBig, TableProblems& problems) {
    std::string text;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(isBig ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        if (at + 1 == bytes.size()) {
            problems.push_back(problemAt(TableTrouble::BrokenUtf16, text, text.size()));
            return std::nullopt;
        }
        char32_t code = unit(at);
        const bool isPair = code >= 0xd800 && code <= 0xdbff && at + 3 < bytes.size() && unit(at + 2) >= 0xdc00 &&
                            unit(at + 2) <= 0xdfff;
        if (isPair) {
            code = 0x10000 + ((code - 0xd800) << 10) + (unit(at + 2) - 0xdc00);
            at += 2;
        } else if (code >= 0xd800 && code <= 0xdfff) {
            problems.push_back(problemAt(TableTrouble::BrokenUtf16, text, text.size()));
            return std::nullopt;
        }
        addCodePoint(text, code);
    }
    return text;
}

// Without a byte-order mark, UTF-16 shows in its zeros: digits, separators and line ends have one each, always in the
// same half. A few strays do not make it: then there are some in a file of a program's own, `Both`.
enum class Zeros : std::uint8_t { None, First, Second, Both };
Zeros zerosIn(std::string_view bytes) {
    std::size_t count[2] = {0, 0};
    for (std::size_t i = 0; i < bytes.size(); ++i) count[i % 2] += bytes[i] == '\0' ? 1 : 0;
    if (count[0] + count[1] == 0) return Zeros::None;
    const bool isFew = (count[0] + count[1]) * 16 < bytes.size();
    if (isFew || (count[0] > 0 && count[1] > 0)) return Zeros::Both;
    return count[0] > 0 ? Zeros::First : Zeros::Second;
}

bool beginsLike(std::string_view text, std::string_view lowerCase) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || text.size() - start < lowerCase.size()) return false;
    return std::equal(lowerCase.begin(), lowerCase.end(), text.begin() + static_cast<std::ptrdiff_t>(start),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

std::optional<DecodedText> decodeAny(std::string_view bytes, TableProblems& problems) {
    const auto refuse = [&](TableProblem problem) {
        problems.push_back(std::move(problem));
        return std::nullopt;
    };
    if (bytes.starts_with("\xd0\xcf\x11\xe0")) return refuse({TableTrouble::Workbook, 0, 0, {}, {}, {}});
    const bool isLittle = bytes.starts_with("\xff\xfe"), isBig = bytes.starts_with("\xfe\xff");
    const Zeros zeros = isLittle || isBig ? Zeros::None : zerosIn(bytes);
    if (isLittle || isBig || ((zeros == Zeros::First || zeros == Zeros::Second) && bytes.size() % 2 == 0)) {
        auto text = decodeUtf16(bytes.substr(isLittle || isBig ? 2 : 0), isBig || zeros == Zeros::First, problems);
        if (!text) return std::nullopt;
        // Four bytes a character, or no text at all.
        if (text->find('\0') != std::string::npos) return refuse({TableTrouble::NotText, 0, 0, {}, {}, {}});
        return DecodedText{std::move(*text), Encoding::Utf16};
    }
    if (zeros != Zeros::None) return refuse(problemAt(TableTrouble::NotText, bytes, bytes.find('\0')));
    const bool hasMark = bytes.starts_with("\xef\xbb\xbf");
    if (hasMark) bytes.remove_prefix(3);
    if (isUtf8(bytes)) return DecodedText{std::string(bytes), Encoding::Utf8};
    const Utf8Scan found = scan(bytes);
    // Letters that are whole UTF-8 do not come about by chance: such a file is broken, or pasted from two.
    if (hasMark || found.wholeLetters > 0) return refuse(problemAt(TableTrouble::BrokenUtf8, bytes, found.firstBroken));
    auto text = decodeBytes(bytes);
    if (text) return text;
    const auto wrong = std::find_if(bytes.begin(), bytes.end(), [](char c) { return fromWindows(c) == 0; });
    return refuse(problemAt(TableTrouble::NoKnownEncoding, bytes, static_cast<std::size_t>(wrong - bytes.begin())));
}

}  // namespace

std::optional<DecodedText> decodeBytes(std::string_view bytes) {
    if (isUtf8(bytes)) return DecodedText{std::string(bytes), Encoding::Utf8};
    DecodedText text{{}, Encoding::Windows1252};
    for (const char c : bytes) {
        const char32_t code = fromWindows(c);
        if (code == 0) return std::nullopt;
        addCodePoint(text.utf8, code);
    }
    return text;
}

std::optional<DecodedText> decodeText(std::string_view bytes, TableProblems& problems) {
    auto text = decodeAny(bytes, problems);
    if (text && (beginsLike(text->utf8, "<!doctype html") || beginsLike(text->utf8, "<html"))) {
        problems.push_back({TableTrouble::WebPage, 0, 0, {}, {}, {}});
        return std::nullopt;
    }
    return text;
}

}  // namespace dex
