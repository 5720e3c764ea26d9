#pragma once

#include <optional>
#include <string>

#include "compile/problems.h"
#include "table/rows.h"

namespace dex {

// Whether the file is a workbook of Excel's or OpenDocument's, by its contents.
bool isWorkbook(const std::string& path);

// The rows of one sheet, read by GDAL: the named one, or the first, with a note where there are more. Numbers have the 15
// digits that a spreadsheet shows. `name` is what the file is called in messages.
std::optional<TextRows> readWorkbook(const std::string& path, const std::string& name, const std::string& sheet,
                                     Problems& problems);

}  // namespace dex
