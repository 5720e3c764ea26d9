#include "output/number_text.h"

#include <charconv>

namespace dex {

std::string numberText(double value, int decimals) {
    char text[400];  // The largest double has 309 digits before its point.
    const auto end = decimals == kExactly
                         ? std::to_chars(text, text + sizeof text, value).ptr
                         : std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    return {text, end};
}

}  // namespace dex
