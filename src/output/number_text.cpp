#include "output/number_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "base/result.h"

namespace dex {
namespace {

// A natural number as large as those that a double comes to. std::to_chars gives the same texts, and needs 115 kB of tables.
class Natural {
public:
    explicit Natural(std::uint64_t value) {
        for (; value != 0; value >>= 32) parts_[size_++] = static_cast<std::uint32_t>(value);
    }

    void times(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            carry += std::uint64_t{parts_[i]} * factor;
            parts_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) push(static_cast<std::uint32_t>(carry));
    }
    void timesTwo(int power) {
        for (; power >= 31; power -= 31) times(1u << 31);
        times(1u << power);
    }
    void add(const Natural& other) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < std::max(size_, other.size_); ++i) {
            carry += std::uint64_t{at(i)} + other.at(i);
            if (i == size_) push(0);
            parts_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) push(static_cast<std::uint32_t>(carry));
    }
    // The other is not greater.
    void subtract(const Natural& other) {
        std::int64_t rest = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            rest += std::int64_t{at(i)} - other.at(i);
            parts_[i] = static_cast<std::uint32_t>(rest);
            rest >>= 32;
        }
        while (size_ > 0 && parts_[size_ - 1] == 0) --size_;
    }
    // Below, at or above 0, as this is smaller, the same or greater.
    int against(const Natural& other) const {
        for (std::size_t i = std::max(size_, other.size_); i-- > 0;) {
            if (at(i) != other.at(i)) return at(i) < other.at(i) ? -1 : 1;
        }
        return 0;
    }
    // How often the other goes into it, at most nine times; the rest stays.
    char takeDigit(const Natural& other) {
        char digit = '0';
        for (; against(other) >= 0; ++digit) subtract(other);
        return digit;
    }

private:
    std::uint32_t at(std::size_t i) const { return i < size_ ? parts_[i] : 0; }
    void push(std::uint32_t part) {
        DEX_CHECK(size_ < parts_.size());
        parts_[size_++] = part;
    }

    std::array<std::uint32_t, 40> parts_{};
    std::size_t size_ = 0;
};

// A double above 0 as whole · 2^power.
struct Parts {
    std::uint64_t whole = 0;
    int power = 0;
    bool isLeast = false;  // The next smaller double is half as far away as the next greater one.
};

Parts partsOf(double value) {
    constexpr int kBits = 52, kBias = 1075;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << kBits) - 1);
    const int exponent = static_cast<int>(bits >> kBits & 0x7ff);
    if (exponent == 0) return {fraction, 1 - kBias, false};
    return {fraction | std::uint64_t{1} << kBits, exponent - kBias, fraction == 0 && exponent > 1};
}

// Digits without a point, which stands before the first, and times 10^tens.
struct Digits {
    std::string text;
    int tens = 0;
};

// Goes on with digit after digit of `rest` / `one`, which is below 1, until they stand for this double and no other: Steele and
// White, "How to print floating-point numbers accurately", 1990.
std::string untilClear(Natural rest, const Natural& one, Natural below, Natural above, bool isEven) {
    std::string text;
    for (;;) {
        for (Natural* each : {&rest, &below, &above}) each->times(10);
        char digit = rest.takeDigit(one);
        Natural reached = rest;
        reached.add(above);
        const int low = rest.against(below), high = reached.against(one);
        const bool canEnd = low < 0 || (isEven && low == 0), canRise = high > 0 || (isEven && high == 0);
        if (canEnd || canRise) {
            rest.times(2);
            const int half = rest.against(one);
            if (canRise && (!canEnd || half > 0 || (half == 0 && (digit & 1) != 0))) ++digit;
            return text += digit;
        }
        text += digit;
    }
}

// The fewest that stand for this double and no other, and of these the nearest.
Digits shortestOf(const Parts& parts) {
    const bool isEven = (parts.whole & 1) == 0;
    const int more = parts.isLeast ? 2 : 1;
    Natural rest(parts.whole), one(1), below(1);
    rest.timesTwo(std::max(parts.power, 0) + more);
    one.timesTwo(std::max(-parts.power, 0) + more);
    below.timesTwo(std::max(parts.power, 0));
    Natural above = below;
    if (parts.isLeast) above.times(2);
    const auto reaches = [&](const Natural& times) {
        Natural all = rest;
        all.add(above);
        const int compared = all.against(times);
        return compared > 0 || (isEven && compared == 0);
    };
    Digits digits;
    for (; reaches(one); ++digits.tens) one.times(10);
    for (;; --digits.tens) {
        Natural all = rest;
        all.add(above);
        all.times(10);
        const int compared = all.against(one);
        if (compared > 0 || (isEven && compared == 0)) break;
        for (Natural* each : {&rest, &below, &above}) each->times(10);
    }
    digits.text = untilClear(rest, one, below, above, isEven);
    return digits;
}

std::string plain(const Digits& digits) {
    const int count = static_cast<int>(digits.text.size()), tens = digits.tens;
    const auto zeros = [](int many) { return std::string(static_cast<std::size_t>(many), '0'); };
    if (tens <= 0) return "0." + zeros(-tens) + digits.text;
    if (tens >= count) return digits.text + zeros(tens - count);
    return digits.text.substr(0, static_cast<std::size_t>(tens)) + '.' +
           digits.text.substr(static_cast<std::size_t>(tens));
}

std::string withPower(const Digits& digits) {
    const int power = digits.tens - 1;
    const std::string number = std::to_string(power < 0 ? -power : power);
    std::string text = digits.text;
    if (text.size() > 1) text.insert(1, 1, '.');
    return text + (power < 0 ? "e-" : "e+") + (number.size() < 2 ? "0" : "") + number;
}

// As many as stand after the point, half to even.
std::string fixedOf(const Parts& parts, int decimals) {
    Natural number(parts.whole), one(1);
    for (int i = 0; i < decimals; ++i) number.times(10);
    number.timesTwo(std::max(parts.power, 0));
    one.timesTwo(std::max(-parts.power, 0));
    // Tenfold until it is more: then its digits come one by one.
    Natural step = one;
    int count = 1;
    for (Natural next = step; next.times(10), number.against(next) >= 0; ++count) step = next;
    std::string text;
    for (int i = 0; i < count; ++i) {
        Natural unit = one;
        for (int j = i + 1; j < count; ++j) unit.times(10);
        text += number.takeDigit(unit);
    }
    number.times(2);
    const int half = number.against(one);
    if (half > 0 || (half == 0 && (text.back() & 1) != 0)) {
        std::size_t at = text.size();
        while (at > 0 && text[at - 1] == '9') text[--at] = '0';
        if (at == 0)
            text.insert(0, 1, '1');
        else
            ++text[at - 1];
    }
    const auto after = static_cast<std::size_t>(decimals);
    if (text.size() <= after) text.insert(0, after + 1 - text.size(), '0');
    if (decimals > 0) text.insert(text.size() - after, 1, '.');
    return text;
}

}  // namespace

std::string numberText(double value, int decimals) {
    DEX_CHECK(std::isfinite(value));
    const std::string sign = std::signbit(value) ? "-" : "";
    const double positive = std::fabs(value);
    if (decimals != kExactly) return sign + fixedOf(partsOf(positive), decimals);
    if (positive == 0) return sign + '0';
    const Digits digits = shortestOf(partsOf(positive));
    const std::string fixed = plain(digits), scientific = withPower(digits);
    return sign + (fixed.size() <= scientific.size() ? fixed : scientific);
}

}  // namespace dex
