#include "output/areas_geojson.h"

#include <algorithm>

#include "base/json_text.h"
#include "geo/projection.h"
#include "output/level_rings.h"
#include "output/number_text.h"
#include "stats/summary.h"

namespace dex {
namespace {

std::string quoted(std::string_view text) {
    std::string json;
    addJsonText(json, text);
    return json;
}

class GeometryWriter {
public:
    GeometryWriter(int gridBits, const GeoJsonStyle& style) : gridBits_(gridBits), style_(style) {}

    void add(const std::vector<GridPolygon>& polygons, std::string& out) const {
        const bool one = polygons.size() == 1;
        out += one ? "{\"type\":\"Polygon\",\"coordinates\":" : "{\"type\":\"MultiPolygon\",\"coordinates\":[";
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (i > 0) out += ",";
            addPolygon(polygons[i], out);
        }
        out += one ? "}" : "]}";
    }

private:
    void addRing(const GridRing& points, std::string& out) const {
        out += "[";
        for (std::size_t i = 0; i <= points.size(); ++i) {
            // From the same point, the other way round.
            const std::size_t step = style_.isClockwise ? points.size() - i : i;
            const LonLat place = toLonLat(toWorld(points[step % points.size()], gridBits_));
            out.append(i == 0 ? "[" : ",[").append(numberText(place.lonDeg, style_.decimals)).append(",");
            out.append(numberText(place.latDeg, style_.decimals)).append("]");
        }
        out += "]";
    }

    void addPolygon(const GridPolygon& polygon, std::string& out) const {
        out += "[";
        addRing(polygon.outline, out);
        for (const GridRing& hole : polygon.holes) {
            out += ",";
            addRing(hole, out);
        }
        out += "]";
    }

    int gridBits_;
    const GeoJsonStyle& style_;
};

void addProperties(const AreaCells& cells, std::uint32_t area, std::string& out) {
    bool isFirst = true;
    for (const TableColumn& column : cells.columns()) {
        const AreaCell cell = cells.cell(column, area);
        if (column.kind == ColumnKind::Detail && cell.text.empty()) continue;
        if (!isFirst) out += ",";
        isFirst = false;
        addJsonText(out, column.name);
        out += ":";
        if (cell.text.empty())
            out += "null";
        else if (cell.isNumber)
            out += cell.text;
        else
            addJsonText(out, cell.text);
    }
}

// What lies in none of the areas belongs nowhere: no outline is made of it.
std::vector<std::uint32_t> groupingOf(const std::vector<std::uint32_t>& areas, std::vector<std::uint32_t> groups) {
    for (std::uint32_t& group : groups) {
        if (!std::binary_search(areas.begin(), areas.end(), group)) group = kNoGroup;
    }
    return groups;
}

}  // namespace

AreasGeoJson::AreasGeoJson(const Library& library, const AreaCells& cells, std::span<const Tile> tiles,
                           const TableRows& rows, const GeoJsonStyle& style)
    : TableText(library, cells, rows),
      style_(style),
      gridBits_(tiles.empty() ? 0 : tiles[0].gridBits),
      outlines_(levelPolygons(tiles, groupingOf(areas(), *library.grouping(cells.shape().level)), cells.areaCount())) {}

void AreasGeoJson::begin(std::string& out) const {
    const AtlasHead& head = *library().head();
    out += "{\"type\":\"FeatureCollection\",\"name\":" + quoted(head.levels[cells().shape().level].id) +
           ",\"title\":" + quoted(head.title) + ",\"attribution\":" + quoted(head.attribution) + ",\"features\":[";
}

void AreasGeoJson::addRow(std::uint32_t area, bool isFirst, std::string& out) const {
    out += isFirst ? "\n" : ",\n";
    out += "{\"type\":\"Feature\",\"properties\":{";
    addProperties(cells(), area, out);
    out += "},\"geometry\":";
    GeometryWriter(gridBits_, style_).add(outlines_[area], out);
    out += "}";
}

void AreasGeoJson::end(std::string& out) const { out += "\n]}\n"; }

TableShape geoJsonShape(std::uint32_t level, bool hasDots) {
    return {.level = level, .hasDetail = true, .hasDots = hasDots};
}

}  // namespace dex
