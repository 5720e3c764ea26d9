#pragma once

#include <optional>
#include <string>

#include "compile/atlas_files.h"
#include "compile/find_file.h"
#include "compile/problems.h"
#include "compile/report.h"

namespace dex {

// From a recipe and published files to an atlas, in stages: recipe → areas → columns → geometry → files. Nothing is
// written here. `recipeName` is what the recipe is called in messages. The same input gives the same bytes.
std::optional<FinishedAtlas> compileAtlas(const std::string& recipeJson, const std::string& recipeName,
                                          const DataFolders& where, Report& report, Problems& problems);

}  // namespace dex
