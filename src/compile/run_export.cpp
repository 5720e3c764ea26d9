#include <algorithm>

#include "compile/ask_areas.h"
#include "compile/asked.h"
#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/write_file.h"
#include "compile/write_table.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "output/areas_csv.h"
#include "output/areas_geojson.h"
#include "output/number_text.h"
#include "output/table_form.h"
#include "risk/spec_id.h"

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
    if (!options.view.empty() && !options.level.empty())
        wrong.add("--level", "a view says its level itself, as by=" + options.level + ". Leave one of them out");
    if (!options.view.empty() && !options.only.empty())
        wrong.add("--only", "a view says its areas itself. Name them as compare= in it, with --compared");
    if (options.view.empty() && options.isOfCompared)
        wrong.add("--compared", "only a view compares areas. Ask for --view, or name them with --only");
    if (!options.isCsv && options.hasMark)
        wrong.add("--bom", "JSON must not begin with a byte-order mark. Ask for --csv, or leave it out");
}

// What is written, with all that its cells refer to.
struct Exported {
    Library library;
    Analysis analysis;
    std::optional<AreaCells> cells;
    TableRows rows;
    std::string spec;  // Of scores.
};

bool readFigures(const AtlasFolder& atlas, const ExportOptions& options, std::uint32_t level, Exported& table,
                 Problems& wrong, Problems& problems) {
    if (!atlas.supplyTable(level, table.library, problems)) return false;
    table.rows = askedRows(options.only, level, table.library, wrong);
    const TableShape shape =
        options.isCsv ? figuresShape(level, {.hasDots = options.hasDots}) : geoJsonShape(level, options.hasDots);
    table.cells = AreaCells::of(table.library, table.analysis.columns(), nullptr, shape, {.decimals = kExactly});
    return table.cells.has_value();
}

bool readShown(const AtlasFolder& atlas, const ExportOptions& options, Exported& table, Problems& wrong,
               Problems& problems) {
    const AtlasHead& head = atlas.head();
    const ViewState asked = askedView(options.view, wrong);
    if (wrong.any() || !atlas.supply(filesOfScopes(head), table.library, problems)) return false;
    const auto view = fittedView(asked, table.library, wrong);
    if (!view || !answerView(atlas, *view, table.library, wrong, problems)) return false;
    const Chosen chosen = resolve(*view, table.library);
    if (!atlas.supply(wantedFor(chosen, table.library).then, table.library, problems) ||
        !atlas.supplyTable(chosen.level, table.library, problems))
        return false;
    table.analysis.update(chosen, table.library);
    table.cells = cellsOf(table.library, table.analysis, shownForm(chosen, options.hasDots));
    // Those compared may lie anywhere.
    if (options.isOfCompared)
        table.rows.areas = chosen.compared;
    else
        table.rows.place = chosen.place;
    if (options.isOfCompared && chosen.compared.empty())
        wrong.add("--compared", "the view compares no areas. Name them as compare=borough:E09000028,…");
    else if (options.isOfCompared && table.cells)
        checkRows(
            table.rows, "--compared", chosen.level, [&](auto area) { return table.cells->isInScope(area); },
            table.library, wrong);
    if (table.cells && table.cells->shape().hasScores)
        table.spec = specId(head, chosen.weights, chosen.arithmetic, chosen.level, scopeOf(chosen, table.library));
    return table.cells.has_value();
}

// Nothing where something is wrong with the atlas.
std::optional<std::string> textOf(const AtlasFolder& atlas, const ExportOptions& options, const Exported& table,
                                  Problems& problems) {
    if (options.isCsv)
        return CsvTable(table.library, *table.cells, {.rows = table.rows, .hasMark = options.hasMark}).rest();
    const auto& lods = atlas.head().lods;
    const std::size_t lod = options.lod ? static_cast<std::size_t>(*options.lod) : lods.size() - 1;
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        if (!tile) return std::nullopt;
        tiles.push_back(std::move(*tile));
    }
    const GeoJsonStyle style{.isClockwise = options.winding == "d3"};
    return AreasGeoJson(table.library, *table.cells, tiles, table.rows, style).rest();
}

bool writeExport(const AtlasFolder& atlas, const ExportOptions& options, const Exported& table, Problems& problems) {
    const auto text = textOf(atlas, options, table, problems);
    if (!text) return false;
    // On standard output there is no file beside which the guide could stand.
    if (options.out.empty()) {
        print(*text);
        return true;
    }
    if (options.isCsv) return writeTable(options.out, *text, atlas.head(), table.cells->shape(), table.spec);
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
    Exported table;
    const bool isRead =
        !wrong.any() && (options.view.empty() ? readFigures(*atlas, options, *level, table, wrong, problems)
                                              : readShown(*atlas, options, table, wrong, problems));
    if (wrong.any()) {
        sayAll(wrong);
        return Exit::AskedWrongly;
    }
    if (isRead && writeExport(*atlas, options, table, problems)) return Exit::Done;
    sayAll(problems);
    return Exit::Failed;
}

}  // namespace dex
