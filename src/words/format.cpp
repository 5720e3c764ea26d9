#include "words/format.h"

#include <algorithm>
#include <cmath>

namespace dex {
namespace {

constexpr std::string_view kMinus = "\u2212";

// The whole part of a number with its thousands separated.
std::string groupDigits(double whole) {
    std::string reversed;
    int digits = 0;
    do {
        // Digits from the right, by doubles, which hold every count exactly.
        const double rest = std::floor(whole / 10);
        if (digits > 0 && digits % 3 == 0) reversed += ',';
        reversed += static_cast<char>('0' + static_cast<int>(whole - rest * 10));
        whole = rest;
        ++digits;
    } while (whole > 0 && digits < 18);
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

}  // namespace

std::string formatNumber(Language, double value, int decimals) {
    // A recipe of another hand may ask for anything.
    decimals = std::clamp(decimals, 0, 9);
    double scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const double magnitude = value < 0 ? -value : value;
    // Nothing we show comes near 1e15; past it a double has no places to round.
    const double units = std::floor(std::min(magnitude, 1e15) * scale + 0.5);
    const double whole = std::floor(units / scale);
    // The minus is decided after rounding, so that −0.04 to one decimal is 0.0.
    std::string text = value < 0 && units > 0 ? std::string(kMinus) : std::string();
    text += groupDigits(whole);
    if (decimals == 0) return text;
    text += '.';
    double fraction = units - whole * scale;
    for (int i = 0; i < decimals; ++i) {
        scale /= 10;
        // Rounding in the division can give 10; the carry has been done already, in `units`.
        const double digit = std::min(std::floor(fraction / scale), 9.0);
        text += static_cast<char>('0' + static_cast<int>(digit));
        fraction -= digit * scale;
    }
    return text;
}

std::string formatCount(Language language, double count) { return formatNumber(language, count, 0); }

std::string formatPercent(Language language, double fraction, int decimals) {
    return say(language, Word::numberPercent, {{"number", formatNumber(language, fraction * 100, decimals)}});
}

std::string formatOrdinal(Language language, std::uint32_t rank) {
    // CLDR's ordinal categories of English: one, two, few, other.
    const auto tens = rank % 100;
    const auto last = tens >= 11 && tens <= 13 ? 0 : rank % 10;
    const Word ending = last == 1   ? Word::ordinalOne
                        : last == 2 ? Word::ordinalTwo
                        : last == 3 ? Word::ordinalFew
                                    : Word::ordinalOther;
    return say(language, ending, {{"number", formatCount(language, rank)}});
}

std::string formatValue(Language language, const Indicator& indicator, double value) {
    return indicator.display == Display::Percent ? formatPercent(language, value, indicator.decimals)
                                                 : formatNumber(language, value, indicator.decimals);
}

std::string formatRange(Language language, const Indicator& indicator, double min, double max) {
    const std::string from = formatValue(language, indicator, min), to = formatValue(language, indicator, max);
    // Both ends may look the same once rounded, and "31.2 to 31.2" would read as a mistake.
    return from == to ? to : say(language, Word::numberRange, {{"from", from}, {"to", to}});
}

}  // namespace dex
