#include "compile/number.h"

#include <charconv>
#include <string>

#include "compile/text.h"

namespace dex {

namespace {

__extension__ typedef __int128 Wide;

constexpr int kMaxDigits = 18;
constexpr int kMaxDecimalPlaces = 27;

Wide widePower(int exponent) {
    Wide power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Without its thousands' commas, where they stand rightly; else nothing.
std::optional<std::string> withoutThousands(std::string_view text) {
    if (text.find(',') == std::string_view::npos) return std::string(text);
    std::string plain;
    const std::size_t whole = std::min(text.find('.'), text.size());
    std::size_t sinceComma = 0;
    bool any = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ',') {
            // Three digits after each comma and one to three before the first; never behind the point. "1,23" is a
            // decimal comma, which is refused and not guessed at.
            if (i > whole || (any ? sinceComma != 3 : sinceComma == 0 || sinceComma > 3)) return std::nullopt;
            any = true;
            sinceComma = 0;
            continue;
        }
        if (i < whole && isDigit(text[i])) ++sinceComma;
        if (i == whole && sinceComma != 3) return std::nullopt;
        plain += text[i];
    }
    if (whole == text.size() && sinceComma != 3) return std::nullopt;
    return plain;
}

std::optional<Number> fitted(Wide scaled, int decimals) {
    // 2.50 and 2.5 are one number with one form, so that the same figure gives the same bytes.
    while (decimals > 0 && scaled % 10 == 0) {
        scaled /= 10;
        --decimals;
    }
    const Wide max = widePower(kMaxDigits);
    if (scaled > max || scaled < -max || decimals > kMaxDecimalPlaces) return std::nullopt;
    return Number{static_cast<std::int64_t>(scaled), decimals};
}

}  // namespace

double Number::toDouble() const {
    // By from_chars, which rounds correctly: dividing by a power of ten would not for all.
    const std::string text = std::to_string(scaled) + "e-" + std::to_string(decimals);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Number> parseNumber(std::string_view text) {
    const auto plain = withoutThousands(trimmed(text));
    if (!plain || plain->empty()) return std::nullopt;
    std::string_view rest = *plain;
    const bool negative = rest.front() == '-';
    if (negative) rest.remove_prefix(1);
    Wide scaled = 0;
    int decimals = 0, digits = 0;
    bool point = false, any = false;
    for (; !rest.empty(); rest.remove_prefix(1)) {
        if (rest.front() == '.' && !point) {
            point = true;
            continue;
        }
        if (!isDigit(rest.front())) break;
        any = true;
        // Leading zeros do not count.
        if (scaled != 0 || rest.front() != '0') ++digits;
        if (digits > 30) return std::nullopt;
        scaled = scaled * 10 + (rest.front() - '0');
        if (point) ++decimals;
    }
    if (!any) return std::nullopt;
    if (!rest.empty()) {
        // "1.2E-05", as spreadsheets write small numbers.
        if (rest.front() != 'e' && rest.front() != 'E') return std::nullopt;
        rest.remove_prefix(1);
        if (rest.starts_with('+')) rest.remove_prefix(1);
        int exponent = 0;
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
        if (read.ec != std::errc() || read.ptr != rest.data() + rest.size()) return std::nullopt;
        if (exponent < -kMaxDecimalPlaces || exponent > kMaxDigits) return std::nullopt;
        decimals -= exponent;
        if (decimals < 0 && digits - decimals > kMaxDigits) return std::nullopt;
        if (decimals < 0) scaled *= widePower(-decimals);
        if (decimals < 0) decimals = 0;
    }
    return fitted(negative ? -scaled : scaled, decimals);
}

std::optional<Number> add(Number a, Number b) {
    const int decimals = std::max(a.decimals, b.decimals);
    // The shift below must stay within 128 bits.
    if (decimals - std::min(a.decimals, b.decimals) > kMaxDigits) return std::nullopt;
    return fitted(a.scaled * widePower(decimals - a.decimals) + b.scaled * widePower(decimals - b.decimals), decimals);
}

std::optional<Number> subtract(Number a, Number b) { return add(a, Number{-b.scaled, b.decimals}); }

bool WeightedMean::add(Number value, std::int64_t weight) {
    constexpr std::int64_t kMaxWeight = std::int64_t{1} << 40;
    if (value.decimals > kUnits || weight < 0 || weight > kMaxWeight) return false;
    const Wide units = value.scaled * widePower(kUnits - value.decimals);
    if (units > widePower(24) || units < -widePower(24)) return false;
    sum_ += units * weight;
    weight_ += weight;
    return true;
}

std::optional<Number> WeightedMean::mean(int decimals) const {
    if (weight_ <= 0) return std::nullopt;
    const Wide divisor = Wide{weight_} * widePower(kUnits - decimals);
    // Rounded half to even by hand, on the exact sum: division of negatives rounds towards 0 and is put right first.
    Wide below = sum_ / divisor;
    if (below * divisor > sum_) --below;
    const Wide twice = 2 * (sum_ - below * divisor);
    if (twice > divisor || (twice == divisor && below % 2 != 0)) ++below;
    return fitted(below, decimals);
}

}  // namespace dex
