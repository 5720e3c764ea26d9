#pragma once

#include <string>

#include "output/table_columns.h"

namespace dex {

// Writes a table and beside it the guide to its columns (output/column_guide.h). False, and a sentence, where one of them
// could not be written.
bool writeTable(const std::string& path, const std::string& table, const AtlasHead& head, const TableShape& shape,
                const std::string& spec);

}  // namespace dex
