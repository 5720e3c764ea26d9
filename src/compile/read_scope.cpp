#include "compile/read_scope.h"

#include <filesystem>

#include "compile/read_text.h"
#include "compile/text.h"

namespace dex {

namespace {

void readFile(const std::string& path, const Library& library, std::vector<LevelArea>& scope, Problems& problems) {
    const auto rows = readRows(path, path, {}, problems);
    if (!rows) return;
    for (const TextRow& line : rows->rows) {
        const std::string& code = line.fields[0];
        if (code.empty()) continue;
        if (const auto area = areaWithCode(code, library)) {
            scope.push_back(*area);
        } else if (line.row > 1) {
            // The first line may be a heading.
            problems.add(path + ", line " + std::to_string(line.row), "no area has the code " + inQuotes(code));
        }
    }
}

}  // namespace

std::optional<LevelArea> areaWithCode(const std::string& code, const Library& library) {
    // Small areas first: a code that two levels have means the smaller area.
    for (const Level& level : library.head()->levels) {
        if (const auto area = areaWithRef({level.id, code}, library)) return area;
    }
    return std::nullopt;
}

std::optional<std::vector<LevelArea>> readScope(const std::string& asked, const std::string& option,
                                                const Library& library, Problems& problems) {
    std::vector<LevelArea> scope;
    if (asked.empty()) return scope;
    const std::size_t before = problems.count();
    std::error_code failed;
    // A code goes before a file of that name.
    if (const auto area = areaWithCode(asked, library)) {
        scope.push_back(*area);
    } else if (std::filesystem::is_regular_file(asked, failed)) {
        readFile(asked, library, scope, problems);
        if (problems.count() == before && scope.empty()) problems.add(asked, "does not contain the code of an area");
    } else {
        problems.add(option, "expected the code of an area or a file of codes, found " + inQuotes(asked));
    }
    if (problems.count() > before) return std::nullopt;
    return scope;
}

}  // namespace dex
