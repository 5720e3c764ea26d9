#include <algorithm>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/say.h"
#include "compile/text.h"
#include "output/areas_geojson.h"

namespace dex {

namespace {

std::string listed(const std::vector<Level>& levels) {
    std::string text;
    for (const Level& level : levels) text += (text.empty() ? "" : ", ") + level.id;
    return text;
}

// Nothing where something is wrong with the atlas.
std::optional<std::string> geoJsonOf(const AtlasFolder& atlas, std::uint32_t level, std::size_t lod,
                                     Problems& problems) {
    Library library;
    if (!atlas.supplyTable(level, library, problems)) return std::nullopt;
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < atlas.head().lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        if (!tile) return std::nullopt;
        tiles.push_back(std::move(*tile));
    }
    return areasGeoJson(library, {}, level, tiles);
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
    const auto text =
        geoJsonOf(*atlas, static_cast<std::uint32_t>(level - levels.begin()), static_cast<std::size_t>(lod), problems);
    if (!text) {
        sayAll(problems);
        return Exit::Failed;
    }
    print(*text);
    return Exit::Done;
}

}  // namespace dex
