#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "compile/problems.h"
#include "risk/scope.h"

namespace dex {

// The names and the grouping of one level.
struct NamedLevel {
    AreaNames names;
    std::vector<std::uint32_t> groupOf;
};

// The small areas that `asked` selects: an area's code, or a file with a code a line, of any level and mixed. In a line
// of several fields the first is the code; the first line may be a header. Blank: all of them. Mistakes are reported.
std::optional<Scope> readScope(const std::string& asked, const std::vector<NamedLevel>& levels, Problems& problems);

// An area by its code, in the smallest level that has it.
struct CodedArea {
    std::uint32_t level = 0, area = 0;
};
std::optional<CodedArea> areaWithCode(std::string_view code, const std::vector<NamedLevel>& levels);

}  // namespace dex
