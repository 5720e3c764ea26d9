#include "base/exact.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace dex {

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
    for (int odd = 23; odd > 0; odd -= 2) series = series * square + 1.0 / odd;
    // ln 2 in two parts, the first with so few bits that its product with the exponent is exact.
    return exponent * 0x1.62e42fefa38p-1 + (exponent * 0x1.ef35793c7673p-45 + 2 * z * series);
}

double exponential(double power) {
    // Written so that what is no number is held, too.
    constexpr double kFar = 700;
    const double x = power > -kFar ? (power < kFar ? power : kFar) : -kFar;
    // e^x = 2^k·e^rest with |rest| ≤ ½ ln 2: after fifteen terms less than 2^-63 is left.
    const double k = std::floor(x * std::numbers::log2e + 0.5);
    const double rest = (x - k * 0x1.62e42fefa38p-1) - k * 0x1.ef35793c7673p-45;
    double sum = 1;
    for (int term = 15; term > 0; --term) sum = 1 + rest * sum / term;
    return sum * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

double sine(double radians) {
    // A quarter of a turn at a time: radians = quarters·π/2 + rest with |rest| ≤ π/4, π/2 in two parts, the first with so few
    // bits that its product with the quarters is exact. Taylor's series of either function then leaves less than 1e-14.
    const double quarters = std::floor(radians / (std::numbers::pi / 2) + 0.5);
    const double rest = (radians - quarters * 0x1.921fb544p+0) - quarters * 0x1.0b4611a626331p-34;
    const auto quarter = static_cast<std::int32_t>(quarters) & 3;
    const double square = rest * rest;
    const bool isCosine = (quarter & 1) != 0;
    double sum = 1;
    for (int term = isCosine ? 14 : 15; term > 1; term -= 2) sum = 1 - square * sum / (term * (term - 1));
    const double value = isCosine ? sum : rest * sum;
    return (quarter & 2) != 0 ? -value : value;
}

double cosine(double radians) { return sine(radians + std::numbers::pi / 2); }

double arccosine(double cosine) {
    // acos x = 2·asin √((1 − x)/2), and asin y = y + y³/6 + 3y⁵/40 + … with y² ≤ ½: after forty terms less than 1e-13 is left.
    const double square = (1 - cosine) / 2;
    double term = std::sqrt(square), sum = term;
    for (int n = 1; n < 80; n += 2) {
        term *= square * (n * n) / ((n + 1) * (n + 2));
        sum += term;
    }
    return 2 * sum;
}

double tangent(double radians) {
    // Lambert's fraction: x / (1 − x² / (3 − x² / (5 − …))).
    const double square = radians * radians;
    double below = 21;
    for (int odd = 19; odd > 0; odd -= 2) below = odd - square / below;
    return radians / below;
}

double arctangent(double tangent) {
    // x / (1 + √(1 + x²)) is the tangent of half the angle. After two halvings what is left is below a fifth, so that the series of
    // Gregory and Leibniz, x − x³/3 + x⁵/5 − …, is short.
    double x = tangent;
    for (int halving = 0; halving < 2; ++halving) x /= 1 + std::sqrt(1 + x * x);
    const double square = x * x;
    double sum = 0;
    for (int odd = 23; odd > 0; odd -= 2) sum = 1.0 / odd - square * sum;
    return 4 * x * sum;
}

}  // namespace dex
