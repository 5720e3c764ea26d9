#include "compile/match_codes.h"

#include <algorithm>
#include <optional>

#include "compile/text.h"

namespace dex {

namespace {

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "101001" of "101001.000"; nothing where the text is no whole decimal.
std::optional<std::string> wholeOf(const std::string& key) {
    const std::size_t point = key.find('.');
    if (point == std::string::npos || point + 1 == key.size() || !isDigits(key.substr(0, point))) return std::nullopt;
    if (key.find_first_not_of('0', point + 1) != std::string::npos) return std::nullopt;
    return key.substr(0, point);
}

// How many digits every code has; 0 where they differ, or are not digits alone.
std::size_t digitsOf(const CodeIndex& areas) {
    std::size_t digits = 0;
    for (const auto& [code, number] : areas) {
        if (!isDigits(code) || (digits != 0 && code.size() != digits)) return 0;
        digits = code.size();
    }
    return digits;
}

}  // namespace

void matchCodes(Table& table, const CodeIndex& areas, Problems& problems) {
    std::string example;
    const auto change = [&](std::string& key, std::string better) {
        if (example.empty()) example = inQuotes(key) + " is " + inQuotes(better);
        key = std::move(better);
    };
    for (Table::Row& row : table.rows) {
        auto whole = areas.count(row.key) > 0 ? std::nullopt : wholeOf(row.key);
        if (whole) change(row.key, std::move(*whole));
    }
    // A spreadsheet drops the zeros with which a code begins. They are put back only where all codes are as long.
    const std::size_t digits = digitsOf(areas);
    const auto isShort = [&](const Table::Row& row) { return row.key.size() < digits && isDigits(row.key); };
    const auto padded = [&](const Table::Row& row) { return std::string(digits - row.key.size(), '0') + row.key; };
    // One that fits no area even so is another number, and then the others may be as well.
    const bool allFit = std::all_of(table.rows.begin(), table.rows.end(), [&](const Table::Row& row) {
        return !isShort(row) || areas.count(padded(row)) > 0;
    });
    for (Table::Row& row : table.rows) {
        if (allFit && isShort(row)) change(row.key, padded(row));
    }
    if (!example.empty())
        problems.note(table.file, "has codes that a program took for numbers. They were put right: " + example);
}

}  // namespace dex
