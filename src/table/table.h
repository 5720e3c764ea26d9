#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "table/problem.h"
#include "table/rows.h"

namespace dex {

// A file's rows under the columns that were asked for.
struct Table {
    struct Row {
        std::uint32_t row = 0;           // In the file, for messages.
        std::string key;                 // The code alone of `code : name`.
        std::vector<std::string> cells;  // Parallel to `columns`.
    };
    std::string file;  // What it is called in messages.
    char separator = ',';
    std::vector<std::string> columns;
    std::vector<Row> rows;       // Those with a key; blank lines and notes are left out.
    std::uint32_t rowsRead = 0;  // All lines after the header that are not blank.
    std::uint32_t notes = 0;     // Lines without a key, or with nothing under any of the columns.

    std::size_t columnAt(const std::string& name) const;  // Asking for one that was not asked for is our mistake.
};

// Finds the header, the first line that holds the key column and all of the others, or two lines that do so together
// ("2021" over "n" is "2021 n"), and takes the rows below it. Names are compared as `cleaned` leaves them. A row with too
// few fields, or with more than the header has names, is a problem and left out.
std::optional<Table> takeTable(const TextRows& rows, const std::string& name, const std::string& key,
                               const std::vector<std::string>& columns, TableProblems& problems);

// The decimal sign of numbers in these columns, judged together; nothing with a problem where they do not say.
std::optional<char> decimalSignOf(const Table& table, const std::vector<std::size_t>& columns, TableProblems& problems);

}  // namespace dex
