#pragma once

#include <map>
#include <string>
#include <vector>

#include "compile/json_place.h"
#include "compile/recipe.h"

namespace dex {

// The ids of a recipe as far as it has been read, each list in the recipe's order.
struct RecipeIds {
    Problems& problems;
    std::vector<std::string> sources = {}, levels = {}, carries = {}, tables = {}, indicators = {};
};

// `residents` and `households`: a quantity of a table that lies on the base.
Recipe::Measure readMeasure(const JsonPlace& at, const RecipeIds& ids, const Recipe& recipe);

// Adds an indicator to the recipe, and its id to `ids`.
void readIndicator(const JsonPlace& at, RecipeIds& ids, Recipe& recipe);

// `files`: how files are to be read, each of which the recipe names elsewhere.
void readFileSettings(const JsonPlace& at, Recipe& recipe);

// Who published something, with licence and attribution; its id is for the caller.
Source sourceIn(const JsonPlace& at);

// Which rows of a table are meant: those that have, in each of these columns, one of these texts.
std::map<std::string, std::vector<std::string>> readWhere(const JsonPlace& at);

void readPostcodeList(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe);

void readPointTable(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe);

// `all` of a grouping.
Recipe::WholeList readWholeList(const JsonPlace& at, const RecipeIds& ids);

// A member of `at` that must be the id of one of these.
std::size_t placeIn(const std::vector<std::string>& ids, const JsonPlace& at, const char* member, const char* kind);
// A file name that stays within the data folder.
std::string fileIn(const JsonPlace& at, const char* member);

// The index: weights in their range, and indicators that exist, are needs, and stand in one need alone.
void readIndex(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe);

}  // namespace dex
