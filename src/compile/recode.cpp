#include "compile/recode.h"

#include <iconv.h>

#include <array>

#include "base/bytes.h"

namespace dex {

namespace {

// iconv's way to say that there is none.
bool isNone(iconv_t converter) { return reinterpret_cast<std::intptr_t>(converter) == -1; }

}  // namespace

bool isEncoding(const std::string& name) {
    const iconv_t converter = iconv_open("UTF-8", name.c_str());
    if (isNone(converter)) return false;
    iconv_close(converter);
    return true;
}

std::optional<std::string> recoded(std::string_view bytes, const std::string& encoding) {
    const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
    if (isNone(converter)) return std::nullopt;
    std::string copy(bytes), text;
    char* in = copy.data();
    std::size_t left = copy.size();
    bool isGood = true;
    while (left > 0 && isGood) {
        std::array<char, 1 << 12> part;
        char* out = part.data();
        std::size_t room = part.size();
        const std::size_t done = iconv(converter, &in, &left, &out, &room);
        text.append(part.data(), part.size() - room);
        // A full buffer is the one failure after which it goes on.
        isGood = done != static_cast<std::size_t>(-1) || room < part.size();
    }
    iconv_close(converter);
    if (!isGood || !isUtf8(text)) return std::nullopt;
    return text;
}

}  // namespace dex
