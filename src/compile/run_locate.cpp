#include <cstdio>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/read_text.h"
#include "compile/say.h"
#include "compile/table_words.h"
#include "compile/text.h"
#include "geo/projection.h"
#include "map/pick.h"
#include "output/csv_text.h"
#include "table/number.h"

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

// A number with a decimal comma needs quotes where commas part the columns.
std::string asItCame(const std::string& cell) {
    return cell.find(',') == std::string::npos ? cell : "\"" + cell + "\"";
}

// Nobody parts thousands of degrees: where the cells do not say what a sign is, it is that of decimals.
char decimalOfDegrees(const Table& table, Problems& problems) {
    TableProblems found;
    if (const auto sign = decimalSignOf(table, {0, 1}, found)) return *sign;
    if (found[0].trouble == TableTrouble::MixedDecimals)
        problems.add(table.file, "has degrees with a decimal point and with a decimal comma. Write all of them alike");
    return found[0].texts[0].find(',') != std::string::npos ? ',' : '.';
}

double degreesIn(const Table& table, const Table::Row& row, std::size_t column, char decimal, double max,
                 Problems& problems) {
    const auto number = parseNumber(row.cells[column], decimal);
    const double degrees = number ? number->toDouble() : 0;
    if (!number || degrees < -max || degrees > max) {
        problems.add(whereIn(table, row, column), "expected degrees, found " + inQuotes(row.cells[column]));
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
    const auto rows = rowsOf(text, "standard input", {}, problems);
    TableProblems found;
    std::optional<Table> table;
    if (rows) table = takeTable(*rows, "standard input", "lon", {"lon", "lat"}, found);
    addAll(found, "standard input", problems);
    std::string answer = "lon,lat,code,name\n";
    if (table) {
        const char decimal = decimalOfDegrees(*table, problems);
        if (table->notes > 0) problems.add("standard input", counted(table->notes, "row has", "rows have") + " no lon");
        for (const auto& row : table->rows) {
            const LonLat place{degreesIn(*table, row, 0, decimal, 180, problems),
                               degreesIn(*table, row, 1, decimal, 90, problems)};
            const auto area = areaAt(store, toWorld(place));
            answer += asItCame(row.cells[0]) + "," + asItCame(row.cells[1]) + ",";
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
