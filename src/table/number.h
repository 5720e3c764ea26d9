#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dex {

// A decimal as it was published: scaled ÷ 10^decimals, exactly.
struct Number {
    std::int64_t scaled = 0;
    int decimals = 0;  // 0–27; the last is not 0 unless it is the only one.

    // The double nearest to it.
    double toDouble() const;
    bool isWhole() const { return decimals == 0; }
    friend bool operator==(const Number&, const Number&) = default;
};

// Reads -12, +3, 0.035, 5e-04, with U+2212 as a minus as well, and thousands in groups of three: by a comma where `decimal`
// is a point and the other way round, by any kind of blank, or by an apostrophe. Blanks around it are allowed, nothing
// else. More than 18 digits (a database's quotients) are rounded to 9 decimals, half to even. Nothing where the text is no
// number, or has more than 18 digits before its decimals. The locale has no say.
std::optional<Number> parseNumber(std::string_view text, char decimal = '.');

// A hundredth of it: what "12.3%" says as a fraction. Nothing where it does not fit.
std::optional<Number> hundredth(Number number);

// Rounded to the decimals that 18 digits leave room for, half to even. Nothing where the result has more digits before its
// decimals, or the two lie more than 18 decimals apart.
std::optional<Number> add(Number a, Number b);
std::optional<Number> subtract(Number a, Number b);

// Σ weight · value ÷ Σ weight, rounded to `decimals`, half to even, in whole numbers throughout.
class WeightedMean {
public:
    // False where the sum would not fit.
    bool add(Number value, std::int64_t weight);
    std::optional<Number> mean(int decimals) const;  // Nothing where no weight is above 0.

private:
    // Σ weight · value in units of 10^-kUnits.
    static constexpr int kUnits = 15;
    __extension__ typedef __int128 Wide;
    Wide sum_ = 0;
    std::int64_t weight_ = 0;
};

}  // namespace dex
