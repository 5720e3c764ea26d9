#include "output/xml_text.h"

#include <utility>

#include "text/measure.h"

namespace dex {
namespace {

constexpr std::pair<char, std::string_view> kEntities[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};

constexpr std::string_view kReplacement = "\uFFFD";

// XML 1.0, "Char", without line breaks and tabs that no text of ours has.
bool isKept(char32_t c) {
    return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) && c != 0xFFFD &&
           (c & 0xFFFE) != 0xFFFE && c < 0x110000;
}

}  // namespace

std::string plainText(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = takeCodePoint(text);
        if (c == '\n' || c == '\t') {
            plain += ' ';
        } else {
            plain += isKept(c) ? before.substr(0, before.size() - text.size()) : kReplacement;
        }
    }
    return plain;
}

std::string xmlText(std::string_view text) {
    std::string escaped;
    for (const char c : plainText(text)) {
        std::string_view written(&c, 1);
        for (const auto& [letter, entity] : kEntities) {
            if (letter == c) written = entity;
        }
        escaped += written;
    }
    return escaped;
}

std::string fromXmlText(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        std::size_t size = 1;
        char c = text[0];
        for (const auto& [letter, entity] : kEntities) {
            if (!text.starts_with(entity)) continue;
            size = entity.size();
            c = letter;
        }
        plain += c;
        text.remove_prefix(size);
    }
    return plain;
}

}  // namespace dex
