#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compile/csv.h"
#include "compile/find_file.h"
#include "compile/table.h"

namespace dex {

// The files that a recipe names, each read once.
class SourceFiles {
public:
    explicit SourceFiles(DataFolders where) : where_(std::move(where)) {}

    bool has(const std::string& name) const { return !findFile(where_, name).paths.empty(); }
    // Where a file stands; reported when it is missing or there are several.
    std::optional<std::string> path(const std::string& name, Problems& problems) const;
    std::optional<Table> table(const std::string& name, const std::string& key, const std::vector<std::string>& columns,
                               Problems& problems);

private:
    DataFolders where_;
    std::map<std::string, std::vector<CsvLine>> lines_;
};

}  // namespace dex
