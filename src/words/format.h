#pragma once

#include <cstdint>
#include <string>

#include "archive/atlas.h"
#include "words/word.h"

namespace dex {

// Numbers as people read them: thousands separated by a comma, a real minus, no space before %. No locale.

// With exactly `decimals` places (0–9), halves away from zero; a rounded zero has no minus.
std::string formatNumber(Language language, double value, int decimals);
std::string formatCount(Language language, double count);
// A fraction 0–1 as "18.4%".
std::string formatPercent(Language language, double fraction, int decimals);
// "1st", "2nd", "11th", "1,002nd"
std::string formatOrdinal(Language language, std::uint32_t rank);

// A value of an indicator, without its unit's words but with its %.
std::string formatValue(Language language, const Indicator& indicator, double value);
// "31.2% to 48.0%": both ends to the indicator's decimals, one number when they look the same.
std::string formatRange(Language language, const Indicator& indicator, double min, double max);

}  // namespace dex
