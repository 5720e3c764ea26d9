#include "base/exact.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace dex {

double rounded9(double x) {
    const double scaled = x * 1e9;
    const double below = std::floor(scaled);
    const double rest = scaled - below;
    const bool up = rest > 0.5 || (rest == 0.5 && std::floor(below / 2) * 2 != below);
    return (up ? below + 1 : below) / 1e9;
}

namespace {

constexpr double kOddParts[] = {1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13,
                                1.0 / 11, 1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3,  1};

}  // namespace

double ln(double x) {
    // x = m·2^k with m in [√½, √2), and ln m = 2·(z + z³/3 + z⁵/5 + …) with z = (m − 1)/(m + 1), |z| < 0.172: after
    // twelve terms less than 2^-66 is left.
    const auto bits = std::bit_cast<std::uint64_t>(x);
    auto exponent = static_cast<std::int32_t>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0xfffffffffffffu) | std::uint64_t{1023} << 52);
    if (m >= 1.4142135623730951) {
        m /= 2;
        ++exponent;
    }
    const double z = (m - 1) / (m + 1), square = z * z;
    double series = 0;
    for (const double part : kOddParts) series = series * square + part;
    // ln 2 in two parts, the first with so few bits that its product with the exponent is exact.
    return exponent * 0x1.62e42fefa38p-1 + (exponent * 0x1.ef35793c7673p-45 + 2 * z * series);
}

}  // namespace dex
