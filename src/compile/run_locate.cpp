#include <cstdio>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/csv.h"
#include "compile/number.h"
#include "compile/say.h"
#include "compile/table.h"
#include "compile/text.h"
#include "geo/projection.h"
#include "map/pick.h"
#include "output/csv_text.h"

namespace dex {

namespace {

std::string readStandardInput() {
    std::string text;
    char part[1 << 16];
    for (std::size_t size; (size = std::fread(part, 1, sizeof part, stdin)) > 0;) text.append(part, size);
    return text;
}

// The finest level of detail alone: its answer is the published one at its grid.
bool loadFinest(const AtlasFolder& atlas, TileStore& store, Problems& problems) {
    store.open(atlas.head().lods);
    const std::size_t lod = atlas.head().lods.size() - 1;
    for (std::size_t i = 0; i < atlas.head().lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        const TileKey key{static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)};
        if (!tile || !store.put(key, std::move(*tile))) return false;
    }
    return true;
}

double degreesIn(const Table& table, const Table::Row& row, std::size_t column, double max, Problems& problems) {
    const auto number = parseNumber(row.cells[column]);
    const double degrees = number ? number->toDouble() : 0;
    if (!number || degrees < -max || degrees > max) {
        problems.add(table.where(row, column), "expected degrees, found " + inQuotes(row.cells[column]));
    }
    return degrees;
}

}  // namespace

Exit runLocate(const std::string& path) {
    Problems problems;
    const auto atlas = AtlasFolder::open(path, problems);
    TileStore store;
    std::optional<AreaNames> names;
    if (atlas) names = atlas->names(0, problems);
    if (!names || !loadFinest(*atlas, store, problems)) {
        sayAll(problems);
        return Exit::Failed;
    }
    const std::string text = readStandardInput();
    const auto lines = parseCsv(text, "standard input", problems);
    const auto table = takeTable(lines, "standard input", "lon", {"lon", "lat"}, problems);
    std::string answer = "lon,lat,code,name\n";
    if (table) {
        if (table->notes > 0) problems.add("standard input", counted(table->notes, "row has", "rows have") + " no lon");
        for (const auto& row : table->rows) {
            const LonLat place{degreesIn(*table, row, 0, 180, problems), degreesIn(*table, row, 1, 90, problems)};
            const auto area = areaAt(store, toWorld(place));
            answer += row.cells[0] + "," + row.cells[1] + ",";
            if (area) answer += csvText(names->codes[*area]) + "," + csvText(names->names[*area]);
            answer += area ? "\n" : ",\n";
        }
    }
    if (problems.any()) {
        sayAll(problems);
        return Exit::Failed;
    }
    print(answer);
    return Exit::Done;
}

}  // namespace dex
