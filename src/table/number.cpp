#include "table/number.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "table/clean.h"

namespace dex {

namespace {

__extension__ typedef __int128 Wide;

constexpr int kMaxDigits = 18;
constexpr int kMaxDecimalPlaces = 27;
constexpr int kRoundedDecimals = 9;

Wide widePower(int exponent) {
    Wide power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

void replaceAll(std::string& text, std::string_view from, char to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at)
        text.replace(at, from.size(), 1, to);
}

// Takes the digits before the decimal sign off `text`, without what parts their thousands. False where a group has not
// three digits, the signs between groups differ, or the first group begins with 0: "0,123" is no thousand.
bool takeWhole(std::string_view& text, char decimal, std::string& digits) {
    const char other = decimal == '.' ? ',' : '.';
    char parted = 0;
    std::size_t inGroup = 0;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        if (isDigit(c)) {
            digits += c;
            ++inGroup;
            continue;
        }
        if (c != other && c != ' ' && c != '\'') break;
        const bool isFirst = parted == 0;
        const bool fits = isFirst ? inGroup >= 1 && inGroup <= 3 && digits[0] != '0' : inGroup == 3 && c == parted;
        if (!fits) return false;
        parted = c;
        inGroup = 0;
    }
    return parted == 0 || inGroup == 3;
}

// The exponent of "1.2E-05", as spreadsheets write small numbers; nothing where what is left is none.
std::optional<int> takeExponent(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
    text.remove_prefix(1);
    if (text.starts_with('+')) text.remove_prefix(1);
    int exponent = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    if (exponent < -kMaxDecimalPlaces || exponent > kMaxDigits) return std::nullopt;
    return exponent;
}

// Drops the last `count` digits, half to even.
void round(std::string& digits, std::size_t count) {
    digits.insert(0, count + 1, '0');
    const std::size_t keep = digits.size() - count;
    const std::string dropped = digits.substr(keep);
    digits.resize(keep);
    const bool isHalf = dropped.find_first_not_of('0', 1) == std::string::npos && dropped[0] == '5';
    const bool isUp = isHalf ? (digits.back() - '0') % 2 != 0 : dropped[0] >= '5';
    for (std::size_t i = digits.size(); isUp && i-- > 0;) {
        // The 9s at the end carry over.
        digits[i] = digits[i] == '9' ? '0' : static_cast<char>(digits[i] + 1);
        if (digits[i] != '0') break;
    }
}

// Digits with `decimals` of them behind the sign, as one number with one form: 2.50 and 2.5 are the same bytes.
std::optional<Number> settled(std::string digits, int decimals, bool isNegative) {
    const auto tidy = [&] {
        while (decimals > 0 && !digits.empty() && digits.back() == '0') {
            digits.pop_back();
            --decimals;
        }
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        if (digits.empty()) decimals = 0;
    };
    tidy();
    const int count = static_cast<int>(digits.size());
    if (count > kMaxDigits) {
        const int whole = std::max(count - decimals, 0), zeros = std::max(decimals - count, 0);
        if (whole > kMaxDigits) return std::nullopt;
        // Small numbers keep nine digits that say something.
        const int kept = std::min({kRoundedDecimals + zeros, kMaxDigits - whole, kMaxDecimalPlaces, decimals});
        round(digits, static_cast<std::size_t>(decimals - kept));
        decimals = kept;
        tidy();
    }
    if (decimals > kMaxDecimalPlaces || digits.size() > kMaxDigits) return std::nullopt;
    std::int64_t scaled = 0;
    for (const char digit : digits) scaled = scaled * 10 + (digit - '0');
    return Number{isNegative ? -scaled : scaled, decimals};
}

std::optional<Number> fitted(Wide scaled, int decimals) {
    while (decimals > 0 && scaled % 10 == 0) {
        scaled /= 10;
        --decimals;
    }
    const Wide max = widePower(kMaxDigits);
    if (scaled > max || scaled < -max || decimals > kMaxDecimalPlaces) return std::nullopt;
    return Number{static_cast<std::int64_t>(scaled), decimals};
}

// Half to even. Of a negative number the same, turned round.
Wide divided(Wide value, Wide divisor) {
    if (value < 0) return -divided(-value, divisor);
    const Wide whole = value / divisor, twice = 2 * (value % divisor);
    return whole + (twice > divisor || (twice == divisor && whole % 2 != 0) ? 1 : 0);
}

}  // namespace

double Number::toDouble() const {
    if (scaled == 0) return 0;
    // Long division to 55 bits. The last of them says besides whether anything is left, so that the one rounding, to a
    // double's 53, is right: dividing by a rounded power of ten would not be for all.
    const Wide divisor = widePower(decimals), above = scaled < 0 ? -Wide{scaled} : Wide{scaled};
    auto quotient = static_cast<std::uint64_t>(above / divisor);
    Wide rest = above % divisor;
    int halvings = 0;
    for (; quotient < std::uint64_t{1} << 55 && rest != 0; ++halvings) {
        rest *= 2;
        quotient = quotient * 2 + (rest >= divisor ? 1 : 0);
        if (rest >= divisor) rest -= divisor;
    }
    auto value = static_cast<double>(quotient | (rest != 0 ? 1 : 0));
    for (; halvings > 0; --halvings) value /= 2;
    return scaled < 0 ? -value : value;
}

std::optional<Number> parseNumber(std::string_view text, char decimal) {
    std::string plain = cleaned(text);
    replaceAll(plain, "\u2212", '-');
    replaceAll(plain, "\u2019", '\'');
    std::string_view rest = plain;
    const bool isNegative = rest.starts_with('-');
    if (isNegative || rest.starts_with('+')) rest.remove_prefix(1);
    std::string digits;
    if (!takeWhole(rest, decimal, digits)) return std::nullopt;
    int decimals = 0;
    if (rest.starts_with(decimal)) {
        rest.remove_prefix(1);
        for (; !rest.empty() && isDigit(rest.front()); rest.remove_prefix(1), ++decimals) digits += rest.front();
        // A program may write "5." for a whole number. Nothing does so with a comma, but for a cell that was cut short.
        if (decimals == 0 && decimal != '.') return std::nullopt;
    }
    const auto exponent = takeExponent(rest);
    if (digits.empty() || !exponent) return std::nullopt;
    decimals -= *exponent;
    if (decimals < 0) digits.append(static_cast<std::size_t>(-decimals), '0');
    return settled(std::move(digits), std::max(decimals, 0), isNegative);
}

std::optional<Number> hundredth(Number number) { return fitted(number.scaled, number.decimals + 2); }

std::optional<Number> add(Number a, Number b) {
    const int decimals = std::max(a.decimals, b.decimals);
    // The shift below must stay within 128 bits.
    if (decimals - std::min(a.decimals, b.decimals) > kMaxDigits) return std::nullopt;
    const Wide sum = a.scaled * widePower(decimals - a.decimals) + b.scaled * widePower(decimals - b.decimals);
    // 100 less 0.12345678901234568, as programs write a share, has one digit more than there is room for.
    int excess = 0;
    while (excess < decimals && (sum > widePower(kMaxDigits + excess) || sum < -widePower(kMaxDigits + excess)))
        ++excess;
    return fitted(divided(sum, widePower(excess)), decimals - excess);
}

std::optional<Number> subtract(Number a, Number b) { return add(a, Number{-b.scaled, b.decimals}); }

bool WeightedMean::add(Number value, std::int64_t weight) {
    constexpr std::int64_t kMaxResidents = std::int64_t{1} << 40;
    if (value.decimals > kUnits || weight < 0 || weight > kMaxResidents) return false;
    const Wide units = value.scaled * widePower(kUnits - value.decimals);
    if (units > widePower(24) || units < -widePower(24)) return false;
    sum_ += units * weight;
    weight_ += weight;
    return true;
}

std::optional<Number> WeightedMean::mean(int decimals) const {
    if (weight_ <= 0) return std::nullopt;
    const Wide divisor = Wide{weight_} * widePower(kUnits - decimals);
    return fitted(divided(sum_, divisor), decimals);
}

}  // namespace dex
