#pragma once

#include <string_view>

#include "archive/column.h"

namespace dex {

// "value", "carried", "wider-area", …: where a cell's number comes from, as data files and the compiler's report say it.
std::string_view idOf(CellState state);

}  // namespace dex
