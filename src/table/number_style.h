#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "table/problem.h"

namespace dex {

// Finds out whether a column writes its decimals with a point or a comma, from all its cells and the separator of its
// file. "1,234" is a thousand and more here, and little more than one there: one cell does not say which, and its
// neighbours may.
class DecimalSign {
public:
    void see(std::uint32_t row, std::string_view number);

    // '.' or ','; nothing, with a problem that shows two cells, where the column says both or does not say.
    // `separator` is the file's: in a table by commas a comma in quotes is one of thousands; nothing is taken for granted
    // in one by semicolons, which is how spreadsheets write tables where the comma is the decimal sign, nor by tabs.
    std::optional<char> decide(char separator, const std::string& column, TableProblems& problems) const;

private:
    struct Seen {
        std::uint32_t row = 0;  // 0: none.
        std::string text;
    };
    static void keep(Seen& seen, std::uint32_t row, std::string_view text);

    Seen point_, comma_;    // The first that is a number with that sign alone.
    Seen either_, second_;  // The first two that are numbers with both, and different ones.
};

}  // namespace dex
