#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/level_rings.h"
#include "compile/report.h"
#include "compile/say.h"
#include "compile/text.h"
#include "geo/projection.h"

namespace dex {

namespace {

// 1e-7 degrees are about a centimetre.
constexpr int kDecimals = 7;

std::string shortest(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string degrees(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, kDecimals).ptr;
    return {text, end};
}

std::string jsonText(const std::string& text) { return nlohmann::json(text).dump(); }

class GeoJsonWriter {
public:
    explicit GeoJsonWriter(int gridBits) : gridBits_(gridBits) {}

    void feature(const std::string& properties, const std::vector<GridPolygon>& polygons) {
        out_ += "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":";
        const bool one = polygons.size() == 1;
        out_ += one ? "{\"type\":\"Polygon\",\"coordinates\":" : "{\"type\":\"MultiPolygon\",\"coordinates\":[";
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (i > 0) out_ += ",";
            polygon(polygons[i]);
        }
        out_ += one ? "}}" : "]}}";
    }
    void append(const std::string& text) { out_ += text; }

    // Prints what there is.
    void flush() {
        print(out_);
        out_.clear();
    }

private:
    void polygon(const GridPolygon& polygon) {
        out_ += "[";
        ring(polygon.outline);
        for (const GridRing& hole : polygon.holes) {
            out_ += ",";
            ring(hole);
        }
        out_ += "]";
    }

    void ring(const GridRing& points) {
        out_ += "[";
        for (std::size_t i = 0; i <= points.size(); ++i) {
            const LonLat place = toLonLat(toWorld(points[i % points.size()], gridBits_));
            out_ += (i == 0 ? "[" : ",[") + degrees(place.lonDeg) + "," + degrees(place.latDeg) + "]";
        }
        out_ += "]";
    }

    int gridBits_;
    std::string out_;
};

std::string cellText(const std::string& id, const Column& column, std::size_t area) {
    const CellState state = column.states[area];
    const std::string key = jsonText(id), stateKey = jsonText(id + ".state");
    std::string text = "," + key + ":" + (hasNumber(state) ? shortest(column.values[area]) : "null");
    if (column.hasCounts()) {
        const auto count = [&](const std::vector<double>& counts) {
            return hasNumber(state) ? shortest(counts[area]) : std::string("null");
        };
        text += "," + jsonText(id + ".numerator") + ":" + count(column.numerators);
        text += "," + jsonText(id + ".denominator") + ":" + count(column.denominators);
    }
    return text + "," + stateKey + ":\"" + std::string(stateWord(state)) + "\"";
}

std::string listed(const std::vector<Level>& levels) {
    std::string text;
    for (const Level& level : levels) text += (text.empty() ? "" : ", ") + level.id;
    return text;
}

bool write(const AtlasFolder& atlas, std::uint32_t level, std::size_t lod, Problems& problems) {
    const AtlasHead& head = atlas.head();
    const auto names = atlas.names(level, problems);
    const auto groupOf = atlas.grouping(level, problems);
    std::vector<Column> columns;
    for (std::size_t i = 0; i < head.indicators.size(); ++i) {
        auto column = atlas.columnAt(i, level, problems);
        if (column) columns.push_back(std::move(*column));
    }
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < head.lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        if (tile) tiles.push_back(std::move(*tile));
    }
    if (problems.any()) return false;
    const auto polygons = levelPolygons(tiles, *groupOf, head.levels[level].areaCount);

    GeoJsonWriter out(head.lods[lod].gridBits);
    out.append("{\"type\":\"FeatureCollection\",\"name\":" + jsonText(head.levels[level].id) + ",\"title\":" +
               jsonText(head.title) + ",\"attribution\":" + jsonText(head.attribution) + ",\"features\":[\n");
    for (std::size_t area = 0; area < names->codes.size(); ++area) {
        std::string properties =
            "\"code\":" + jsonText(names->codes[area]) + ",\"name\":" + jsonText(names->names[area]);
        if (!names->details[area].empty()) properties += ",\"detail\":" + jsonText(names->details[area]);
        for (std::size_t i = 0; i < columns.size(); ++i)
            properties += cellText(head.indicators[i].id, columns[i], area);
        out.feature(properties, polygons[area]);
        out.append(area + 1 < names->codes.size() ? ",\n" : "\n");
        out.flush();
    }
    out.append("]}\n");
    out.flush();
    return true;
}

}  // namespace

Exit runExport(const ExportOptions& options) {
    Problems problems;
    const auto atlas = AtlasFolder::open(options.atlas, problems);
    if (!atlas) {
        sayAll(problems);
        return Exit::Failed;
    }
    const auto& levels = atlas->head().levels;
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&](const Level& l) { return options.level.empty() || l.id == options.level; });
    if (level == levels.end()) {
        say("there is no level " + inQuotes(options.level) + ". The atlas has " + listed(levels));
        return Exit::AskedWrongly;
    }
    const int lods = static_cast<int>(atlas->head().lods.size());
    const int lod = options.lod.value_or(lods - 1);
    if (lod < 0 || lod >= lods) {
        say("there is no level of detail " + std::to_string(lod) + ". The atlas has 0 to " + std::to_string(lods - 1));
        return Exit::AskedWrongly;
    }
    if (write(*atlas, static_cast<std::uint32_t>(level - levels.begin()), static_cast<std::size_t>(lod), problems))
        return Exit::Done;
    sayAll(problems);
    return Exit::Failed;
}

}  // namespace dex
