#pragma once

#include <string>
#include <vector>

namespace dex {

// The folders in which a recipe's files are looked for, in order.
struct DataFolders {
    std::vector<std::string> folders;
};

struct FoundFile {
    std::vector<std::string>
        paths;  // One; several where the name fits several files of one folder equally well; or none.
};

// A folder's `relative` itself, else files further down whose path ends with it, else files of the same name. A folder
// earlier in the list wins.
FoundFile findFile(const DataFolders& where, const std::string& relative);

// True for a name that stays within its folder.
bool isRelative(const std::string& name);

}  // namespace dex
