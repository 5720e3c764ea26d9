#pragma once

#include <cmath>

namespace dex {

// Arithmetic that gives the same bits on every processor and in every build: + − × ÷ √ and floor alone (docs/method.md,
// "The arithmetic"). The C library's own needs 9 kB of tables, which hardly compress.

// The nearest whole number, half to even.
inline double nearestWhole(double x) {
    const double below = std::floor(x);
    const double rest = x - below;
    const bool up = rest > 0.5 || (rest == 0.5 && std::floor(below / 2) * 2 != below);
    return up ? below + 1 : below;
}

// To 9 decimals, half to even: round(x·1e9)/1e9. A tie of rounded numbers is a tie in every language.
inline double rounded9(double x) { return nearestWhole(x * 1e9) / 1e9; }

// The natural logarithm of a finite x > 0 that is not subnormal, to within a few units in the last place.
double ln(double x);

// e to the power, to within a unit or two in the last place; beyond ±700 what it is there, and for what is no number as for -700.
double exponential(double power);

// The tangent of an angle between ±π/4, likewise.
double tangent(double radians);

// The sine and cosine of an angle between ±1000, to within 1e-13.
double sine(double radians);
double cosine(double radians);

// The angle in [0, π/2] of a cosine in [0, 1], to within 1e-12.
double arccosine(double cosine);

// The angle of a tangent between ±1, to within 1e-15.
double arctangent(double tangent);

}  // namespace dex
