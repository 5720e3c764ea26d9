#include <algorithm>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/write_file.h"
#include "compile/write_table.h"
#include "output/areas_csv.h"
#include "output/areas_geojson.h"
#include "output/number_text.h"

namespace dex {

namespace {

std::string listed(const std::vector<Level>& levels) {
    std::string text;
    for (const Level& level : levels) text += (text.empty() ? "" : ", ") + level.id;
    return text;
}

std::optional<std::uint32_t> exportedLevel(const ExportOptions& options, const AtlasHead& head, Problems& wrong) {
    // The small areas come first, and are what is found where no level is asked for.
    const auto level = std::find_if(head.levels.begin(), head.levels.end(),
                                    [&](const Level& l) { return options.level.empty() || l.id == options.level; });
    if (level != head.levels.end()) return static_cast<std::uint32_t>(level - head.levels.begin());
    wrong.add("--level", "there is no level " + inQuotes(options.level) + ". The atlas has " + listed(head.levels));
    return std::nullopt;
}

void checkOptions(const ExportOptions& options, const AtlasHead& head, Problems& wrong) {
    const int lods = static_cast<int>(head.lods.size());
    if (options.lod && (*options.lod < 0 || *options.lod >= lods))
        wrong.add("--lod", "there is no level of detail " + std::to_string(*options.lod) + ". The atlas has 0 to " +
                               std::to_string(lods - 1));
    if (!options.winding.empty() && options.winding != "rfc7946" && options.winding != "d3")
        wrong.add("--winding", "expected rfc7946 or d3, found " + inQuotes(options.winding));
    if (options.isCsv && (options.lod || !options.winding.empty()))
        wrong.add(options.lod ? "--lod" : "--winding", "a CSV has no outlines. Ask for --geojson, or leave it out");
    if (!options.isCsv && options.hasMark)
        wrong.add("--bom", "JSON must not begin with a byte-order mark. Ask for --csv, or leave it out");
}

// Nothing where something is wrong with the atlas.
std::optional<std::string> geoJsonOf(const AtlasFolder& atlas, const ExportOptions& options, const Library& library,
                                     std::uint32_t level, Problems& problems) {
    const auto& lods = atlas.head().lods;
    const std::size_t lod = options.lod ? static_cast<std::size_t>(*options.lod) : lods.size() - 1;
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        if (!tile) return std::nullopt;
        tiles.push_back(std::move(*tile));
    }
    const LevelColumns columns;
    const auto cells =
        AreaCells::of(library, columns, nullptr, geoJsonShape(level, options.hasDots), {.decimals = kExactly});
    return AreasGeoJson(library, cells.value(), tiles, {}, {.isClockwise = options.winding == "d3"}).rest();
}

bool writeExport(const AtlasFolder& atlas, const ExportOptions& options, std::uint32_t level, Problems& problems) {
    Library library;
    if (!atlas.supplyTable(level, library, problems)) return false;
    const AreasCsv how{.decimals = kExactly, .hasMark = options.hasMark, .hasDots = options.hasDots};
    const auto text =
        options.isCsv ? figuresCsv(library, {}, level, how) : geoJsonOf(atlas, options, library, level, problems);
    if (!text) return false;
    // On standard output there is no file beside which the guide could stand.
    if (options.out.empty()) {
        print(*text);
        return true;
    }
    if (options.isCsv) return writeTable(options.out, *text, atlas.head(), figuresShape(level, how), "");
    if (writeFile(options.out, asBytes(*text))) return true;
    problems.add(options.out, "could not be written. Is the folder there, and is there room on the disk?");
    return false;
}

}  // namespace

Exit runExport(const ExportOptions& options) {
    Problems wrong, problems;
    const auto atlas = AtlasFolder::open(options.atlas, problems);
    if (!atlas) {
        sayAll(problems);
        return Exit::Failed;
    }
    const auto level = exportedLevel(options, atlas->head(), wrong);
    checkOptions(options, atlas->head(), wrong);
    if (wrong.any()) {
        sayAll(wrong);
        return Exit::AskedWrongly;
    }
    if (writeExport(*atlas, options, *level, problems)) return Exit::Done;
    sayAll(problems);
    return Exit::Failed;
}

}  // namespace dex
