#include "map/view_numbers.h"

#include <cmath>
#include <cstdint>

namespace dex {

void appendFixed(std::string& out, double value, int decimals) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const auto scaled = static_cast<std::int64_t>(std::floor(std::abs(value) * static_cast<double>(scale) + 0.5));
    // What rounds to zero has no sign.
    if (value < 0 && scaled > 0) out += '-';
    char digits[24];
    int count = 0;
    for (std::int64_t rest = scaled; rest > 0 || count <= decimals; rest /= 10) {
        digits[count++] = static_cast<char>('0' + rest % 10);
    }
    while (count > 0) {
        out += digits[--count];
        if (count == decimals && decimals > 0) out += '.';
    }
}

bool readFixed(std::string_view text, double min, double max, double& value) {
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    double whole = 0, scale = 1;
    int digits = 0;
    bool point = false;
    for (char c : text) {
        if (c == '.' && !point && digits > 0) {
            point = true;
        } else if (c >= '0' && c <= '9' && ++digits <= 15) {
            whole = whole * 10 + (c - '0');
            if (point) scale *= 10;
        } else {
            return false;
        }
    }
    if (digits == 0 || text.back() == '.') return false;
    const double read = (negative ? -whole : whole) / scale;
    if (!(read >= min && read <= max)) return false;
    value = read;
    return true;
}

bool readThree(std::string_view text, const double (&min)[3], const double (&max)[3], double (&numbers)[3]) {
    for (int i = 0; i < 3; ++i) {
        const std::size_t comma = text.find(',');
        // Two commas, no more and no fewer.
        if ((comma == std::string_view::npos) != (i == 2)) return false;
        if (!readFixed(text.substr(0, comma), min[i], max[i], numbers[i])) return false;
        if (i < 2) text.remove_prefix(comma + 1);
    }
    return true;
}

}  // namespace dex
