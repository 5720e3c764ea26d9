#pragma once

#include "compile/areas.h"
#include "compile/problems.h"
#include "table/table.h"

namespace dex {

// Puts right the keys of a table that a program has taken for numbers: "101001.0" for 101001, and "1001" for 01001 where
// all keys that are too short fit so. Says so in a note. Other keys stay as they are.
void matchCodes(Table& table, const CodeIndex& areas, Problems& problems);

}  // namespace dex
