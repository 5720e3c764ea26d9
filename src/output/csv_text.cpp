#include "output/csv_text.h"

namespace dex {

std::string csvText(std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (!formula && !quoted) return std::string(text);
    std::string field = quoted ? "\"" : "";
    if (formula) field += '\'';
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return quoted ? field + "\"" : field;
}

}  // namespace dex
