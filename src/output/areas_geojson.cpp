#include "output/areas_geojson.h"

#include "base/json_text.h"
#include "geo/projection.h"
#include "output/cell_state_id.h"
#include "output/level_rings.h"
#include "output/number_text.h"

namespace dex {
namespace {

// 1e-7 degrees are about a centimetre.
constexpr int kDecimals = 7;

std::string quoted(std::string_view text) {
    std::string json;
    addJsonText(json, text);
    return json;
}

void addRing(const GridRing& points, int gridBits, std::string& out) {
    out += "[";
    for (std::size_t i = 0; i <= points.size(); ++i) {
        const LonLat place = toLonLat(toWorld(points[i % points.size()], gridBits));
        out += (i == 0 ? "[" : ",[") + numberText(place.lonDeg, kDecimals) + "," + numberText(place.latDeg, kDecimals) +
               "]";
    }
    out += "]";
}

void addPolygon(const GridPolygon& polygon, int gridBits, std::string& out) {
    out += "[";
    addRing(polygon.outline, gridBits, out);
    for (const GridRing& hole : polygon.holes) {
        out += ",";
        addRing(hole, gridBits, out);
    }
    out += "]";
}

void addGeometry(const std::vector<GridPolygon>& polygons, int gridBits, std::string& out) {
    const bool one = polygons.size() == 1;
    out += one ? "{\"type\":\"Polygon\",\"coordinates\":" : "{\"type\":\"MultiPolygon\",\"coordinates\":[";
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        if (i > 0) out += ",";
        addPolygon(polygons[i], gridBits, out);
    }
    out += one ? "}" : "]}";
}

void addCell(const std::string& id, const Column& column, std::size_t area, std::string& out) {
    const bool isThere = hasNumber(column.states[area]);
    const auto add = [&](const char* what, const std::vector<double>& numbers) {
        out += "," + quoted(id + what) + ":" + (isThere ? numberText(numbers[area], kExactly) : "null");
    };
    add("", column.values);
    if (column.hasCounts()) {
        add(".numerator", column.numerators);
        add(".denominator", column.denominators);
    }
    out += "," + quoted(id + ".state") + ":\"" + std::string(idOf(column.states[area])) + "\"";
}

}  // namespace

std::optional<std::string> areasGeoJson(const Library& library, const LevelColumns& columns, std::uint32_t level,
                                        std::span<const Tile> tiles) {
    const AtlasHead& head = *library.head();
    const AreaNames* names = library.names(level);
    const auto* grouping = library.grouping(level);
    if (!names || !grouping || tiles.empty()) return std::nullopt;
    std::vector<const Column*> cells;
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) {
        cells.push_back(columns.at(library, i, level));
        if (!cells.back()) return std::nullopt;
    }
    const auto polygons = levelPolygons(tiles, *grouping, head.levels[level].areaCount);

    std::string out = "{\"type\":\"FeatureCollection\",\"name\":" + quoted(head.levels[level].id) +
                      ",\"title\":" + quoted(head.title) + ",\"attribution\":" + quoted(head.attribution) +
                      ",\"features\":[\n";
    for (std::size_t area = 0; area < names->codes.size(); ++area) {
        out += "{\"type\":\"Feature\",\"properties\":{\"code\":" + quoted(names->codes[area]) +
               ",\"name\":" + quoted(names->names[area]);
        if (!names->details[area].empty()) out += ",\"detail\":" + quoted(names->details[area]);
        for (std::size_t i = 0; i < cells.size(); ++i) addCell(head.indicators[i].id, *cells[i], area, out);
        out += "},\"geometry\":";
        addGeometry(polygons[area], tiles[0].gridBits, out);
        out += area + 1 < names->codes.size() ? "},\n" : "}\n";
    }
    return out += "]}\n";
}

}  // namespace dex
