#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/venues.h"
#include "compile/json_place.h"

namespace dex {

// A text with columns in it: "Mon {Monday opening times}".
struct CellTemplate {
    struct Part {
        std::string text;    // As it stands.
        std::string column;  // And behind it what stands in this column; blank: nothing.
    };
    std::vector<Part> parts;

    bool hasColumn() const;
    void addColumns(std::vector<std::string>& columns) const;
};

// `venues` of a recipe as data/recipes/schema.json describes it. Indices have taken the place of ids.
struct VenueRecipe {
    // Table: text or a workbook. Layer: points in a format of GDAL's. OpenReferral: JSON with services and locations.
    enum class Format : std::uint8_t { Table, Layer, OpenReferral };
    // The text of a field: the parts that are not blank, with commas between them.
    using Field = std::vector<CellTemplate>;

    struct List {
        std::string id, file, layer;
        Format format = Format::Table;
        std::map<std::string, std::vector<std::string>> where;
        // One kind for all, or which kind each text of a column stands for.
        std::uint32_t kind = 0;
        std::string kindColumn;
        std::map<std::string, std::uint32_t> kindOf;
        Field name, address, offers, opening, link, date, origin;
        std::string east, north, plane;  // Of a table; blank where there are none.
        std::string postcode;
        bool optional = false;
        std::uint32_t source = 0;  // Into `sources`.
    };
    // Polygons from which a venue is so many seconds on foot.
    struct CatchmentLayer {
        std::size_t list = 0;
        std::string file, layer, seconds;
        CellTemplate of;  // By the polygon's attributes, and
        CellTemplate is;  // by the venue's columns: letters and digits of both are the same.
        bool optional = false;
        std::uint32_t source = 0;
    };
    std::vector<Source> sources;
    std::vector<Venues::Kind> kinds;
    std::vector<List> lists;
    std::vector<CatchmentLayer> catchments;

    std::vector<std::string> files() const;
    bool needsPostcodes() const;
};

VenueRecipe readVenueRecipe(const JsonPlace& at);

}  // namespace dex
