#include "compile/areas.h"

#include <algorithm>
#include <numeric>

#include "archive/limits.h"
#include "compile/match_codes.h"
#include "compile/read_layer.h"
#include "compile/table_words.h"
#include "compile/text.h"

namespace dex {

namespace {

// Attributes of the base layer by name; those of groupings come after code and name.
struct BaseLayer {
    std::vector<Feature> features;  // In order of code.
    std::vector<std::string> attributes;

    const std::string& value(std::size_t area, const std::string& attribute) const {
        const auto at = std::find(attributes.begin(), attributes.end(), attribute) - attributes.begin();
        return features[area].attributes[static_cast<std::size_t>(at)];
    }
};

// Some publishers give each island of an area a row of its own. Rows of one code are one area where all else agrees too.
void mergeParts(std::vector<Feature>& features, const std::string& file, Problems& problems) {
    std::vector<Feature> areas;
    std::size_t parts = 0;
    std::string example;
    for (Feature& feature : features) {
        // Sorted, so the same code twice is next to itself.
        const bool isAgain = !areas.empty() && areas.back().attributes[0] == feature.attributes[0];
        if (!isAgain) {
            areas.push_back(std::move(feature));
        } else if (areas.back().attributes == feature.attributes) {
            auto& whole = areas.back().polygon.parts;
            whole.insert(whole.end(), feature.polygon.parts.begin(), feature.polygon.parts.end());
            if (++parts == 1) example = feature.attributes[0];
        } else {
            problems.add(file, "the code " + inQuotes(feature.attributes[0]) + " is used for two areas, " +
                                   inQuotes(areas.back().attributes[1]) + " and " + inQuotes(feature.attributes[1]));
        }
    }
    features = std::move(areas);
    if (parts > 0) {
        problems.note(file, counted(parts, "row holds", "rows hold") + " further parts of areas, such as of " +
                                inQuotes(example) + ". They were merged");
    }
}

std::optional<BaseLayer> readBaseLayer(const Recipe& recipe, const SourceFiles& files, Problems& problems) {
    const auto path = files.path(recipe.base.file, problems);
    if (!path) return std::nullopt;
    BaseLayer base;
    base.attributes = {recipe.base.code, recipe.base.name};
    for (const auto& grouping : recipe.groupings) {
        // A grouping may come with the boundaries themselves, as attributes.
        if (!grouping.from.file.empty()) continue;
        for (const std::string& attribute : {grouping.from.code, grouping.from.name}) {
            if (std::count(base.attributes.begin(), base.attributes.end(), attribute) == 0)
                base.attributes.push_back(attribute);
        }
    }
    auto features = readLayer({*path, recipe.base.file, recipe.base.layer, base.attributes, recipe.base.leaveOut,
                               files.settings(recipe.base.file)},
                              problems);
    if (!features) return std::nullopt;
    base.features = std::move(*features);

    // Before sorting, while a feature's number is still its place in the file.
    const std::size_t before = problems.count();
    for (std::size_t i = 0; i < base.features.size(); ++i) {
        if (base.features[i].attributes[0].empty()) {
            problems.add(recipe.base.file + ", feature " + std::to_string(i + 1),
                         inQuotes(recipe.base.code) + " is blank");
        }
    }
    const auto code = [](const Feature& feature) { return feature.attributes[0]; };
    // An area's number is its place in this order, everywhere and for ever.
    std::stable_sort(base.features.begin(), base.features.end(),
                     [&](const Feature& a, const Feature& b) { return code(a) < code(b); });
    mergeParts(base.features, recipe.base.file, problems);
    if (problems.count() != before) return std::nullopt;
    return base;
}

struct Parent {
    std::string code, name;
};

// Each small area's larger area by code, blank where none is known yet.
std::vector<Parent> parentsFromLookup(const Recipe::Lookup& from, const CodeIndex& base, SourceFiles& files,
                                      Report::OfLevel& report, Problems& problems) {
    std::vector<Parent> parents(base.size());
    auto table = files.table(from.file, from.key, {from.code, from.name}, problems);
    if (!table) return parents;
    // Codes that a spreadsheet took for numbers are put right before any is looked up.
    matchCodes(*table, base, problems);
    for (const auto& row : table->rows) {
        const auto area = base.find(row.key);
        if (area == base.end()) {
            // Published lookups are for the whole country. Rows of elsewhere are counted, not refused.
            ++report.unknownRows;
            continue;
        }
        Parent& parent = parents[area->second];
        if (row.cells[0].empty()) {
            problems.add(whereIn(*table, row, 0), "is blank");
            // The same row twice is fine; an area in two larger ones is not.
        } else if (parent.code.empty()) {
            parent = {row.cells[0], row.cells[1]};
        } else if (parent.code != row.cells[0]) {
            problems.add(whereIn(*table, row), "the area " + inQuotes(row.key) + " has another " + inQuotes(from.code) +
                                                   " in an earlier row: " + inQuotes(parent.code));
        }
    }
    return parents;
}

LevelAreas levelFrom(const std::vector<Parent>& parents, const std::string& what, Problems& problems) {
    LevelAreas level;
    for (const Parent& parent : parents) level.codes.push_back(parent.code);
    // In order of code, as the small areas are: an area's number is its place.
    std::sort(level.codes.begin(), level.codes.end());
    level.codes.erase(std::unique(level.codes.begin(), level.codes.end()), level.codes.end());
    const CodeIndex index = indexOf(level.codes);
    level.published.resize(level.codes.size());
    for (const Parent& parent : parents) {
        // Every code is there: the caller has refused small areas without a larger one.
        const std::uint32_t number = index.at(parent.code);
        level.of.push_back(number);
        std::string& name = level.published[number];
        // A larger area without a name goes by its code.
        if (name.empty()) name = parent.name.empty() ? parent.code : parent.name;
        if (!parent.name.empty() && name != parent.name) {
            problems.add(what, "the code " + inQuotes(parent.code) + " has two names, " + inQuotes(name) + " and " +
                                   inQuotes(parent.name));
            return level;
        }
    }
    level.readable = level.published;
    return level;
}

void readNames(const Recipe::Names& names, LevelAreas& level, SourceFiles& files, Report::OfLevel& report,
               Problems& problems) {
    const auto table = files.table(names.file, names.key, {names.name}, problems);
    if (!table) return;
    const CodeIndex index = indexOf(level.codes);
    std::vector<bool> named(level.codes.size());
    for (const auto& row : table->rows) {
        const auto area = index.find(row.key);
        // Rows without a name leave the published one.
        if (area == index.end() || row.cells[0].empty()) continue;
        std::string& name = level.readable[area->second];
        if (named[area->second] && name != row.cells[0]) {
            problems.add(whereIn(*table, row),
                         "the area " + inQuotes(row.key) + " has another name in an earlier row: " + inQuotes(name));
        }
        name = row.cells[0];
        named[area->second] = true;
    }
    report.unnamed = static_cast<std::uint32_t>(std::count(named.begin(), named.end(), false));
}

std::optional<LevelAreas> readGrouping(const Recipe::Grouping& grouping, const BaseLayer& base, const CodeIndex& index,
                                       SourceFiles& files, Report& report, Problems& problems) {
    // Before anything can fail: the report has its levels by number.
    Report::OfLevel& shown = report.levels.emplace_back();
    shown.id = grouping.id;
    shown.plural = grouping.plural;
    shown.file = grouping.from.file;
    const std::size_t before = problems.count();
    std::vector<Parent> parents;
    if (grouping.from.file.empty()) {
        for (std::size_t i = 0; i < base.features.size(); ++i) {
            parents.push_back({base.value(i, grouping.from.code), base.value(i, grouping.from.name)});
        }
    } else {
        parents = parentsFromLookup(grouping.from, index, files, shown, problems);
    }
    const std::string what =
        grouping.from.file.empty() ? "attribute " + inQuotes(grouping.from.code) : grouping.from.file;
    if (problems.count() != before) return std::nullopt;
    // Every small area needs a larger one: a level has to add up to the whole.
    for (std::size_t i = 0; i < parents.size(); ++i) {
        if (!parents[i].code.empty()) continue;
        problems.add(what, "the area " + inQuotes(base.features[i].attributes[0]) + " has no " + grouping.singular);
    }
    if (problems.count() != before) return std::nullopt;
    LevelAreas level = levelFrom(parents, what, problems);
    if (grouping.names) readNames(*grouping.names, level, files, shown, problems);
    shown.areas = static_cast<std::uint32_t>(level.codes.size());
    if (problems.count() != before) return std::nullopt;
    return level;
}

}  // namespace

CodeIndex indexOf(const std::vector<std::string>& codes) {
    CodeIndex index;
    for (std::size_t i = 0; i < codes.size(); ++i) index.emplace(codes[i], static_cast<std::uint32_t>(i));
    return index;
}

std::optional<Areas> readAreas(const Recipe& recipe, SourceFiles& files, Report& report, Problems& problems) {
    auto base = readBaseLayer(recipe, files, problems);
    if (!base) return std::nullopt;
    Areas areas;
    LevelAreas& small = areas.levels.emplace_back();
    for (const Feature& feature : base->features) {
        small.codes.push_back(feature.attributes[0]);
        small.published.push_back(feature.attributes[1].empty() ? feature.attributes[0] : feature.attributes[1]);
    }
    small.readable = small.published;
    small.of.resize(small.codes.size());
    // Small areas are their own parents, so that all levels can be treated alike.
    std::iota(small.of.begin(), small.of.end(), 0u);
    report.baseCodes = small.codes;
    const auto count = static_cast<std::uint32_t>(small.codes.size());
    report.levels.push_back({recipe.base.id, recipe.base.plural, count, recipe.base.file, 0, 0});
    if (count > kMaxAreas) {
        problems.add(recipe.base.file, "has more than " + grouped(kMaxAreas) + " areas");
        return std::nullopt;
    }

    const CodeIndex index = indexOf(small.codes);
    const std::size_t before = problems.count();
    for (const auto& grouping : recipe.groupings) {
        // One that fails does not stop the others, so that all mistakes are said at once.
        auto level = readGrouping(grouping, *base, index, files, report, problems);
        if (level) areas.levels.push_back(std::move(*level));
    }
    if (problems.count() != before) return std::nullopt;
    for (Feature& feature : base->features) areas.polygons.push_back(std::move(feature.polygon));
    writeLabels(recipe, areas, problems);
    if (problems.count() != before) return std::nullopt;
    return areas;
}

}  // namespace dex
