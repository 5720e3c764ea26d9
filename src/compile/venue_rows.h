#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/source_files.h"
#include "compile/venue_recipe.h"
#include "geo/projection.h"

namespace dex {

// The rows of a list of venues, whatever the format of its file.
struct VenueRows {
    struct Row {
        std::string where;  // For messages: "libraries.csv, row 12".
        std::vector<std::string> cells;
        std::optional<LonLat> place;  // By the layer's geometry, or the columns; else by its postcode.
    };
    std::vector<std::string> columns;  // All that the list names.
    std::vector<Row> rows;
    std::uint32_t notes = 0;  // Lines of a table without anything in the first column of the name; no rows.

    // Of a row, what stands in a column; the column is one that the list names.
    const std::string& cell(const Row& row, const std::string& column) const;
    // The columns' texts put into the template; blank where it has columns and all of them are blank.
    std::string filled(const CellTemplate& text, const Row& row) const;
    // All of the field's texts that are not blank.
    std::string filled(const VenueRecipe::Field& field, const Row& row) const;
};

// `more`: further columns that are wanted.
std::optional<VenueRows> readVenueRows(const VenueRecipe::List& list, const std::vector<std::string>& more,
                                       SourceFiles& files, Problems& problems);

}  // namespace dex
