#pragma once

#include <string>
#include <string_view>

namespace dex {

// Numbers as a view writes them: digits and at most one decimal point, no exponent, no sign but minus.

// With so many decimals, halves away from zero; what rounds to zero has no sign.
void appendFixed(std::string& out, double value, int decimals);

// The double nearest to a number of at most fifteen digits. False, and nothing is set, where the text is none or lies beyond
// the limits.
bool readFixed(std::string_view text, double min, double max, double& value);

// Three of them with commas between, each within its own limits. False where there are fewer or more.
bool readThree(std::string_view text, const double (&min)[3], const double (&max)[3], double (&numbers)[3]);

}  // namespace dex
