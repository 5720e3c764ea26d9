#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compile/file_settings.h"
#include "compile/find_file.h"
#include "compile/problems.h"
#include "table/rows.h"
#include "table/table.h"

namespace dex {

// The files that a recipe names, each read once.
class SourceFiles {
public:
    explicit SourceFiles(DataFolders where) : where_(std::move(where)) {}

    // What the recipe says about files; before any of them is read.
    void settle(FileSettingsByName settings) { settings_ = std::move(settings); }
    FileSettings settings(const std::string& name) const;

    bool has(const std::string& name) const { return !find(name).paths.empty(); }
    // Where a file stands, or a member of a zip ("bulk.zip/data.csv"); reported when it is missing or there are several.
    std::optional<std::string> path(const std::string& name, Problems& problems) const;
    std::optional<Table> table(const std::string& name, const std::string& key, const std::vector<std::string>& columns,
                               Problems& problems);
    // The decimal sign in which these columns write their numbers: the recipe's, or the one that their cells show.
    std::optional<char> decimal(const Table& table, const std::vector<std::size_t>& columns, Problems& problems) const;

private:
    FoundFile find(const std::string& name) const;

    DataFolders where_;
    FileSettingsByName settings_;
    std::map<std::string, TextRows> rows_;
};

}  // namespace dex
