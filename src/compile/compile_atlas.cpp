#include "compile/compile_atlas.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/encode.h"
#include "archive/geometry_build.h"
#include "compile/area_points.h"
#include "compile/areas.h"
#include "compile/check_places.h"
#include "compile/columns.h"
#include "compile/inside_source.h"
#include "compile/letters.h"
#include "compile/postcodes.h"
#include "compile/read_venues.h"
#include "compile/recipe.h"
#include "compile/text.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "words/status_text.h"

namespace dex {

namespace {

// Reads the recipe; a second time without those optional tables whose files are absent.
std::optional<Recipe> readWhatIsThere(const std::string& json, const std::string& name, const SourceFiles& files,
                                      Report& report, Problems& problems) {
    auto recipe = readRecipe(json, name, {}, problems);
    if (!recipe) return std::nullopt;
    for (const auto& table : recipe->tables) {
        if (table.optional && !files.has(table.file)) report.leftOut.push_back(table.id);
    }
    return report.leftOut.empty() ? std::move(recipe) : readRecipe(json, name, report.leftOut, problems);
}

std::optional<AtlasGeometry> geometryOf(const Recipe& recipe, const Areas& areas, Report& report, Problems& problems) {
    std::vector<GroupingSpec> groupings;
    for (std::size_t level = 1; level < areas.levels.size(); ++level) {
        groupings.push_back({areas.levels[level].of, static_cast<std::uint32_t>(areas.levels[level].codes.size())});
    }
    auto geometry = buildGeometry(areas.polygons, recipe.lods, groupings, report.geometry);
    if (geometry.ok()) return std::move(geometry).value();
    // The number of the area at fault, where it is one's.
    const auto at = static_cast<std::size_t>(geometry.error().where);
    const auto& codes = areas.levels[0].codes;
    if (geometry.error().status == Status::BadShape && at < codes.size()) {
        problems.add(
            recipe.base.file + ", area " + inQuotes(codes[at]),
            "nothing of it can be drawn: it has no inside, crosses itself, is smaller than a centimetre, or lies "
            "under other areas. Repair it (ogr2ogr -makevalid), or leave it out: \"base\": {\"leaveOut\": [" +
                inQuotes(codes[at]) + "]}");
        return std::nullopt;
    }
    problems.add(recipe.base.file + (at < codes.size() ? ", area " + inQuotes(codes[at]) : ""),
                 std::string(statusText(Language::English, geometry.error().status)));
    return std::nullopt;
}

// Of a level's areas, as the atlas keeps them.
AreaNames namesOf(const Areas& areas, const AtlasGeometry& geometry, std::size_t level) {
    const LevelAreas& own = areas.levels[level];
    AreaNames names{own.codes, own.labels, own.details, geometry.places[level].anchors, geometry.places[level].boxes};
    // By the outlines of the source: those that are drawn are simpler, and would forgive a point that lies beside.
    settlePlaces(names, InsideSource(areas, level));
    return names;
}

class Assembler {
public:
    Assembler(const Recipe& recipe, const Areas& areas, const Columns& columns, AtlasGeometry geometry)
        : recipe_(recipe), areas_(areas), columns_(columns), geometry_(std::move(geometry)) {}

    // What a search needs: the postcodes by outward code, in files that the head does not list but the gazetteer does.
    void addSearch(const std::vector<Postcodes>& postcodes, std::vector<Gazetteer::UnmatchedWard> unfitted) {
        for (const Postcodes& one : postcodes) {
            const FileIndex file =
                postcodeFiles_.add(FileKind::Postcodes, encodePostcodes(one), "postcodes " + one.outward);
            gazetteer_.outwards.push_back({one.outward, postcodeFiles_.all()[file].file});
        }
        gazetteer_.unfitted = std::move(unfitted);
    }

    void addPlaces(AreaPoints points, Venues venues, WalkingMinutes minutes) {
        points_ = std::move(points);
        venues_ = std::move(venues);
        minutes_ = std::move(minutes);
    }

    // Nothing, with a problem, where a reader would refuse what the files hold.
    std::optional<FinishedAtlas> assemble(Problems& problems) {
        head_.title = recipe_.title;
        head_.place = recipe_.place;
        head_.attribution = recipe_.attribution;
        head_.sources = recipe_.sources;
        head_.index = recipe_.index;
        // In this order: the default view is worked out from the files of levels and columns.
        addLevels();
        addTiles();
        addColumns();
        if (!addDefaultView(problems)) return std::nullopt;
        head_.recipe = files_.add(FileKind::Recipe, bytesOf(recipe_.canonical), "recipe");
        if (!gazetteer_.outwards.empty() || !gazetteer_.unfitted.empty())
            head_.gazetteer = files_.add(FileKind::Gazetteer, encodeGazetteer(gazetteer_), "gazetteer");
        head_.points = files_.add(FileKind::Points, encodePoints(points_), "points of areas");
        // Lists that are optional and missing leave nothing to ask for.
        if (!venues_.all.empty()) head_.venues = files_.add(FileKind::Venues, encodeVenues(venues_), "venues");
        if (!minutes_.all.empty())
            head_.minutes = files_.add(FileKind::Minutes, encodeMinutes(minutes_), "minutes on foot");
        // All files but the head itself: its name is the hash of its bytes, and this list is among them.
        head_.files = files_.list();
        const FileIndex head = files_.add(FileKind::Head, encodeHead(head_), "head");
        if (!canBeRead(head, problems)) return std::nullopt;
        FinishedAtlas atlas{files_.all(), json(head)};
        atlas.files.insert(atlas.files.end(), postcodeFiles_.all().begin(), postcodeFiles_.all().end());
        return atlas;
    }

private:
    static Bytes bytesOf(const std::string& text) {
        const ByteSpan view = asBytes(text);
        return {view.begin(), view.end()};
    }

    void addLevels() {
        for (std::size_t i = 0; i < areas_.levels.size(); ++i) {
            const LevelAreas& areas = areas_.levels[i];
            Level level;
            // Level 0 is the base, level i the recipe's grouping i − 1.
            level.id = i == 0 ? recipe_.base.id : recipe_.groupings[i - 1].id;
            level.singular = i == 0 ? recipe_.base.singular : recipe_.groupings[i - 1].singular;
            level.plural = i == 0 ? recipe_.base.plural : recipe_.groupings[i - 1].plural;
            level.bestFit = i > 0 && recipe_.groupings[i - 1].bestFit;
            level.areaCount = static_cast<std::uint32_t>(areas.codes.size());
            const AreaNames names = namesOf(areas_, geometry_, i);
            level.names = files_.add(FileKind::Names, encodeNames(names), "names of " + level.plural);
            if (i > 0)
                level.grouping =
                    files_.add(FileKind::Grouping, encodeGrouping(areas.of), "grouping into " + level.plural);
            head_.levels.push_back(std::move(level));
        }
    }

    void addTiles() {
        for (std::size_t i = 0; i < geometry_.lods.size(); ++i) {
            EncodedLod& encoded = geometry_.lods[i];
            Lod lod{encoded.gridBits, encoded.toleranceMetres, {}};
            for (std::size_t t = 0; t < encoded.tiles.size(); ++t) {
                EncodedTile& tile = encoded.tiles[t];
                const std::string what = "tile " + std::to_string(t) + " of level of detail " + std::to_string(i);
                lod.tiles.push_back({files_.add(FileKind::Tile, std::move(tile.bytes), what), tile.box, tile.areaCount,
                                     tile.triangleCount});
            }
            head_.lods.push_back(std::move(lod));
        }
    }

    // The shared column from which the denominators differ least; none where they are least by themselves.
    FileIndex closest(const Column& column, const Column** shared) const {
        // Summed over all areas: small differences take few bytes.
        const auto distance = [&](const Column* from) {
            double sum = 0;
            for (std::size_t i = 0; i < column.size(); ++i) {
                if (!hasNumber(column.states[i])) continue;
                const double difference = column.denominators[i] - (from == nullptr ? 0 : from->values[i]);
                sum += difference < 0 ? -difference : difference;
            }
            return sum;
        };
        *shared = nullptr;
        FileIndex file = kNoFile;
        double min = distance(nullptr);
        const std::pair<const Column*, FileIndex> offered[] = {{&columns_.residents, head_.residents},
                                                               {&columns_.households, head_.households}};
        for (const auto& [candidate, index] : offered) {
            if (index == kNoFile || distance(candidate) >= min) continue;
            min = distance(candidate);
            *shared = candidate;
            file = index;
        }
        return file;
    }

    void addColumns() {
        if (columns_.residents.size() > 0) {
            head_.residents =
                files_.add(FileKind::Column, encodeColumn(columns_.residents, nullptr), "column of residents");
        }
        if (columns_.households.size() > 0) {
            head_.households =
                files_.add(FileKind::Column, encodeColumn(columns_.households, nullptr), "column of households");
        }
        for (std::size_t i = 0; i < recipe_.indicators.size(); ++i) {
            Indicator one = recipe_.indicators[i].shown;
            const Column& column = columns_.ofIndicator[i];
            const Column* shared = nullptr;
            FileIndex base = kNoFile;
            // Residents and households are of small areas, so only columns of these can lean on them.
            if (column.hasCounts() && one.level == 0) base = closest(column, &shared);
            Bytes bytes = encodeColumn(column, shared);
            // Equal bytes are one file, and that leans on one column only. Then this one leans on none.
            if (files_.isTaken(FileKind::Column, bytes, base)) {
                bytes = encodeColumn(column, nullptr);
                base = kNoFile;
            }
            one.column = files_.add(FileKind::Column, std::move(bytes), "column " + one.id, base);
            head_.indicators.push_back(std::move(one));
        }
    }

    // By the program that a page has, from the very files: so a page that computes them finds the same.
    bool addDefaultView(Problems& problems) {
        head_.defaultView = recipe_.defaultView;
        DefaultView& view = head_.defaultView;
        Library library;
        AtlasHead head = head_;
        head.files = files_.list();
        library.begin(std::move(head));
        const Chosen chosen = resolve({}, library);
        for (const FileIndex file : wantedFor(chosen, library).then) {
            if (!supply(file, library, problems)) return false;
        }
        Analysis analysis;
        if (!analysis.update(chosen, library)) {
            problems.add("$.defaultView", "cannot be shown: no area has a number for it");
            return false;
        }
        view.classes = files_.add(FileKind::Classes, encodeClasses(analysis.classes().ofArea, view.classCount),
                                  "classes of the default view");
        return true;
    }

    // A text may be longer than a reader takes, or a list: better said now than by every reader.
    bool canBeRead(FileIndex head, Problems& problems) {
        Library library;
        if (!supply(head, library, problems)) return false;
        for (FileIndex file = 0; file < head; ++file) {
            const FileKind kind = files_.all()[file].file.kind;
            const bool isText = kind == FileKind::Names || kind == FileKind::Grouping || kind == FileKind::Gazetteer ||
                                kind == FileKind::Points || kind == FileKind::Venues || kind == FileKind::Minutes;
            if (isText && !supply(file, library, problems)) return false;
        }
        return true;
    }

    bool supply(FileIndex file, Library& library, Problems& problems) const {
        const AtlasFiles::One& one = files_.all()[file];
        const auto taken = library.supply(one.file.name, Bytes(one.bytes));
        if (taken.ok()) return true;
        problems.add("the " + one.what, std::string(statusText(Language::English, taken.error().status)));
        return false;
    }

    // docs/format.md, "atlas.json".
    std::string json(FileIndex head) const {
        const auto& all = files_.all();
        nlohmann::ordered_json document;
        document["format"] = "dex-atlas";
        document["version"] = 1;
        document["title"] = recipe_.title;
        document["place"] = recipe_.place;
        document["head"] = all[head].file.name;
        document["first"] = nlohmann::ordered_json::array();
        document["bytes"][all[head].file.name] = all[head].file.bytes;
        // What the first picture needs besides the head, so that a page can ask for all of it at once.
        std::vector<FileIndex> first;
        // The coarsest level of detail shows the whole.
        for (const TileInfo& tile : head_.lods[0].tiles) first.push_back(tile.file);
        const std::vector<FileIndex> others = firstFiles(head_);
        first.insert(first.end(), others.begin(), others.end());
        for (const FileIndex file : first) {
            document["first"].push_back(all[file].file.name);
            document["bytes"][all[file].file.name] = all[file].file.bytes;
        }
        return document.dump() + "\n";
    }

    const Recipe& recipe_;
    const Areas& areas_;
    const Columns& columns_;
    AtlasGeometry geometry_;
    AtlasFiles files_, postcodeFiles_;
    AtlasHead head_;
    Gazetteer gazetteer_;
    AreaPoints points_;
    Venues venues_;
    WalkingMinutes minutes_;
};

}  // namespace

std::optional<FinishedAtlas> compileAtlas(const std::string& recipeJson, const std::string& recipeName,
                                          const DataFolders& where, Report& report, Problems& problems) {
    SourceFiles files(where);
    const auto recipe = readWhatIsThere(recipeJson, recipeName, files, report, problems);
    if (!recipe) return std::nullopt;
    // From here on files are read as the recipe says.
    files.settle(recipe->files);
    report.recipe = recipe->id;
    report.title = recipe->title;
    const auto areas = readAreas(*recipe, files, report, problems);
    if (!areas) return std::nullopt;
    const auto columns = readColumns(*recipe, *areas, files, report, problems);
    if (!columns) return std::nullopt;
    // Before the geometry is begun, whose own words for such mistakes say less.
    checkWidths(*recipe, *areas, problems);
    checkOnLand(*recipe, *areas, problems);
    noteDateLine(*recipe, *areas, problems);
    noteLetters(*areas, problems);
    if (problems.any()) return std::nullopt;
    auto geometry = geometryOf(*recipe, *areas, report, problems);
    if (!geometry) return std::nullopt;
    const AreaNames small = namesOf(*areas, *geometry, 0);
    // On the finest tiles, so that a postcode lies in the area that is picked on the map at its place.
    PostcodePoints places;
    const auto postcodes =
        readPostcodes(*recipe, *areas, geometry->lods.back(), small.boxes, places, files, report, problems);
    AreaPoints points = readAreaPoints(*recipe, *areas, small.anchors, files, report, problems);
    ReadVenues venues = readVenues(*recipe, *areas, places, files, report, problems);
    WalkingMinutes minutes = readCatchments(*recipe, venues, points, files, report, problems);
    auto unfitted = readUnfitted(*recipe, *areas, files, report, problems);
    if (problems.any()) return std::nullopt;
    Assembler assembler(*recipe, *areas, *columns, std::move(*geometry));
    assembler.addSearch(postcodes, std::move(unfitted));
    assembler.addPlaces(std::move(points), std::move(venues.venues), std::move(minutes));
    auto atlas = assembler.assemble(problems);
    if (!atlas) return std::nullopt;
    // Notes stop nothing: a person is asked to look at them.
    report.notes = problems.notes();
    for (const auto& one : atlas->files) report.files.push_back({one.file.name, one.what, one.file.bytes});
    return atlas;
}

}  // namespace dex
