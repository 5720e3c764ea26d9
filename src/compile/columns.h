#pragma once

#include <vector>

#include "archive/column.h"
#include "compile/areas.h"
#include "compile/recipe.h"
#include "compile/report.h"
#include "compile/source_files.h"

namespace dex {

struct Columns {
    Column residents, households;     // By small area; households is empty where the recipe has none.
    std::vector<Column> ofIndicator;  // In order of the recipe, by area of the indicator's level.
};

// Reads all tables, joins them to the areas and computes every column.
std::optional<Columns> readColumns(const Recipe& recipe, const Areas& areas, SourceFiles& files, Report& report,
                                   Problems& problems);

}  // namespace dex
