#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/atlas_folder.h"
#include "model/chosen.h"

namespace dex {

// The areas of a list: codes, names and postcodes, mixed, of any level; a postcode stands for its small area. `asked` is the
// path of a file, with one in a line (of several fields the first; the first line may be a heading), or the list itself,
// between commas or semicolons. `wrong` says of each that is nothing, or that could be several, what to write; `problems` what
// is wrong with the atlas. The library has the files of scopes.
std::optional<std::vector<LevelArea>> readAreaList(const std::string& asked, const AtlasFolder& atlas,
                                                   const Library& library, Problems& wrong, Problems& problems);

}  // namespace dex
