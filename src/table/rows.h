#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/problem.h"

namespace dex {

// One line of a text file, cut into its fields.
struct TextRow {
    std::uint32_t row = 0;  // 1 for the first line of the file; a quoted field may run over several.
    std::vector<std::string> fields;
};

struct TextRows {
    char separator = ',';
    std::vector<TextRow> rows;
};

// Cuts UTF-8 text at comma, semicolon, tab or upright bar: the one by which most rows have as many fields as each other,
// quotes minded (RFC 4180), or the one that Excel's first line "sep=;" names. LF, CRLF and CR end a line. Fields are
// cleaned (clean.h).
TextRows splitRows(std::string_view utf8, TableProblems& problems);

}  // namespace dex
