#include "map/view_pairs.h"

#include <iterator>

#include "base/letters.h"

namespace dex {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::string_view kIds[] = {"v",      "show",    "by",     "place", "classes", "area",
                                     "at",     "class",   "theme",  "spec",  "score",   "weights",
                                     "within", "compare", "circle", "shape", "areas"};
static_assert(std::size(kIds) == kViewKeys);

// What a hash may hold as it is, less the marks of the grammar.
bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:,/@").find(c) != std::string_view::npos;
}

// What sentences, brackets, quotation marks and mark-up leave at the end of a link.
constexpr std::string_view kStray = " !\"#$'()*+,./;<>?[\\]^`{|}";

bool isStray(char c) { return kStray.find(c) != std::string_view::npos; }

int digitOf(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The key in front of a pair's value, less what stands in front of the key: brackets, and the "amp;" that a page adds each
// time that it takes the link for plain text.
std::string_view keyOf(std::string_view name) {
    constexpr std::string_view kAmp = "amp;";
    while (!name.empty() && (name.starts_with(kAmp) || isStray(name[0])))
        name.remove_prefix(isStray(name[0]) ? 1 : kAmp.size());
    return name;
}

// How many bytes at the end of a link are stray, as they are or as browsers encode them. Of signs beyond ASCII those of
// U+2000 to U+206F: blanks, dashes and quotation marks.
std::size_t strayAtEnd(std::string_view link) {
    constexpr std::string_view kEncoded = "%20%22%27%3E%60", kBeyond = "%E2%80%";
    if (!link.empty() && isStray(link.back())) return 1;
    if (link.size() >= 3) {
        const std::size_t found = kEncoded.find(link.substr(link.size() - 3));
        if (found != std::string_view::npos && found % 3 == 0) return 3;
    }
    return link.size() >= 9 && link.substr(link.size() - 9, kBeyond.size()) == kBeyond ? 9 : 0;
}

}  // namespace

std::string_view viewIn(std::string_view link) {
    if (!link.empty() && link[0] == '#') link.remove_prefix(1);
    // Systems that frame the page write their own behind the view.
    link = link.substr(0, link.find_first_of("#?"));
    while (const std::size_t stray = strayAtEnd(link)) link.remove_suffix(stray);
    return link;
}

void closeView(std::string& text) {
    // Whoever reads the link takes stray signs off its end; a pair that is closed keeps its own.
    if (strayAtEnd(text) > 0) text += '&';
}

std::string_view idOf(ViewKey key) { return kIds[static_cast<std::size_t>(key)]; }

std::vector<ViewPair> viewPairs(std::string_view text) {
    std::vector<ViewPair> pairs;
    text = viewIn(text);
    // A pair that is cut at the limit would be read wrongly, so it is left out whole.
    if (text.size() > kMaxViewText) text = text.substr(0, text.substr(0, kMaxViewText + 1).rfind('&') + 1);
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = keyOf(pair.substr(0, equals));
        std::string_view value = pair.substr(equals + 1);
        while (!value.empty() && isStray(value.back())) value.remove_suffix(1);
        for (std::size_t i = 0; i < std::size(kIds); ++i) {
            if (!isSameWord(name, kIds[i])) continue;
            const std::size_t at = equals - name.size();
            pairs.push_back({static_cast<ViewKey>(i), pair.substr(at, name.size() + 1 + value.size()), value});
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
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        // A full stop at the end would be taken for one of the sentence round the link.
        if (isPlain(c) && (i + 1 < value.size() || !isStray(c))) {
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
