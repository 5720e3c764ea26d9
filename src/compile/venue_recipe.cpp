#include "compile/venue_recipe.h"

#include <algorithm>

#include "archive/limits.h"
#include "compile/recipe_parts.h"
#include "table/clean.h"

namespace dex {

namespace {

CellTemplate templateOf(const JsonPlace& at, std::string_view text) {
    CellTemplate made;
    while (!text.empty()) {
        const std::size_t open = text.find('{'), close = text.find('}', open == text.npos ? 0 : open);
        CellTemplate::Part part{std::string(text.substr(0, open)), {}};
        if (open != text.npos && close != text.npos) part.column = cleaned(text.substr(open + 1, close - open - 1));
        if (open != text.npos && part.column.empty()) {
            at.expected("a text with names of columns in braces: \"{Name}\"");
            return made;
        }
        made.parts.push_back(std::move(part));
        text.remove_prefix(open == text.npos ? text.size() : close + 1);
    }
    return made;
}

CellTemplate readTemplate(const JsonPlace& at, const char* member) { return templateOf(at[member], at.words(member)); }

// One text, or a list of them.
VenueRecipe::Field readField(const JsonPlace& at, const char* member) {
    if (!at.has(member)) return {};
    if (at[member].isText()) return {readTemplate(at, member)};
    VenueRecipe::Field field;
    for (const std::string& text : at.texts(member)) field.push_back(templateOf(at[member], text));
    return field;
}

std::vector<std::string> idsOf(const std::vector<Venues::Kind>& kinds) {
    std::vector<std::string> ids;
    for (const auto& kind : kinds) ids.push_back(kind.id);
    return ids;
}

void readKindOf(const JsonPlace& at, const VenueRecipe& recipe, VenueRecipe::List& list) {
    const auto ids = idsOf(recipe.kinds);
    if (!at.has("kind") || at["kind"].isText()) {
        list.kind = static_cast<std::uint32_t>(placeIn(ids, at, "kind", "a kind of venue"));
        return;
    }
    const JsonPlace kind = at["kind"];
    kind.allowOnly({"column", "is"});
    list.kindColumn = cleaned(kind.words("column"));
    const JsonPlace is = kind["is"];
    if (!is.value().is_object() || is.value().empty()) return is.expected("an object with a kind for each text");
    for (const auto& [text, id] : is.value().items())
        list.kindOf[cleaned(text)] = static_cast<std::uint32_t>(placeIn(ids, is, text.c_str(), "a kind of venue"));
}

// Where its venues are: in the geometry of a layer, in two columns, by a postcode, or the last where the others are blank.
void readPlaceOf(const JsonPlace& at, VenueRecipe::List& list) {
    const bool hasColumns = at.has("east") || at.has("north");
    if (hasColumns) {
        list.east = cleaned(at.words("east"));
        list.north = cleaned(at.words("north"));
    }
    list.plane = at.wordsOr("plane", "EPSG:4326");
    if (at.has("postcode")) list.postcode = cleaned(at.words("postcode"));
    const bool isLayer = list.format == VenueRecipe::Format::Layer;
    if (isLayer && hasColumns)
        at.report("the points of a layer are in the layer: \"east\" and \"north\" are not needed");
    if (!isLayer && !hasColumns && list.postcode.empty())
        at.report("does not say where its venues are. Name \"east\" and \"north\", or \"postcode\"");
}

VenueRecipe::List readVenueList(const JsonPlace& at, const std::vector<std::string>& sources,
                                const VenueRecipe& recipe) {
    at.allowOnly({"id", "file", "format", "layer", "where", "kind", "name", "address", "offers", "opening", "link",
                  "date", "origin", "east", "north", "plane", "postcode", "optional", "source"});
    VenueRecipe::List list;
    list.id = at.id("id");
    list.file = fileIn(at, "file");
    if (at.has("format"))
        list.format = static_cast<VenueRecipe::Format>(at.oneOf("format", {"table", "layer", "open-referral"}));
    list.layer = at.wordsOr("layer", "");
    if (at.has("where")) list.where = readWhere(at["where"]);
    readKindOf(at, recipe, list);
    list.name = readField(at, "name");
    if (list.name.empty()) at["name"];
    list.address = readField(at, "address");
    list.offers = readField(at, "offers");
    list.opening = readField(at, "opening");
    list.link = readField(at, "link");
    list.date = readField(at, "date");
    list.origin = readField(at, "origin");
    readPlaceOf(at, list);
    list.optional = at.flag("optional");
    list.source = static_cast<std::uint32_t>(placeIn(sources, at, "source", "a source of venues"));
    return list;
}

VenueRecipe::CatchmentLayer readCatchmentLayer(const JsonPlace& at, const std::vector<std::string>& sources,
                                               const std::vector<std::string>& lists) {
    at.allowOnly({"list", "file", "layer", "seconds", "of", "is", "optional", "source"});
    VenueRecipe::CatchmentLayer layer;
    layer.list = placeIn(lists, at, "list", "a list of venues");
    layer.file = fileIn(at, "file");
    layer.layer = at.wordsOr("layer", "");
    layer.seconds = cleaned(at.words("seconds"));
    layer.of = readTemplate(at, "of");
    layer.is = readTemplate(at, "is");
    for (const char* member : {"of", "is"}) {
        const bool hasColumn = (member[0] == 'o' ? layer.of : layer.is).hasColumn();
        if (at.has(member) && !hasColumn) at[member].expected("a text with the name of a column in braces");
    }
    layer.optional = at.flag("optional");
    layer.source = static_cast<std::uint32_t>(placeIn(sources, at, "source", "a source of venues"));
    return layer;
}

void checkTwice(const std::vector<std::string>& ids, const JsonPlace& at) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!ids[i].empty() && std::count(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) > 0)
            at.report("the id \"" + ids[i] + "\" is here twice");
    }
}

}  // namespace

bool CellTemplate::hasColumn() const {
    return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return !part.column.empty(); });
}

void CellTemplate::addColumns(std::vector<std::string>& columns) const {
    for (const Part& part : parts) {
        if (!part.column.empty() && std::find(columns.begin(), columns.end(), part.column) == columns.end())
            columns.push_back(part.column);
    }
}

std::vector<std::string> VenueRecipe::files() const {
    std::vector<std::string> names;
    for (const List& list : lists) names.push_back(list.file);
    for (const CatchmentLayer& layer : catchments) names.push_back(layer.file);
    return names;
}

bool VenueRecipe::needsPostcodes() const {
    return std::any_of(lists.begin(), lists.end(), [](const List& list) { return !list.postcode.empty(); });
}

VenueRecipe readVenueRecipe(const JsonPlace& at) {
    at.allowOnly({"sources", "kinds", "lists", "catchments"});
    VenueRecipe recipe;
    std::vector<std::string> sources, lists;
    for (const JsonPlace& one : at.list("sources", 1)) {
        recipe.sources.push_back(sourceIn(one));
        sources.push_back(one.id("id"));
    }
    checkTwice(sources, at["sources"]);
    for (const JsonPlace& one : at.list("kinds", 1)) {
        one.allowOnly({"id", "singular", "plural"});
        recipe.kinds.push_back({one.id("id"), one.words("singular"), one.words("plural")});
    }
    checkTwice(idsOf(recipe.kinds), at["kinds"]);
    // A reader of the atlas takes no more (docs/format.md, "Limits").
    if (recipe.kinds.size() > kMaxVenueKinds || recipe.sources.size() > kMaxVenueSources)
        at.report("has more than " + std::to_string(kMaxVenueKinds) + " kinds, or sources");
    for (const JsonPlace& one : at.list("lists", 1)) {
        recipe.lists.push_back(readVenueList(one, sources, recipe));
        lists.push_back(recipe.lists.back().id);
    }
    checkTwice(lists, at["lists"]);
    for (const JsonPlace& one : at.list("catchments", 0)) {
        VenueRecipe::CatchmentLayer layer = readCatchmentLayer(one, sources, lists);
        // Its venues are called by one template.
        const bool isSecond = std::any_of(recipe.catchments.begin(), recipe.catchments.end(),
                                          [&](const auto& other) { return other.list == layer.list; });
        if (isSecond) one["list"].report("this list has catchments already");
        recipe.catchments.push_back(std::move(layer));
    }
    return recipe;
}

}  // namespace dex
