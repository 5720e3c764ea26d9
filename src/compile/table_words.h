#pragma once

#include <string>

#include "compile/problems.h"
#include "table/problem.h"
#include "table/table.h"

namespace dex {

// Where a cell stands, for messages: "file.csv, row 12, column \"Total\"".
std::string whereIn(const Table& table, const Table::Row& row);
std::string whereIn(const Table& table, const Table::Row& row, std::size_t column);

// What is wrong with a table, in sentences that say where and what to do next.
void addAll(const TableProblems& found, const std::string& file, Problems& problems);

}  // namespace dex
