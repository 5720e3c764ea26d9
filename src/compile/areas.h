#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compile/problems.h"
#include "compile/recipe.h"
#include "compile/report.h"
#include "compile/source_files.h"
#include "geo/area.h"

namespace dex {

// Code → number.
using CodeIndex = std::unordered_map<std::string, std::uint32_t>;
CodeIndex indexOf(const std::vector<std::string>& codes);

// One level's areas, in byte order of their codes.
struct LevelAreas {
    std::vector<std::string> codes;
    std::vector<std::string> published, readable;
    std::vector<std::string> labels, details;  // What a person reads, and secondary words.
    std::vector<std::uint32_t> of;             // For each small area its area of this level.
};

struct Areas {
    std::vector<AreaPolygon> polygons;  // Of the small areas.
    std::vector<LevelAreas> levels;     // 0: the small areas.
};

// Reads the base layer and the groupings, and makes the names of all of them.
std::optional<Areas> readAreas(const Recipe& recipe, SourceFiles& files, Report& report, Problems& problems);

// Fills labels and details from the recipe's templates.
void writeLabels(const Recipe& recipe, Areas& areas, Problems& problems);

}  // namespace dex
