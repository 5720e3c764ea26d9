#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/geometry_build.h"
#include "compile/file_settings.h"
#include "compile/problems.h"
#include "compile/venue_recipe.h"
#include "table/number.h"

namespace dex {

// A recipe as data/recipes/schema.json describes it, member for member. Indices have taken the place of ids.
struct Recipe {
    struct Lookup {
        std::string file, key, code, name;  // Without a file, `code` and `name` are attributes of the base layer.
    };
    struct Base {
        std::string id, singular, plural;
        std::string file, layer, code, name;
        std::string label, detail;
        std::vector<std::string> leaveOut;  // Codes.
    };
    struct Names {
        std::string file, key, name;
    };
    // Every area of a kind, of which a grouping may have fewer: those that no small area fits.
    struct WholeList {
        std::string file, layer, code, name, within;
        bool optional = false;
    };
    struct Grouping {
        std::string id, singular, plural;
        bool bestFit = false;
        std::optional<WholeList> all;
        Lookup from;
        std::optional<Names> names;
        std::string label, detail;
    };
    struct Carry {
        std::string id, words;
        std::string lookupFile, from, to, change;
        std::vector<std::string> unchanged, split, merged, complex;
        std::string weightsFile, weightsKey, weightsColumn;
        int decimals = 0;
    };
    enum class GeographyKind : std::uint8_t { Level, Carry };
    struct Geography {
        GeographyKind kind = GeographyKind::Level;
        std::size_t index = 0;  // Level, 0 being the base; or into `carries`.
    };
    struct Table {
        std::string id, file, key;
        Geography geography;
        std::map<std::string, CellState> marks;
        bool optional = false;
        std::uint32_t source = 0;
    };
    // One cell, the sum of several, or the sum of a long table's rows of some classes.
    struct Quantity {
        std::vector<std::string> columns;  // Of which `rows` asks for two: the class and the count.
        bool rows = false;
        bool allClasses = false;
        std::vector<std::string> classes;
        // Of a table with several rows an area, those that are meant: whose column has one of these texts.
        std::map<std::string, std::vector<std::string>> where;
    };
    struct Value {
        Quantity number;                      // Or the numerator of a share.
        std::optional<Quantity> denominator;  // Present: a share.
        std::optional<Number> subtractFrom;
        CellState state = CellState::Value;
    };
    struct PostcodeList {
        std::string file, key, east, north;
        std::string plane;  // "EPSG:27700"
        std::string ended;  // Column with the date from which a postcode is no longer used; blank: none.
        double nearestMetres = 0;
        bool optional = false;
    };
    // Where small areas are when distances are asked.
    struct PointTable {
        std::string file, key, longitude, latitude;
        bool optional = false;
        std::uint32_t source = 0;
    };
    struct Measure {
        std::size_t table = 0;
        Quantity value;
    };
    struct IndicatorRecipe {
        Indicator shown;  // All but level, column and rollUp's consequences.
        std::size_t table = 0;
        Value value;
    };

    std::string id, title, place, attribution;
    std::vector<Source> sources;
    FileSettingsByName files;
    Base base;
    std::vector<Grouping> groupings;
    std::vector<Carry> carries;
    std::vector<Table> tables;
    std::optional<PostcodeList> postcodes;
    std::optional<PointTable> points;
    std::optional<VenueRecipe> venues;
    std::optional<Measure> residents, households;
    std::vector<IndicatorRecipe> indicators;
    std::optional<Index> index;
    DefaultView defaultView;
    std::vector<LodSpec> lods;
    std::string canonical;  // The recipe as it travels in the atlas: JSON without blanks, members in order of name.
};

// `name` is what the file is called in messages. Mistakes are answered with the place in the recipe and what was
// expected there: `$.indicators[2].display: expected "percent" or "number", found "per cent"`.
// `absentTables` are ids of optional tables whose file is missing: they, their indicators and those indicators' places
// in the index are left out.
std::optional<Recipe> readRecipe(const std::string& json, const std::string& name,
                                 const std::vector<std::string>& absentTables, Problems& problems);

}  // namespace dex
