#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/atlas_folder.h"
#include "compile/commands.h"

namespace dex {

// A list of rows with all its columns, and behind them the code and the name of the small area of each.
struct LocatedRows {
    std::string csv;
    std::vector<std::string> sentences;  // One for each row that has blanks for an answer, and for what is doubtful.
};

// `text` is a table of which a line names the columns; `name` is what it is called in messages.
std::optional<LocatedRows> locateRows(const AtlasFolder& atlas, const std::string& text, const std::string& name,
                                      const LocateOptions& options, Problems& problems);

}  // namespace dex
