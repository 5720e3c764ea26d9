#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/problems.h"
#include "model/chosen.h"

namespace dex {

// The areas that `asked` selects: an area's code, or a file with a code a line, of any level and mixed. In a line of
// several fields the first is the code; the first line may be a header. Blank: none, which is all of them. Mistakes are
// reported, with the option's name. The library has the files.
std::optional<std::vector<LevelArea>> readScope(const std::string& asked, const std::string& option,
                                                const Library& library, Problems& problems);

// An area by its code, in the smallest level that has it.
std::optional<LevelArea> areaWithCode(const std::string& code, const Library& library);

}  // namespace dex
