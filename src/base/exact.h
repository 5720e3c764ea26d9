#pragma once

namespace dex {

// Arithmetic that gives the same bits on every processor and in every build: + − × ÷ and floor alone (METHOD §3).

// To 9 decimals, half to even: round(x·1e9)/1e9. A tie of rounded numbers is a tie in every language.
double rounded9(double x);

// The natural logarithm of a finite x > 0 that is not subnormal, to within a few units in the last place.
double ln(double x);

}  // namespace dex
