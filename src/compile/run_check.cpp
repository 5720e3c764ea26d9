#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "compile/atlas_folder.h"
#include "compile/audit_lod.h"
#include "compile/commands.h"
#include "compile/say.h"
#include "compile/text.h"
#include "output/cell_state_id.h"

namespace dex {

namespace {

using OrderedJson = nlohmann::ordered_json;

// In the order of FileKind.
constexpr std::array<const char*, 12> kKinds = {"head",   "tiles",     "columns", "classes", "names",   "groupings",
                                                "recipe", "gazetteer", "points",  "venues",  "minutes", "postcodes"};

std::string padded(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

// Names and places: codes rise, every anchor stands in its box.
void checkLevel(const AtlasFolder& atlas, std::uint32_t level, std::string& out, Problems& problems) {
    const Level& shown = atlas.head().levels[level];
    const auto names = atlas.names(level, problems);
    const auto groupOf = atlas.grouping(level, problems);
    if (!names || !groupOf) return;
    const std::string file = atlas.head().files[shown.names].name;
    if (!std::is_sorted(names->codes.begin(), names->codes.end())) problems.add(file, "the codes are not in order");
    if (std::adjacent_find(names->codes.begin(), names->codes.end()) != names->codes.end())
        problems.add(file, "a code is there twice");
    for (std::size_t i = 0; i < names->codes.size(); ++i) {
        if (!names->boxes[i].contains(names->anchors[i]))
            problems.add(file, "the label of " + names->codes[i] + " is outside its area");
    }
    std::vector<bool> used(shown.areaCount);
    for (const std::uint32_t group : *groupOf) used[group] = true;
    if (std::count(used.begin(), used.end(), false) > 0) problems.add(file, "an area of the level has no small areas");
    out += "  " + padded(grouped(shown.areaCount), 7) + "  " + shown.plural + (shown.bestFit ? " (best fit)" : "") +
           "  " + shown.id + "\n";
}

void checkLod(const AtlasFolder& atlas, std::size_t lod, std::string& out, Problems& problems) {
    const Lod& shown = atlas.head().lods[lod];
    std::vector<Tile> tiles;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < shown.tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        // The audit would say of every area in it that it is in no tile.
        if (!tile) return;
        const TileInfo& info = shown.tiles[i];
        const std::string name = atlas.head().files[info.file].name;
        if (tile->gridBits != shown.gridBits || tile->box != info.box)
            problems.add(name, "is not where the head says it is");
        if (tile->areas.size() != info.areaCount || tile->triangles.size() != std::size_t{3} * info.triangleCount) {
            problems.add(name, "has a different number of areas or triangles from what the head says");
        }
        bytes += atlas.head().files[info.file].bytes;
        tiles.push_back(std::move(*tile));
    }
    const LodCounts counts =
        auditLod(tiles, atlas.head().areaCount(), "level of detail " + std::to_string(lod), problems);
    out += "  " + std::to_string(lod) + "  grid 2^" + std::to_string(shown.gridBits) + "  " +
           counted(tiles.size(), "tile", "tiles") + ", " + counted(counts.areas, "area", "areas") + ", " +
           counted(counts.parts, "part", "parts") + ", " + counted(counts.holes, "hole", "holes") + ", " +
           counted(counts.edges, "edge", "edges") + ", " + counted(counts.triangles, "triangle", "triangles") + ", " +
           grouped(bytes) + " bytes\n";
}

void checkIndicator(const AtlasFolder& atlas, const Indicator& shown, std::string& out, Problems& problems) {
    const Level& level = atlas.head().levels[shown.level];
    const auto column = atlas.column(shown.column, level.areaCount, problems);
    if (!column) return;
    std::array<std::uint32_t, static_cast<std::size_t>(CellState::kCount)> cells{};
    for (const CellState state : column->states) ++cells[static_cast<std::size_t>(state)];
    std::string states;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] > 0)
            states +=
                (states.empty() ? "" : ", ") + grouped(cells[i]) + " " + std::string(idOf(static_cast<CellState>(i)));
    }
    out += "  " + padded(grouped(atlas.head().files[shown.column].bytes), 7) + "  " + shown.id + "  " + shown.label +
           "; by " + level.id + ": " + states + "\n";
}

void checkRest(const AtlasFolder& atlas, Problems& problems) {
    const AtlasHead& head = atlas.head();
    for (const FileIndex file : {head.residents, head.households}) {
        if (file != kNoFile) atlas.column(file, head.areaCount(), problems);
    }
    atlas.classes(problems);
    // Files that nothing above has opened still have to be what their names say.
    for (FileIndex i = 0; i < head.files.size(); ++i) {
        if (head.files[i].kind == FileKind::Recipe) atlas.bytes(i, problems);
    }
    for (const std::string& name : atlas.firstNames()) {
        const bool known =
            std::any_of(head.files.begin(), head.files.end(), [&](const AtlasFile& f) { return f.name == name; });
        if (!known) problems.add("atlas.json", "names a file that is not in the head: " + name);
    }
}

// Points that nobody published stand in the boxes of their areas.
void checkPoints(const AtlasFolder& atlas, std::string& out, Problems& problems) {
    const auto points = atlas.points(problems);
    const auto names = points && !points->all.empty() ? atlas.names(0, problems) : std::nullopt;
    if (!names) return;
    const std::string file = atlas.head().files[atlas.head().points].name;
    std::uint64_t interior = 0;
    for (std::size_t i = 0; i < points->all.size(); ++i) {
        if (points->isInterior[i] == 0) continue;
        ++interior;
        const GridPoint at = toGrid(toWorld(toLonLat(points->all[i])), kAnchorBits);
        if (!names->boxes[i].contains(at))
            problems.add(file, "the point of " + names->codes[i] + " is outside its area");
    }
    out += "\nPoints of areas\n  " + padded(grouped(points->all.size() - interior), 7) + "  published" +
           (points->source ? ": " + points->source->publisher + ", " + points->source->title : "") + "\n  " +
           padded(grouped(interior), 7) + "  inside their areas\n";
}

// Venues by kind, and the minutes to them, which are for these venues and no others.
void checkVenues(const AtlasFolder& atlas, std::string& out, Problems& problems) {
    const auto venues = atlas.venues(problems);
    const auto minutes = venues ? atlas.minutes(problems) : std::nullopt;
    if (!minutes || venues->all.empty()) return;
    if (!minutes->all.empty() && !fits(*minutes, *venues))
        problems.add(atlas.head().files[atlas.head().minutes].name, "is of other venues than those of the atlas");
    out += "\nPlaces that help\n";
    for (std::uint32_t kind = 0; kind < venues->kinds.size(); ++kind) {
        const auto count = std::count_if(venues->all.begin(), venues->all.end(),
                                         [&](const Venue& venue) { return venue.kind == kind; });
        out += "  " + padded(grouped(static_cast<std::uint64_t>(count)), 7) + "  " + venues->kinds[kind].plural + "\n";
    }
    for (const Catchments& one : minutes->all) {
        std::uint64_t within = 0;
        for (std::uint32_t area = 0; area < one.bandOf.size(); ++area) within += one.isWithin(area) ? 1 : 0;
        out += "  " + padded(grouped(within), 7) + "  areas within " + std::to_string(one.bands.back()) +
               " minutes on foot (" + one.source.title + ", " + one.source.licence + ")\n";
    }
}

// Every file of postcodes; how many postcodes there are in all.
std::uint64_t checkPostcodes(const AtlasFolder& atlas, const Gazetteer& gazetteer, Problems& problems) {
    std::uint64_t count = 0;
    for (const auto& outward : gazetteer.outwards) {
        const auto postcodes = atlas.postcodes(outward, problems);
        count += postcodes ? postcodes->all.size() : 0;
    }
    return count;
}

void listSizes(const AtlasFolder& atlas, const Gazetteer& gazetteer, std::string& out) {
    std::array<std::uint64_t, kKinds.size()> bytes{}, counts{};
    // Neither the head nor files of postcodes stand in the head's list.
    bytes[0] = atlas.headBytes();
    counts[0] = 1;
    for (const AtlasFile& file : atlas.head().files) {
        bytes[static_cast<std::size_t>(file.kind)] += file.bytes;
        ++counts[static_cast<std::size_t>(file.kind)];
    }
    for (const auto& outward : gazetteer.outwards) {
        bytes[static_cast<std::size_t>(outward.file.kind)] += outward.file.bytes;
        ++counts[static_cast<std::size_t>(outward.file.kind)];
    }
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        all += bytes[i];
        if (counts[i] > 0)
            out += "  " + padded(grouped(bytes[i]), 9) + "  " + kKinds[i] + " (" + grouped(counts[i]) + ")\n";
    }
    out += "  " + padded(grouped(all), 9) + "  in total\n";
}

// What a script asks of an atlas: files by what they are for.
std::string asJson(const AtlasHead& head, const Gazetteer& gazetteer) {
    const auto nameOf = [&](FileIndex file) { return head.files[file].name; };
    OrderedJson levels = OrderedJson::array(), lods = OrderedJson::array(), indicators = OrderedJson::array();
    for (const Level& level : head.levels) levels.push_back({{"id", level.id}, {"areas", level.areaCount}});
    for (const Lod& lod : head.lods) {
        OrderedJson tiles = OrderedJson::array();
        std::uint64_t triangles = 0;
        for (const TileInfo& tile : lod.tiles) {
            tiles.push_back(nameOf(tile.file));
            triangles += tile.triangleCount;
        }
        lods.push_back({{"gridBits", lod.gridBits}, {"triangles", triangles}, {"tiles", tiles}});
    }
    for (const Indicator& one : head.indicators) {
        indicators.push_back(
            {{"id", one.id}, {"isNeed", one.kind == IndicatorKind::Need}, {"column", nameOf(one.column)}});
    }
    OrderedJson postcodes = OrderedJson::array();
    for (const auto& outward : gazetteer.outwards) postcodes.push_back(outward.file.name);
    return OrderedJson{
        {"title", head.title}, {"levels", levels}, {"lods", lods}, {"indicators", indicators}, {"postcodes", postcodes}}
        .dump(2);
}

}  // namespace

Exit runCheck(const std::string& path, bool json) {
    Problems problems;
    const auto atlas = AtlasFolder::open(path, problems);
    std::string out;
    const auto gazetteer = atlas ? atlas->gazetteer(problems) : std::nullopt;
    if (gazetteer) {
        const AtlasHead& head = atlas->head();
        out += head.title + "\n\nLevels\n";
        for (std::uint32_t i = 0; i < head.levels.size(); ++i) checkLevel(*atlas, i, out, problems);
        out += "\nLevels of detail\n";
        for (std::size_t i = 0; i < head.lods.size(); ++i) checkLod(*atlas, i, out, problems);
        out += "\nIndicators, with the bytes of their columns\n";
        for (const Indicator& one : head.indicators) checkIndicator(*atlas, one, out, problems);
        checkRest(*atlas, problems);
        checkPoints(*atlas, out, problems);
        checkVenues(*atlas, out, problems);
        const std::uint64_t postcodes = checkPostcodes(*atlas, *gazetteer, problems);
        if (postcodes > 0)
            out += "\nPostcodes\n  " + padded(grouped(postcodes), 7) + "  by " +
                   counted(gazetteer->outwards.size(), "outward code", "outward codes") + "\n";
        out += "\nBytes\n";
        listSizes(*atlas, *gazetteer, out);
    }
    // Nothing of the answer is printed where something is wrong: a script would take it for good.
    if (problems.any()) {
        sayAll(problems);
        return Exit::Failed;
    }
    print(json ? asJson(atlas->head(), *gazetteer) + "\n" : out + "\nNo errors.\n");
    return Exit::Done;
}

}  // namespace dex
