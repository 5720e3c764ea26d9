#include "base/json_text.h"

namespace dex {

void addJsonText(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char kHex[] = "0123456789abcdef";
            json += "\\u00";
            json += kHex[(c >> 4) & 1];
            json += kHex[c & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

}  // namespace dex
