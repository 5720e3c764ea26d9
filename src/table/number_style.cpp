#include "table/number_style.h"

#include "table/number.h"

namespace dex {

void DecimalSign::keep(Seen& seen, std::uint32_t row, std::string_view text) {
    if (seen.row == 0) seen = {row, std::string(text)};
}

void DecimalSign::see(std::uint32_t row, std::string_view number) {
    if (number.find_first_of(".,") == std::string_view::npos) return;
    const auto point = parseNumber(number, '.'), comma = parseNumber(number, ',');
    if (point == comma) return;
    if (point && comma) {
        keep(either_.row == 0 ? either_ : second_, row, number);
    } else {
        keep(point ? point_ : comma_, row, number);
    }
}

std::optional<char> DecimalSign::decide(char separator, const std::string& column, TableProblems& problems) const {
    const auto refuse = [&](TableTrouble trouble, const Seen& one, const Seen& other) {
        TableProblem problem{trouble, one.row, 0, column, {one.text}, {one.row}};
        if (other.row != 0) problem.texts.push_back(other.text);
        if (other.row != 0) problem.numbers.push_back(other.row);
        problems.push_back(std::move(problem));
        return std::nullopt;
    };
    if (point_.row != 0 && comma_.row != 0) return refuse(TableTrouble::MixedDecimals, point_, comma_);
    const bool isByCommas = separator == ',';
    // There one cell with a decimal comma among thousands is as likely a slip of the pen.
    if (isByCommas && comma_.row != 0 && either_.row != 0) {
        return refuse(TableTrouble::AmbiguousDecimals, either_, comma_);
    }
    if (point_.row != 0) return '.';
    if (comma_.row != 0) return ',';
    if (either_.row != 0 && !isByCommas) return refuse(TableTrouble::AmbiguousDecimals, either_, second_);
    return '.';
}

}  // namespace dex
