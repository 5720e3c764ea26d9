#include "compile/source_files.h"

#include "compile/read_text.h"
#include "compile/table_words.h"
#include "compile/zip_members.h"

namespace dex {

FoundFile SourceFiles::find(const std::string& name) const {
    FoundFile found = findFile(where_, name);
    // From the right, so that the longest name that is a file is the zip.
    for (std::size_t at = name.rfind('/'); found.paths.empty() && at != std::string::npos && at > 0;
         at = name.rfind('/', at - 1)) {
        const FoundFile zip = findFile(where_, name.substr(0, at));
        if (zip.paths.size() != 1 || !isZip(zip.paths[0])) continue;
        if (const auto member = memberPath(zip.paths[0], name.substr(at + 1))) found.paths.push_back(*member);
    }
    return found;
}

std::optional<std::string> SourceFiles::path(const std::string& name, Problems& problems) const {
    const FoundFile found = find(name);
    // With several it is not for us to say which is meant.
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
    auto known = rows_.find(*where);
    if (known == rows_.end()) {
        auto rows = readRows(*where, name, settings(name), problems);
        if (!rows) return std::nullopt;
        known = rows_.emplace(*where, std::move(*rows)).first;
    }
    TableProblems found;
    auto table = takeTable(known->second, name, key, columns, found);
    addAll(found, name, problems);
    return table;
}

FileSettings SourceFiles::settings(const std::string& name) const {
    const auto found = settings_.find(name);
    return found == settings_.end() ? FileSettings{} : found->second;
}

std::optional<char> SourceFiles::decimal(const Table& table, const std::vector<std::size_t>& columns,
                                         Problems& problems) const {
    // What the recipe says is not questioned by the cells.
    if (const char given = settings(table.file).decimal; given != 0) return given;
    TableProblems found;
    const auto sign = decimalSignOf(table, columns, found);
    addAll(found, table.file, problems);
    return sign;
}

}  // namespace dex
