#include "compile/recipe_parts.h"

#include <algorithm>
#include <set>

#include "compile/find_file.h"
#include "compile/recode.h"
#include "compile/text.h"
#include "risk/arithmetic.h"
#include "table/clean.h"

namespace dex {

namespace {

using Json = nlohmann::json;

constexpr int kMaxNearestMetres = 100'000;

std::size_t tableOf(const JsonPlace& at, const RecipeIds& ids) {
    const std::string id = at.words("table");
    const auto found = std::find(ids.tables.begin(), ids.tables.end(), id);
    if (found != ids.tables.end()) return static_cast<std::size_t>(found - ids.tables.begin());
    if (!id.empty()) at["table"].expected("the id of a table");
    return 0;
}

// As the cells and headers are with which they are compared.
std::vector<std::string> allCleaned(std::vector<std::string> texts) {
    for (std::string& text : texts) text = cleaned(text);
    return texts;
}

Recipe::Quantity readQuantity(const JsonPlace& at) {
    Recipe::Quantity quantity;
    if (at.has("where")) quantity.where = readWhere(at["where"]);
    if (at.has("column")) {
        quantity.columns = {cleaned(at.words("column"))};
    } else if (at.has("columns")) {
        quantity.columns = allCleaned(at.texts("columns"));
    } else if (at.has("rows")) {
        const JsonPlace rows = at["rows"];
        rows.allowOnly({"class", "in", "count"});
        quantity.rows = true;
        // In this order, on which figures.cpp relies.
        quantity.columns = {cleaned(rows.words("class")), cleaned(rows.words("count"))};
        quantity.allClasses = rows.has("in") && rows["in"].value() == "all";
        if (!quantity.allClasses) quantity.classes = allCleaned(rows.texts("in"));
    } else {
        at.expected("an object with \"column\", \"columns\" or \"rows\"");
    }
    return quantity;
}

Recipe::Quantity readBareQuantity(const JsonPlace& at) {
    at.allowOnly({"column", "columns", "rows", "where"});
    return readQuantity(at);
}

std::optional<Number> readExactly(const JsonPlace& at) {
    // By its decimal text, because figures are subtracted from it in decimals, without rounding.
    const auto number = at.value().is_number() ? parseNumber(at.value().dump()) : std::nullopt;
    if (!number) at.expected("a number of at most 18 digits");
    return number;
}

Recipe::Value readValue(const JsonPlace& at) {
    Recipe::Value value;
    // Either of them says that a share is meant; if the other is missing, it is missed by name.
    if (at.has("numerator") || at.has("denominator")) {
        at.allowOnly({"numerator", "denominator"});
        value.number = readBareQuantity(at["numerator"]);
        value.denominator = readBareQuantity(at["denominator"]);
        return value;
    }
    if (!at.has("column")) at.expected("an object with \"column\", or with \"numerator\" and \"denominator\"");
    if (!at.has("column")) return value;
    at.allowOnly({"column", "where", "subtractFrom", "state"});
    value.number = readQuantity(at);
    if (at.has("subtractFrom")) value.subtractFrom = readExactly(at["subtractFrom"]);
    if (at.has("state") && at.oneOf("state", {"value", "weighted-roll-up"}) == 1)
        value.state = CellState::WeightedRollUp;
    return value;
}

// `scored` are the indicators that stand in the index already.
Need readNeed(const JsonPlace& at, const RecipeIds& ids, const Recipe& recipe, std::set<std::string>& scored) {
    at.allowOnly({"id", "label", "shortLabel", "description", "focus", "segments", "weight", "indicators"});
    Need need;
    need.id = at.id("id");
    need.label = at.words("label");
    need.shortLabel = at.wordsOr("shortLabel", need.label);
    need.description = at.words("description");
    need.focus = at.wordsOr("focus", "");
    if (at.has("segments")) need.segments = at.texts("segments");
    if (need.segments.size() > kMaxSegments)
        at["segments"].expected("at most " + std::to_string(kMaxSegments) + " texts");
    need.weight = static_cast<std::uint8_t>(at.whole("weight", 0, kMaxWeight));
    for (const JsonPlace& one : at.list("indicators", 1)) {
        one.allowOnly({"id", "weight"});
        const auto weight = static_cast<std::uint8_t>(one.whole("weight", 0, kMaxWeight));
        const std::string id = one.words("id");
        const auto found = std::find(ids.indicators.begin(), ids.indicators.end(), id);
        if (found == ids.indicators.end()) {
            if (!id.empty()) one["id"].expected("the id of an indicator");
            continue;
        }
        const auto indicator = static_cast<std::uint32_t>(found - ids.indicators.begin());
        if (recipe.indicators[indicator].shown.kind != IndicatorKind::Need)
            one["id"].expected("an indicator of kind \"need\"");
        // In two needs, or twice in one, it would count twice.
        if (!scored.insert(id).second) one["id"].report("this indicator is in the index twice");
        need.indicators.push_back({indicator, weight});
    }
    return need;
}

}  // namespace

Source sourceIn(const JsonPlace& at) {
    at.allowOnly({"id", "publisher", "title", "date", "licence", "attribution", "url"});
    Source source{at.words("publisher"), at.words("title"),       at.words("date"),
                  at.words("licence"),   at.words("attribution"), at.wordsOr("url", "")};
    if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://"))
        at["url"].report("expected an address that begins with https://");
    return source;
}

std::map<std::string, std::vector<std::string>> readWhere(const JsonPlace& at) {
    std::map<std::string, std::vector<std::string>> where;
    if (!at.value().is_object() || at.value().empty()) at.expected("an object with a member for each column");
    if (!at.value().is_object()) return where;
    for (const auto& [column, value] : at.value().items()) {
        // One text, which may be blank, or a list of them.
        where[cleaned(column)] = value.is_string() ? std::vector<std::string>{cleaned(value.get<std::string>())}
                                                   : allCleaned(at.texts(column.c_str()));
    }
    return where;
}

std::size_t placeIn(const std::vector<std::string>& ids, const JsonPlace& at, const char* member, const char* kind) {
    const std::string id = at.words(member);
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
    // A blank one has been reported.
    if (!id.empty()) at[member].expected(std::string("the id of ") + kind);
    return 0;
}

std::string fileIn(const JsonPlace& at, const char* member) {
    const std::string file = at.words(member);
    if (!file.empty() && !isRelative(file)) at[member].expected("a file name relative to the data folder, without ..");
    return file;
}

Recipe::WholeList readWholeList(const JsonPlace& at, const RecipeIds& ids) {
    at.allowOnly({"file", "layer", "code", "name", "within", "optional", "source"});
    placeIn(ids.sources, at, "source", "a source");
    return {fileIn(at, "file"), at.wordsOr("layer", ""), at.words("code"),
            at.words("name"),   at.words("within"),      at.flag("optional")};
}

void readFileSettings(const JsonPlace& at, Recipe& recipe) {
    std::set<std::string> named{recipe.base.file};
    for (const auto& grouping : recipe.groupings) {
        named.insert(grouping.from.file);
        if (grouping.names) named.insert(grouping.names->file);
        if (grouping.all) named.insert(grouping.all->file);
    }
    for (const auto& carry : recipe.carries) named.insert({carry.lookupFile, carry.weightsFile});
    for (const auto& table : recipe.tables) named.insert(table.file);
    if (recipe.postcodes) named.insert(recipe.postcodes->file);
    if (recipe.points) named.insert(recipe.points->file);
    if (recipe.venues) {
        for (const std::string& file : recipe.venues->files()) named.insert(file);
    }
    if (!at.value().is_object()) return at.expected("an object with a member for each file");
    for (const auto& [name, value] : at.value().items()) {
        const JsonPlace one = at[name.c_str()];
        // A name with a typing error would set nothing, and nobody would notice.
        if (named.count(name) == 0) one.report("no part of the recipe names this file");
        if (!value.is_object()) {
            one.expected("an object");
            continue;
        }
        one.allowOnly({"encoding", "plane", "order", "decimal", "header", "sheet"});
        FileSettings& settings = recipe.files[name];
        settings.encoding = one.wordsOr("encoding", "");
        if (!settings.encoding.empty() && !isEncoding(settings.encoding))
            one["encoding"].expected("the name of an encoding, such as \"windows-1252\"");
        settings.plane = one.wordsOr("plane", "");
        settings.sheet = one.wordsOr("sheet", "");
        settings.isLatitudeFirst = one.has("order") && one.oneOf("order", {"longitude-first", "latitude-first"}) == 1;
        if (one.has("header")) settings.header = allCleaned(one.texts("header"));
        if (one.has("decimal")) settings.decimal = one.oneOf("decimal", {".", ","}) == 1 ? ',' : '.';
    }
}

void readPostcodeList(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"file", "key", "east", "north", "plane", "ended", "nearestMetres", "optional", "source"});
    placeIn(ids.sources, at, "source", "a source");
    recipe.postcodes = Recipe::PostcodeList{fileIn(at, "file"),
                                            at.words("key"),
                                            at.words("east"),
                                            at.words("north"),
                                            at.words("plane"),
                                            at.wordsOr("ended", ""),
                                            at.number("nearestMetres", 0, kMaxNearestMetres),
                                            at.flag("optional")};
}

void readPointTable(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"file", "key", "longitude", "latitude", "optional", "source"});
    recipe.points = Recipe::PointTable{
        fileIn(at, "file"),    at.words("key"),
        at.words("longitude"), at.words("latitude"),
        at.flag("optional"),   static_cast<std::uint32_t>(placeIn(ids.sources, at, "source", "a source"))};
}

Recipe::Measure readMeasure(const JsonPlace& at, const RecipeIds& ids, const Recipe& recipe) {
    at.allowOnly({"table", "value"});
    Recipe::Measure measure{tableOf(at, ids), readBareQuantity(at["value"])};
    // tableOf() gives 0 where it has refused the table, and there may be none at all.
    if (measure.table >= recipe.tables.size()) return measure;
    const auto& geography = recipe.tables[measure.table].geography;
    // Residents and households weigh small areas, so they have to be of these.
    if (geography.kind != Recipe::GeographyKind::Level || geography.index != 0) {
        at["table"].expected("a table whose geography is the base");
    }
    return measure;
}

void readIndicator(const JsonPlace& at, RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"id", "kind", "label", "shortLabel", "unit", "description", "date", "table", "value", "polarity",
                  "display", "decimals"});
    Recipe::IndicatorRecipe one;
    Indicator& shown = one.shown;
    shown.id = at.id("id");
    shown.kind = static_cast<IndicatorKind>(at.oneOf("kind", {"need", "group", "context", "comparator"}));
    shown.label = at.words("label");
    shown.shortLabel = at.words("shortLabel");
    shown.unit = at.words("unit");
    shown.description = at.words("description");
    shown.date = at.words("date");
    shown.display = at.oneOf("display", {"number", "percent"}) == 1 ? Display::Percent : Display::Number;
    shown.decimals = at.whole("decimals", 0, 6);
    // A higher number is more risk unless the recipe says otherwise.
    shown.polarity = 1;
    if (at.has("polarity")) shown.polarity = at.whole("polarity", -1, 1);
    if (shown.polarity == 0) at["polarity"].expected("1 or -1");
    one.table = tableOf(at, ids);
    one.value = readValue(at["value"]);
    // Counts can be added up for a larger area; a number without them can only be averaged.
    shown.rollUp = one.value.denominator ? RollUp::Counts : RollUp::WeightedMean;
    if (one.table < recipe.tables.size()) {
        const auto& table = recipe.tables[one.table];
        shown.source = table.source;
        if (table.geography.kind == Recipe::GeographyKind::Carry && one.value.denominator) {
            at["value"].expected("a published number: the counts of areas that were split cannot be carried");
        }
        // What is carried from old areas comes to be of small ones, level 0.
        if (table.geography.kind == Recipe::GeographyKind::Level) {
            shown.level = static_cast<std::uint32_t>(table.geography.index);
        }
    }
    ids.indicators.push_back(shown.id);
    recipe.indicators.push_back(std::move(one));
}

void readIndex(const JsonPlace& at, const RecipeIds& ids, Recipe& recipe) {
    at.allowOnly({"id", "version", "title", "arithmetic", "needs"});
    Index& index = recipe.index.emplace();
    index.id = at.id("id");
    index.version = at.words("version");
    index.title = at.words("title");
    index.arithmetic = static_cast<Arithmetic>(at.oneOf("arithmetic", arithmeticIds()));
    std::set<std::string> needs, scored;
    for (const JsonPlace& one : at.list("needs", 1)) {
        Need need = readNeed(one, ids, recipe, scored);
        if (!need.id.empty() && !needs.insert(need.id).second)
            one.report("its id " + inQuotes(need.id) + " is here twice");
        index.needs.push_back(std::move(need));
    }
    if (index.needs.size() > kMaxNeeds) at["needs"].expected("at most " + std::to_string(kMaxNeeds) + " needs");
}

}  // namespace dex
