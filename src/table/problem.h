#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dex {

// What can be wrong with a table as text. Whoever shows it makes the sentence.
enum class TableTrouble : std::uint8_t {
    NotText,            // Bytes of a program's own file.
    Workbook,           // An Excel workbook.
    WebPage,            // HTML under the name of a table.
    BrokenUtf8,         // It begins as UTF-8 and is not.
    BrokenUtf16,        // Half a pair or half a character.
    NoKnownEncoding,    // Neither UTF-8 nor Windows-1252.
    OpenQuote,          // A quotation mark that is never closed.
    NoHeader,           // texts: the columns that were looked for.
    HeaderLacks,        // texts: those it lacks, numbers[0] of them; then those it has.
    ColumnTwice,        // texts[0]: the column.
    ShortRow,           // numbers: its fields, the header's.
    LongRow,            // The same: a comma in a number that is in no quotes, or columns without a name.
    MixedDecimals,      // texts: a cell with a decimal point and one with a decimal comma; numbers: their rows.
    AmbiguousDecimals,  // texts: up to two cells that can be read either way; numbers: their rows.
    kCount
};

struct TableProblem {
    TableTrouble trouble = TableTrouble::NotText;
    std::uint32_t row = 0;        // From 1, as an editor counts; 0: the file as a whole.
    std::uint32_t character = 0;  // From 1 within the row; 0: the row as a whole.
    std::string column;           // Its name; blank: none.
    std::vector<std::string> texts;
    std::vector<std::uint32_t> numbers;
};

using TableProblems = std::vector<TableProblem>;

}  // namespace dex
