#include <algorithm>
#include <set>

#include "archive/limits.h"
#include "compile/json_place.h"
#include "compile/recipe.h"
#include "compile/recipe_parts.h"
#include "stats/class_method.h"

namespace dex {

namespace {

using Json = nlohmann::json;

// As much as a reader of the atlas takes.
constexpr int kMaxToleranceMetres = 100'000;

void checkUnique(const std::vector<std::string>& ids, const std::vector<JsonPlace>& places) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        // One that is missing has been reported.
        if (!ids[i].empty() && !seen.insert(ids[i]).second) places[i].report("its id \"" + ids[i] + "\" is here twice");
    }
}

void readSource(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    recipe.sources.push_back(sourceIn(at));
    ids.sources.push_back(at.id("id"));
}

void readBase(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    at.allowOnly(
        {"id", "singular", "plural", "file", "layer", "code", "name", "label", "detail", "leaveOut", "source"});
    recipe.base = {at.id("id"),
                   at.words("singular"),
                   at.words("plural"),
                   fileIn(at, "file"),
                   at.wordsOr("layer", ""),
                   at.words("code"),
                   at.words("name"),
                   at.wordsOr("label", "{readable}"),
                   at.wordsOr("detail", ""),
                   at.has("leaveOut") ? at.texts("leaveOut") : std::vector<std::string>{}};
    ids.levels.push_back(recipe.base.id);
    placeIn(ids.sources, at, "source", "a source");
}

void readGrouping(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"id", "singular", "plural", "bestFit", "from", "names", "label", "detail", "source", "all"});
    Recipe::Grouping grouping;
    grouping.id = at.id("id");
    grouping.singular = at.words("singular");
    grouping.plural = at.words("plural");
    grouping.bestFit = at.flag("bestFit");
    const JsonPlace from = at["from"];
    // From a lookup, or from attributes of the boundaries themselves.
    if (from.has("file")) {
        from.allowOnly({"file", "key", "code", "name"});
        grouping.from = {fileIn(from, "file"), from.words("key"), from.words("code"), from.words("name")};
    } else if (at.has("from")) {
        from.allowOnly({"code", "name"});
        grouping.from = {"", "", from.words("code"), from.words("name")};
    }
    if (at.has("names")) {
        const JsonPlace names = at["names"];
        names.allowOnly({"file", "key", "name", "source"});
        grouping.names = Recipe::Names{fileIn(names, "file"), names.words("key"), names.words("name")};
        placeIn(ids.sources, names, "source", "a source");
    }
    if (at.has("all")) grouping.all = readWholeList(at["all"], ids);
    grouping.label = at.wordsOr("label", "{readable}");
    grouping.detail = at.wordsOr("detail", "");
    placeIn(ids.sources, at, "source", "a source");
    ids.levels.push_back(grouping.id);
    recipe.groupings.push_back(std::move(grouping));
}

void readCarry(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"id", "words", "lookup", "weights", "decimals"});
    Recipe::Carry carry;
    carry.id = at.id("id");
    carry.words = at.words("words");
    const JsonPlace lookup = at["lookup"];
    lookup.allowOnly({"file", "from", "to", "change", "unchanged", "split", "merged", "complex", "source"});
    carry.lookupFile = fileIn(lookup, "file");
    carry.from = lookup.words("from");
    carry.to = lookup.words("to");
    carry.change = lookup.words("change");
    carry.unchanged = lookup.texts("unchanged");
    carry.split = lookup.texts("split");
    carry.merged = lookup.texts("merged");
    if (lookup.has("complex")) carry.complex = lookup.texts("complex");
    placeIn(ids.sources, lookup, "source", "a source");
    const JsonPlace weights = at["weights"];
    weights.allowOnly({"file", "key", "column", "source"});
    carry.weightsFile = fileIn(weights, "file");
    carry.weightsKey = weights.words("key");
    carry.weightsColumn = weights.words("column");
    placeIn(ids.sources, weights, "source", "a source");
    carry.decimals = at.whole("decimals", 0, 9);
    ids.carries.push_back(carry.id);
    recipe.carries.push_back(std::move(carry));
}

void readTable(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"id", "file", "key", "geography", "marks", "optional", "source"});
    Recipe::Table table;
    table.id = at.id("id");
    table.file = fileIn(at, "file");
    table.key = at.words("key");
    const std::string geography = at.words("geography");
    // A level or a carry; readAll() sees to it that none has the other's id.
    const auto level = std::find(ids.levels.begin(), ids.levels.end(), geography);
    const auto carry = std::find(ids.carries.begin(), ids.carries.end(), geography);
    if (level != ids.levels.end()) {
        table.geography = {Recipe::GeographyKind::Level, static_cast<std::size_t>(level - ids.levels.begin())};
    } else if (carry != ids.carries.end()) {
        table.geography = {Recipe::GeographyKind::Carry, static_cast<std::size_t>(carry - ids.carries.begin())};
    } else if (!geography.empty()) {
        at["geography"].expected("the id of the base, a grouping or a carry");
    }
    if (at.has("marks")) {
        const JsonPlace marks = at["marks"];
        if (!marks.value().is_object()) marks.expected("an object");
        for (const auto& [text, state] : marks.value().items()) {
            const bool suppressed = state == "suppressed";
            if (!suppressed && state != "not-published") {
                JsonPlace(state, marks.path() + "[\"" + text + "\"]", ids.problems)
                    .expected("\"suppressed\" or \"not-published\"");
            }
            table.marks[text] = suppressed ? CellState::Suppressed : CellState::NotPublished;
        }
    }
    table.optional = at.flag("optional");
    table.source = static_cast<std::uint32_t>(placeIn(ids.sources, at, "source", "a source"));
    ids.tables.push_back(table.id);
    recipe.tables.push_back(std::move(table));
}

void readDefaultView(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"show", "indicator", "level", "method", "classes"});
    // The index, or one indicator.
    if (at.has("show")) {
        at.oneOf("show", {"overall"});
        if (!recipe.index) at["show"].report("there is no index to show");
        if (at.has("indicator")) at["indicator"].report("one view shows either the index or an indicator");
    } else {
        recipe.defaultView.indicator =
            static_cast<std::uint32_t>(placeIn(ids.indicators, at, "indicator", "an indicator"));
    }
    recipe.defaultView.level =
        static_cast<std::uint32_t>(placeIn(ids.levels, at, "level", "the base or of a grouping"));
    recipe.defaultView.method = static_cast<ClassMethod>(at.oneOf("method", classMethodIds()));
    recipe.defaultView.classCount = static_cast<std::uint32_t>(at.whole("classes", kMinClassesAsked, kMaxClassesAsked));
}

void readLods(const std::vector<JsonPlace>& places, Recipe& recipe) {
    for (const JsonPlace& at : places) {
        at.allowOnly({"gridBits", "toleranceMetres", "areasPerTile"});
        const LodSpec lod{at.whole("gridBits", 12, 26), at.number("toleranceMetres", 0, kMaxToleranceMetres),
                          static_cast<std::uint32_t>(at.whole("areasPerTile", 1, 1 << 18))};
        // The grid may be the same; the tolerance has to be smaller.
        const bool finer = recipe.lods.empty() || (lod.gridBits >= recipe.lods.back().gridBits &&
                                                   lod.toleranceMetres < recipe.lods.back().toleranceMetres);
        if (!finer) at.report("expected a finer level of detail than the one before: a smaller toleranceMetres");
        recipe.lods.push_back(lod);
    }
    if (!places.empty() && recipe.lods.back().toleranceMetres != 0) {
        places.back()["toleranceMetres"].expected("0: the last level of detail is the source at its grid");
    }
}

// Takes the absent tables out of the document, with all that rests on them.
void leaveOut(Json& document, const std::vector<std::string>& absentTables) {
    const auto isAbsent = [&](const Json& one) {
        return std::any_of(absentTables.begin(), absentTables.end(), [&](const std::string& id) { return one == id; });
    };
    const auto eraseIf = [](Json& list, auto test) {
        // From the end, so that erasing one moves none that is still to be looked at.
        for (std::size_t i = list.size(); i-- > 0;) {
            if (test(list[i])) list.erase(i);
        }
    };
    eraseIf(document["tables"], [&](const Json& table) { return isAbsent(table["id"]); });
    for (const char* measure : {"residents", "households"}) {
        if (document.contains(measure) && isAbsent(document[measure]["table"])) document.erase(measure);
    }
    std::vector<Json> gone;
    eraseIf(document["indicators"], [&](const Json& indicator) {
        const bool absent = isAbsent(indicator["table"]);
        if (absent) gone.push_back(indicator["id"]);
        return absent;
    });
    if (!document.contains("index")) return;
    for (Json& need : document["index"]["needs"]) {
        eraseIf(need["indicators"],
                [&](const Json& one) { return std::count(gone.begin(), gone.end(), one["id"]) > 0; });
    }
    // A need without indicators would be refused, so it goes with the last of them.
    eraseIf(document["index"]["needs"], [](const Json& need) { return need["indicators"].empty(); });
}

void readAll(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"$schema",     "recipe",  "id",          "title",     "place",     "language",
                  "attribution", "sources", "base",        "groupings", "carries",   "tables",
                  "postcodes",   "points",  "venues",      "files",     "residents", "households",
                  "indicators",  "index",   "defaultView", "lods"});
    at.whole("recipe", 1, 1);
    recipe.id = at.id("id");
    recipe.title = at.words("title");
    recipe.place = at.words("place");
    recipe.attribution = at.words("attribution");
    at.wordsOr("language", "en-GB");
    // In this order: each part may name only ids of parts that stand before it.
    const auto sources = at.list("sources", 1);
    for (const JsonPlace& one : sources) readSource(one, ids, recipe);
    checkUnique(ids.sources, sources);
    readBase(at["base"], ids, recipe);
    for (const JsonPlace& one : at.list("groupings", 0)) readGrouping(one, ids, recipe);
    for (const JsonPlace& one : at.list("carries", 0)) readCarry(one, ids, recipe);
    const auto tables = at.list("tables", 1);
    for (const JsonPlace& one : tables) readTable(one, ids, recipe);
    checkUnique(ids.tables, tables);
    if (at.has("postcodes")) readPostcodeList(at["postcodes"], ids, recipe);
    if (at.has("points")) readPointTable(at["points"], ids, recipe);
    if (at.has("venues")) {
        recipe.venues = readVenueRecipe(at["venues"]);
        if (recipe.venues->needsPostcodes() && !recipe.postcodes)
            at["venues"].report("a list names a column of postcodes, and the recipe has no \"postcodes\"");
    }
    if (at.has("files")) readFileSettings(at["files"], recipe);
    if (at.has("residents")) recipe.residents = readMeasure(at["residents"], ids, recipe);
    if (at.has("households")) recipe.households = readMeasure(at["households"], ids, recipe);
    const auto indicators = at.list("indicators", 1);
    for (const JsonPlace& one : indicators) readIndicator(one, ids, recipe);
    checkUnique(ids.indicators, indicators);
    // A reader of the atlas takes no more (docs/format.md, "Limits").
    const auto limit = [&](std::size_t count, std::size_t max, const char* member) {
        if (count > max)
            at[member].report("has " + std::to_string(count) + ", and " + std::to_string(max) + " are the most");
    };
    limit(recipe.groupings.size(), kMaxLevels - 1, "groupings");
    limit(recipe.indicators.size(), kMaxIndicators, "indicators");
    if (at.has("index")) readIndex(at["index"], ids, recipe);
    readDefaultView(at["defaultView"], ids, recipe);
    readLods(at.list("lods", 1), recipe);
    // A table names its geography by one word: no level and no carry may have the same.
    std::set<std::string> places(ids.carries.begin(), ids.carries.end());
    for (const std::string& level : ids.levels) {
        if (!places.insert(level).second) at.report("the id \"" + level + "\" names two geographies");
    }
}

}  // namespace

std::optional<Recipe> readRecipe(const std::string& json, const std::string& name,
                                 const std::vector<std::string>& absentTables, Problems& problems) {
    auto document = parseJson(json, name, problems);
    if (!document) return std::nullopt;
    // Which are absent is known from a first reading of the whole recipe, so its members have been checked.
    if (!absentTables.empty()) leaveOut(*document, absentTables);
    Problems found;
    Recipe recipe;
    RecipeIds ids{.problems = found};
    readAll(JsonPlace(*document, "$", found), ids, recipe);
    for (const std::string& sentence : found.sentences()) problems.add(name, sentence);
    if (found.any()) return std::nullopt;
    // It is for editors alone, and must not change the hash of the recipe in the atlas.
    document->erase("$schema");
    // Members by name and without blanks: how a recipe is laid out does not change the atlas.
    recipe.canonical = document->dump();
    return recipe;
}

}  // namespace dex
