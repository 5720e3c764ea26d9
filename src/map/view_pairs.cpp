#include "map/view_pairs.h"

#include <iterator>

namespace dex {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::string_view kIds[] = {"v",     "show",  "by",   "place", "classes", "area",   "at",
                                     "class", "theme", "spec", "score", "weights", "within", "compare"};
static_assert(std::size(kIds) == static_cast<std::size_t>(ViewKey::Compared) + 1);

// What a hash may hold as it is, less the marks of the grammar.
bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:,/@").find(c) != std::string_view::npos;
}

int digitOf(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string_view idOf(ViewKey key) { return kIds[static_cast<std::size_t>(key)]; }

std::vector<ViewPair> viewPairs(std::string_view text) {
    std::vector<ViewPair> pairs;
    if (!text.empty() && text[0] == '#') text.remove_prefix(1);
    // A pair that is cut at the limit would be read wrongly, so it is left out whole.
    if (text.size() > kMaxViewText) text = text.substr(0, text.substr(0, kMaxViewText + 1).rfind('&') + 1);
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        for (std::size_t i = 0; i < std::size(kIds); ++i) {
            if (kIds[i] == pair.substr(0, equals))
                pairs.push_back({static_cast<ViewKey>(i), pair, pair.substr(equals + 1)});
        }
    }
    return pairs;
}

bool decodeValue(std::string_view encoded, std::string& value) {
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded[i] != '%') {
            value += encoded[i];
            continue;
        }
        const bool isWhole = i + 2 < encoded.size();
        const int high = isWhole ? digitOf(encoded[i + 1]) : -1, low = isWhole ? digitOf(encoded[i + 2]) : -1;
        if (high < 0 || low < 0) return false;
        value += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return true;
}

void appendPair(std::string& text, ViewKey key, std::string_view value) {
    if (!text.empty()) text += '&';
    text += idOf(key);
    text += '=';
    for (char c : value) {
        if (isPlain(c)) {
            text += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            text += '%';
            text += kHex[byte >> 4];
            text += kHex[byte & 15];
        }
    }
}

}  // namespace dex
