#include "output/number_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

#include "base/result.h"

namespace dex {
namespace {

// A whole number of any size that a double comes to. std::to_chars gives the same texts, and needs 115 kB of tables.
class BigUnsigned {
public:
    explicit BigUnsigned(std::uint64_t value) {
        for (; value != 0; value >>= 32) limbs_[size_++] = static_cast<std::uint32_t>(value);
    }

    void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) push(static_cast<std::uint32_t>(carry));
    }
    void multiplyByPowerOfTen(int exponent) {
        for (; exponent > 0; --exponent) multiply(10);
    }
    void shiftLeft(int bits) {
        for (; bits >= 31; bits -= 31) multiply(1u << 31);
        multiply(1u << bits);
    }
    void add(const BigUnsigned& other) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < std::max(size_, other.size_); ++i) {
            carry += std::uint64_t{limb(i)} + other.limb(i);
            if (i == size_) push(0);
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) push(static_cast<std::uint32_t>(carry));
    }
    // The other is not greater.
    void subtract(const BigUnsigned& other) {
        std::int64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            borrow += std::int64_t{limb(i)} - other.limb(i);
            limbs_[i] = static_cast<std::uint32_t>(borrow);
            borrow >>= 32;
        }
        while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
    }
    // Below, at or above 0, as this is smaller, equal or greater.
    int compare(const BigUnsigned& other) const {
        for (std::size_t i = std::max(size_, other.size_); i-- > 0;) {
            if (limb(i) != other.limb(i)) return limb(i) < other.limb(i) ? -1 : 1;
        }
        return 0;
    }
    // The quotient, which is at most 9; the remainder stays.
    char divideToDigit(const BigUnsigned& divisor) {
        char digit = '0';
        for (; compare(divisor) >= 0; ++digit) subtract(divisor);
        return digit;
    }

private:
    std::uint32_t limb(std::size_t i) const { return i < size_ ? limbs_[i] : 0; }
    void push(std::uint32_t value) {
        DEX_CHECK(size_ < limbs_.size());
        limbs_[size_++] = value;
    }

    std::array<std::uint32_t, 40> limbs_{};  // The least significant first.
    std::size_t size_ = 0;
};

int compareSum(const BigUnsigned& a, const BigUnsigned& b, const BigUnsigned& with) {
    BigUnsigned sum = a;
    sum.add(b);
    return sum.compare(with);
}

// A positive double is significand · 2^exponent.
struct BinaryParts {
    std::uint64_t significand = 0;
    int exponent = 0;
    bool isPowerOfTwo = false;  // The next smaller double is half as far away as the next greater one.
};

BinaryParts binaryParts(double value) {
    constexpr int kBits = 52, kBias = 1075;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << kBits) - 1);
    const int exponent = static_cast<int>(bits >> kBits & 0x7ff);
    if (exponent == 0) return {fraction, 1 - kBias, false};
    return {fraction | std::uint64_t{1} << kBits, exponent - kBias, fraction == 0 && exponent > 1};
}

// 0.d₁d₂d₃… · 10^exponent10
struct DecimalDigits {
    std::string text;
    int exponent10 = 0;
};

// The digits of `rest` / `unit`, which is below 1, until they stand for this double and no other: Steele and White, "How to
// print floating-point numbers accurately", 1990. `below` and `above` are half the way to the next doubles.
std::string shortestFraction(BigUnsigned rest, const BigUnsigned& unit, BigUnsigned below, BigUnsigned above,
                             bool isEven) {
    std::string text;
    for (;;) {
        for (BigUnsigned* each : {&rest, &below, &above}) each->multiply(10);
        char digit = rest.divideToDigit(unit);
        const int low = rest.compare(below), high = compareSum(rest, above, unit);
        const bool canEnd = low < 0 || (isEven && low == 0), canRoundUp = high > 0 || (isEven && high == 0);
        if (canEnd || canRoundUp) {
            rest.multiply(2);
            const int half = rest.compare(unit);
            if (canRoundUp && (!canEnd || half > 0 || (half == 0 && (digit & 1) != 0))) ++digit;
            return text += digit;
        }
        text += digit;
    }
}

// The fewest that stand for this double and no other, and of these the nearest.
DecimalDigits shortestDigits(const BinaryParts& parts) {
    // A double at the end of the range that a text stands for counts as in it where its significand is even.
    const bool isEven = (parts.significand & 1) == 0;
    // Everything twice, or four times, so that half the way to the next double is whole.
    const int extraBits = parts.isPowerOfTwo ? 2 : 1;
    BigUnsigned rest(parts.significand), unit(1), below(1);
    rest.shiftLeft(std::max(parts.exponent, 0) + extraBits);
    unit.shiftLeft(std::max(-parts.exponent, 0) + extraBits);
    below.shiftLeft(std::max(parts.exponent, 0));
    BigUnsigned above = below;
    if (parts.isPowerOfTwo) above.multiply(2);
    const auto reachesUnit = [&] {
        const int compared = compareSum(rest, above, unit);
        return compared > 0 || (isEven && compared == 0);
    };
    DecimalDigits digits;
    for (; reachesUnit(); ++digits.exponent10) unit.multiply(10);
    for (;; --digits.exponent10) {
        const BigUnsigned before[] = {rest, below, above};
        for (BigUnsigned* each : {&rest, &below, &above}) each->multiply(10);
        if (!reachesUnit()) continue;
        digits.text = shortestFraction(before[0], unit, before[1], before[2], isEven);
        return digits;
    }
}

std::string asFixed(const DecimalDigits& digits) {
    const int count = static_cast<int>(digits.text.size()), before = digits.exponent10;
    const auto zeros = [](int many) { return std::string(static_cast<std::size_t>(many), '0'); };
    if (before <= 0) return "0." + zeros(-before) + digits.text;
    if (before >= count) return digits.text + zeros(before - count);
    return digits.text.substr(0, static_cast<std::size_t>(before)) + '.' +
           digits.text.substr(static_cast<std::size_t>(before));
}

std::string asScientific(const DecimalDigits& digits) {
    const int exponent = digits.exponent10 - 1;
    const std::string number = std::to_string(exponent < 0 ? -exponent : exponent);
    std::string text = digits.text;
    if (text.size() > 1) text.insert(1, 1, '.');
    return text + (exponent < 0 ? "e-" : "e+") + (number.size() < 2 ? "0" : "") + number;
}

// value · 10^decimals as a whole number, half to even; nothing where that takes more than 128 bits on the way or 64 at the end.
std::optional<std::uint64_t> scaledInt(const BinaryParts& parts, int decimals) {
    __extension__ typedef unsigned __int128 Wide;
    // 53 bits of the significand and 30 of the power of ten.
    constexpr int kMaxDecimals = 9, kMaxBits = 83;
    if (decimals > kMaxDecimals || parts.exponent > 0) return std::nullopt;
    const int shift = -parts.exponent;
    if (shift > kMaxBits) return 0;  // Less than half a unit.
    Wide scaled = parts.significand;
    for (int i = 0; i < decimals; ++i) scaled *= 10;
    const Wide whole = scaled >> shift;
    if (whole >> 63 != 0) return std::nullopt;
    if (shift == 0) return static_cast<std::uint64_t>(whole);
    const Wide rest = scaled - (whole << shift), half = Wide{1} << (shift - 1);
    const bool roundsUp = rest > half || (rest == half && (whole & 1) != 0);
    return static_cast<std::uint64_t>(whole) + (roundsUp ? 1 : 0);
}

// The same of any double, as text.
std::string scaledText(const BinaryParts& parts, int decimals) {
    BigUnsigned rest(parts.significand), unit(1);
    rest.multiplyByPowerOfTen(decimals);
    rest.shiftLeft(std::max(parts.exponent, 0));
    unit.shiftLeft(std::max(-parts.exponent, 0));
    // The first digit is that of 10^(count - 1) units.
    int count = 1;
    for (BigUnsigned next = unit; next.multiply(10), rest.compare(next) >= 0; ++count) unit = next;
    std::string text;
    for (; count > 1; --count) {
        text += rest.divideToDigit(unit);
        rest.multiply(10);
    }
    text += rest.divideToDigit(unit);
    rest.multiply(2);
    const int half = rest.compare(unit);
    if (half < 0 || (half == 0 && (text.back() & 1) == 0)) return text;
    std::size_t at = text.size();
    while (at > 0 && text[at - 1] == '9') text[--at] = '0';
    if (at == 0) return '1' + text;
    ++text[at - 1];
    return text;
}

std::string roundedText(const BinaryParts& parts, int decimals) {
    const auto scaled = scaledInt(parts, decimals);
    std::string text = scaled ? std::to_string(*scaled) : scaledText(parts, decimals);
    const auto places = static_cast<std::size_t>(decimals);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (decimals > 0) text.insert(text.size() - places, 1, '.');
    return text;
}

}  // namespace

std::string numberText(double value, int decimals) {
    DEX_CHECK(std::isfinite(value));
    const std::string sign = std::signbit(value) ? "-" : "";
    const double positive = std::fabs(value);
    if (decimals != kExactly) return sign + roundedText(binaryParts(positive), decimals);
    if (positive == 0) return sign + '0';
    const DecimalDigits digits = shortestDigits(binaryParts(positive));
    const std::string fixed = asFixed(digits), scientific = asScientific(digits);
    return sign + (fixed.size() <= scientific.size() ? fixed : scientific);
}

}  // namespace dex
