#include "compile/source_files.h"

namespace dex {

std::optional<std::string> SourceFiles::path(const std::string& name, Problems& problems) const {
    const FoundFile found = findFile(where_, name);
    if (found.paths.size() == 1) return found.paths[0];
    std::string list;
    if (found.paths.empty()) {
        for (const std::string& folder : where_.folders) list += (list.empty() ? "" : ", ") + folder;
        problems.add(name, "is not in any of the data folders: " + (list.empty() ? "there are none" : list));
    } else {
        for (const std::string& one : found.paths) list += (list.empty() ? "" : ", ") + one;
        problems.add(name, "there are several of this name. Give the recipe the longer path of one of them: " + list);
    }
    return std::nullopt;
}

std::optional<Table> SourceFiles::table(const std::string& name, const std::string& key,
                                        const std::vector<std::string>& columns, Problems& problems) {
    const auto where = path(name, problems);
    if (!where) return std::nullopt;
    // Several tables may be columns of one file, which is read and split once.
    auto known = lines_.find(*where);
    if (known == lines_.end()) {
        const auto text = readText(*where, problems);
        if (!text) return std::nullopt;
        known = lines_.emplace(*where, parseCsv(*text, name, problems)).first;
    }
    return takeTable(known->second, name, key, columns, problems);
}

}  // namespace dex
