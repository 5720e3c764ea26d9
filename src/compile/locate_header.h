#pragma once

#include <cstddef>
#include <optional>

#include "compile/commands.h"
#include "table/rows.h"

namespace dex {

// The line of a list that names its columns, and which of them say where a row is.
struct LocateHeader {
    std::size_t row = 0;  // Into TextRows::rows.
    std::size_t east = 0, north = 0;
    bool isGrid = false;                  // East and north are named as eastings and northings are.
    std::optional<std::size_t> postcode;  // Present: rows have this instead of a point.
};

// The first line that names the columns that the options name, or else a point or a postcode by its usual names. Where a
// line names both, the point is meant: it is the more exact one.
std::optional<LocateHeader> findLocateHeader(const TextRows& rows, const LocateOptions& options);

}  // namespace dex
