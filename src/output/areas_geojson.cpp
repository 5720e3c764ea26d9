#include "output/areas_geojson.h"

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

    std::string geometry(const std::vector<GridPolygon>& polygons) const {
        const bool one = polygons.size() == 1;
        std::string out =
            one ? "{\"type\":\"Polygon\",\"coordinates\":" : "{\"type\":\"MultiPolygon\",\"coordinates\":[";
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (i > 0) out += ",";
            addPolygon(polygons[i], out);
        }
        return out + (one ? "}" : "]}");
    }

private:
    void addRing(const GridRing& points, std::string& out) const {
        out += "[";
        for (std::size_t i = 0; i <= points.size(); ++i) {
            // From the same point, the other way round.
            const std::size_t step = style_.isClockwise ? points.size() - i : i;
            const LonLat place = toLonLat(toWorld(points[step % points.size()], gridBits_));
            out += (i == 0 ? "[" : ",[") + numberText(place.lonDeg, style_.decimals) + "," +
                   numberText(place.latDeg, style_.decimals) + "]";
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

std::string propertiesOf(const AreaCells& cells, std::uint32_t area) {
    std::string out;
    for (const TableColumn& column : cells.columns()) {
        const AreaCell cell = cells.cell(column, area);
        if (column.kind == ColumnKind::Detail && cell.text.empty()) continue;
        out += (out.empty() ? "" : ",") + quoted(column.name) + ":";
        out += cell.text.empty() ? "null" : cell.isNumber ? cell.text : quoted(cell.text);
    }
    return out;
}

}  // namespace

AreasGeoJson::AreasGeoJson(const Library& library, const AreaCells& cells, std::span<const Tile> tiles,
                           const GeoJsonStyle& style)
    : library_(library), cells_(cells) {
    const auto polygons = levelPolygons(tiles, *library.grouping(cells.shape().level), cells.areaCount());
    const GeometryWriter writer(tiles.empty() ? 0 : tiles[0].gridBits, style);
    for (std::uint32_t area = 0; area < cells.areaCount(); ++area)
        features_.push_back("{\"type\":\"Feature\",\"properties\":{" + propertiesOf(cells, area) +
                            "},\"geometry\":" + writer.geometry(polygons[area]) + "}");
}

std::string AreasGeoJson::text(const std::optional<LevelArea>& place) const {
    const AtlasHead& head = *library_.head();
    const std::uint32_t level = cells_.shape().level;
    std::vector<std::uint32_t> placeOf;
    if (place) placeOf = parentsAt(library_, level, place->level);
    std::string out = "{\"type\":\"FeatureCollection\",\"name\":" + quoted(head.levels[level].id) +
                      ",\"title\":" + quoted(head.title) + ",\"attribution\":" + quoted(head.attribution) +
                      ",\"features\":[";
    bool isFirst = true;
    for (std::uint32_t area = 0; area < features_.size(); ++area) {
        if (!cells_.isInScope(area) || (place && placeOf[area] != place->area)) continue;
        out += (isFirst ? "\n" : ",\n") + features_[area];
        isFirst = false;
    }
    return out + "\n]}\n";
}

TableShape geoJsonShape(std::uint32_t level, bool hasDots) {
    return {.level = level, .hasDetail = true, .hasDots = hasDots};
}

}  // namespace dex
