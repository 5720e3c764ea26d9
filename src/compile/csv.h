#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/problems.h"

namespace dex {

// One line of a text file, cut into its fields.
struct CsvLine {
    std::uint32_t row = 0;  // 1 for the first line of the file; a quoted field may run over several.
    std::vector<std::string> fields;
};

// The whole of a file, unpacked where its contents say that it is gzipped, or zipped with one file in it.
std::optional<std::string> readText(const std::string& path, Problems& problems);

// Fields by comma, semicolon or tab, whichever the file uses most; quotes as RFC 4180 has them; LF or CRLF; a
// byte-order mark is dropped. Text that is not UTF-8 is read as Windows-1252. Blanks around a field are dropped.
std::vector<CsvLine> parseCsv(std::string_view text, const std::string& file, Problems& problems);

}  // namespace dex
