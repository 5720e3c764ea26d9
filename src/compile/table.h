#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compile/csv.h"
#include "compile/problems.h"

namespace dex {

// A file's rows under the columns that were asked for.
struct Table {
    struct Row {
        std::uint32_t row = 0;           // In the file, for messages.
        std::string key;                 // The code alone of `code : name`.
        std::vector<std::string> cells;  // Parallel to `columns`.
    };
    std::string file;
    std::vector<std::string> columns;
    std::vector<Row> rows;       // Those with a key; blank lines and notes are left out.
    std::uint32_t rowsRead = 0;  // All lines after the header that are not blank.
    std::uint32_t notes = 0;     // Lines without a key, or with nothing under any of the columns.

    // Where a cell stands, for messages: "file.csv, row 12, column \"Total\"".
    std::string where(const Row& row, std::size_t column) const;
    std::string where(const Row& row) const;
    std::size_t columnAt(const std::string& name) const;  // Asking for one that was not asked for is our mistake.
};

// Finds the header, the first line that holds the key column and all of the others, and takes the rows below it.
// `name` is what the file is called in messages.
std::optional<Table> takeTable(const std::vector<CsvLine>& lines, const std::string& name, const std::string& key,
                               const std::vector<std::string>& columns, Problems& problems);

}  // namespace dex
