#include "output/csv_text.h"

#include <algorithm>

namespace dex {
namespace {

// The wide forms are those of East Asian writing, where spreadsheets take them for the same.
constexpr std::string_view kFormulas[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

}  // namespace

std::string csvText(std::string_view text) {
    const bool formula = std::any_of(std::begin(kFormulas), std::end(kFormulas),
                                     [text](std::string_view begin) { return text.starts_with(begin); });
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
