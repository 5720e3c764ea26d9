#include "compile/read_scope.h"

#include <algorithm>
#include <filesystem>

#include "compile/csv.h"
#include "compile/text.h"

namespace dex {

namespace {

void select(CodedArea area, const std::vector<NamedLevel>& levels, Scope& scope) {
    const Scope marks = scopeOf(levels[area.level].groupOf, area.area);
    for (std::size_t i = 0; i < marks.size(); ++i) scope[i] |= marks[i];
}

void readFile(const std::string& path, const std::vector<NamedLevel>& levels, Scope& scope, Problems& problems) {
    const auto text = readText(path, problems);
    if (!text) return;
    const auto lines = parseCsv(*text, path, problems);
    for (const CsvLine& line : lines) {
        const std::string& code = line.fields[0];
        if (code.empty()) continue;
        if (const auto area = areaWithCode(code, levels)) {
            select(*area, levels, scope);
        } else if (line.row > 1) {
            problems.add(path + ", line " + std::to_string(line.row), "no area has the code " + inQuotes(code));
        }
    }
}

}  // namespace

std::optional<CodedArea> areaWithCode(std::string_view code, const std::vector<NamedLevel>& levels) {
    for (std::uint32_t level = 0; level < levels.size(); ++level) {
        const auto& codes = levels[level].names.codes;
        const auto found = std::lower_bound(codes.begin(), codes.end(), code);
        if (found != codes.end() && *found == code)
            return CodedArea{level, static_cast<std::uint32_t>(found - codes.begin())};
    }
    return std::nullopt;
}

std::optional<Scope> readScope(const std::string& asked, const std::vector<NamedLevel>& levels, Problems& problems) {
    if (asked.empty()) return Scope{};
    Scope scope(levels[0].names.codes.size(), 0);
    const std::size_t before = problems.count();
    std::error_code failed;
    if (const auto area = areaWithCode(asked, levels)) {
        select(*area, levels, scope);
    } else if (std::filesystem::is_regular_file(asked, failed)) {
        readFile(asked, levels, scope, problems);
        if (problems.count() == before && std::count(scope.begin(), scope.end(), 1) == 0)
            problems.add(asked, "does not contain the code of an area");
    } else {
        problems.add("--scope", "expected the code of an area or a file of codes, found " + inQuotes(asked));
    }
    if (problems.count() > before) return std::nullopt;
    return scope;
}

}  // namespace dex
