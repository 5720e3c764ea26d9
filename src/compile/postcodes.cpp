#include "compile/postcodes.h"

#include <algorithm>
#include <map>
#include <set>

#include "compile/check_places.h"
#include "compile/locate.h"
#include "compile/plane.h"
#include "compile/read_layer.h"
#include "compile/table_words.h"
#include "compile/text.h"
#include "find/postcode.h"

namespace dex {

namespace {

// The rows of the list: postcode, and its point once it has been turned into the world's plane.
struct Row {
    std::string outward;
    std::uint16_t inward = 0;
    double x = 0, y = 0;
};

// "SW1A 1AA", "SW1A1AA" or "E1  6AN", as publishers of lists pad them.
bool takePostcode(const std::string& text, Row& row) {
    std::string squeezed;
    for (const char c : text) {
        if (c != ' ') squeezed += c;
    }
    const auto readings = readPostcode(squeezed);
    // The search forgives typing errors. A published list has none.
    if (readings.empty() || readings[0].cost > 0 || !readings[0].inward) return false;
    row.outward = readings[0].outward;
    row.inward = *readings[0].inward;
    return true;
}

// How publishers say that a postcode has no known place: nothing, 0 with 0, or a latitude beyond the pole.
bool hasNoPlace(const Table::Row& line, const std::optional<Number>& east, const std::optional<Number>& north,
                const std::string& plane) {
    if (line.cells[1].empty() && line.cells[2].empty()) return true;
    if (!east || !north) return false;
    const double y = north->toDouble();
    return (east->scaled == 0 && north->scaled == 0) || (plane == "EPSG:4326" && y > 99 && y < 100);
}

std::vector<Row> takeRows(const Table& table, char decimal, const Recipe::PostcodeList& list,
                          Report::OfPostcodes& shown, Problems& problems) {
    std::vector<Row> rows;
    const Table::Row* odd = nullptr;
    for (const auto& line : table.rows) {
        if (!list.ended.empty() && !line.cells[3].empty()) {
            ++shown.ended;
            continue;
        }
        Row row;
        if (!takePostcode(line.cells[0], row)) {
            // A few have a shape of their own (GIR 0AA). Which one was found is said if all do.
            if (odd == nullptr) odd = &line;
            ++shown.odd;
            continue;
        }
        const auto east = parseNumber(line.cells[1], decimal), north = parseNumber(line.cells[2], decimal);
        if (hasNoPlace(line, east, north, list.plane)) {
            ++shown.withoutPlace;
            continue;
        }
        if (!east || !north) {
            const std::size_t wrong = east ? 2 : 1;
            problems.add(whereIn(table, line, wrong), "expected a number, found " + inQuotes(line.cells[wrong]));
            continue;
        }
        row.x = east->toDouble();
        row.y = north->toDouble();
        rows.push_back(std::move(row));
    }
    // Most of a list are postcodes, or it is the wrong column.
    if (odd != nullptr && shown.odd >= table.rows.size() - shown.odd - shown.ended)
        problems.add(whereIn(table, *odd, 0), "expected a postcode, found " + inQuotes(odd->cells[0]));
    return rows;
}

bool toLonLat(std::vector<Row>& rows, const std::string& plane, const std::string& file, Problems& problems) {
    const auto way = ToWgs84::from({file, file, nullptr, false, plane}, problems);
    if (!way) return false;
    for (Row& row : rows) {
        if (way->transform(1, &row.x, &row.y)) continue;
        problems.add(file, "the place of " + row.outward + " " + inwardText(row.inward) + " could not be converted");
        return false;
    }
    return true;
}

void reportNoneWithin(const Recipe& recipe, const Areas& areas, const std::vector<Row>& rows, Problems& problems) {
    DegreeBox box;
    for (const Row& row : rows) box.add(LonLat{row.x, row.y});
    const std::size_t before = problems.count();
    checkMeeting(recipe, areas, recipe.postcodes->file, "postcodes", box, problems);
    // That the two do not even touch explains more than that no point is inside.
    if (problems.count() > before) return;
    problems.add(recipe.postcodes->file, "none of its " + counted(rows.size(), "postcode", "postcodes") +
                                             " lies in an area. They lie at " + box.words() + ", and the areas at " +
                                             boxOf(areas.polygons).words() +
                                             ". Is \"plane\" right, and \"east\" the longitude?");
}

}  // namespace

void PostcodePoints::add(const std::string& outward, std::uint16_t inward, LonLat place) {
    places_.emplace(outward + inwardText(inward), place);
}

std::optional<LonLat> PostcodePoints::at(const std::string& text) const {
    Row row;
    if (!takePostcode(text, row)) return std::nullopt;
    const auto found = places_.find(row.outward + inwardText(row.inward));
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Postcodes> readPostcodes(const Recipe& recipe, const Areas& areas, const EncodedLod& finest,
                                     const std::vector<GridBox>& boxes, PostcodePoints& points, SourceFiles& files,
                                     Report& report, Problems& problems) {
    if (!recipe.postcodes) return {};
    const Recipe::PostcodeList& list = *recipe.postcodes;
    report.postcodes = Report::OfPostcodes{};
    Report::OfPostcodes& shown = *report.postcodes;
    shown.file = list.file;
    shown.isAbsent = list.optional && !files.has(list.file);
    if (shown.isAbsent) return {};
    std::vector<std::string> columns{list.key, list.east, list.north};
    if (!list.ended.empty()) columns.push_back(list.ended);
    const auto table = files.table(list.file, list.key, columns, problems);
    if (!table) return {};
    const std::size_t before = problems.count();
    shown.read = table->rowsRead;
    // Both together, because in degrees one of them seldom says it alone.
    const auto decimal = files.decimal(*table, {1, 2}, problems);
    if (!decimal) return {};
    auto rows = takeRows(*table, *decimal, list, shown, problems);
    if (problems.count() != before || !toLonLat(rows, list.plane, list.file, problems)) return {};

    // In the plane and on the tiles of the map itself.
    const Locator locator(finest, areas.polygons);
    std::map<std::string, std::map<std::uint16_t, Postcodes::One>> byOutward;
    const bool areAsked = recipe.venues && recipe.venues->needsPostcodes();
    for (const Row& row : rows) {
        if (areAsked) points.add(row.outward, row.inward, {row.x, row.y});
        const WorldPoint point = toWorld({row.x, row.y});
        auto area = locator.at(point);
        // On the river or just over the edge. The map says that the area is only the nearest.
        const bool isBeside = !area;
        if (isBeside) area = locator.nearest(point, list.nearestMetres);
        if (!area) {
            ++shown.outside;
            continue;
        }
        ++(isBeside ? shown.beside : shown.within);
        Postcodes::One one{row.inward, *area, isBeside};
        // In 256ths of its area's box (docs/format.md, "Postcodes").
        setPoint(one, point, boxes[*area]);
        // Sorted by both halves, which is the order in which they are stored and searched.
        if (!byOutward[row.outward].emplace(row.inward, one).second) {
            problems.add(list.file, "the postcode " + row.outward + " " + inwardText(row.inward) + " is there twice");
        }
    }
    std::vector<Postcodes> all;
    for (const auto& [outward, ones] : byOutward) {
        Postcodes& postcodes = all.emplace_back();
        postcodes.outward = outward;
        for (const auto& [inward, one] : ones) postcodes.all.push_back(one);
    }
    // A list of the whole country has a few here, or it is of another place.
    if (!rows.empty() && shown.within + shown.beside == 0) reportNoneWithin(recipe, areas, rows, problems);
    shown.outwards = static_cast<std::uint32_t>(all.size());
    return all;
}

std::vector<Gazetteer::UnmatchedWard> readUnfitted(const Recipe& recipe, const Areas& areas, const SourceFiles& files,
                                                   Report& report, Problems& problems) {
    std::vector<Gazetteer::UnmatchedWard> unfitted;
    for (std::size_t level = 1; level < areas.levels.size(); ++level) {
        const auto& list = recipe.groupings[level - 1].all;
        if (!list) continue;
        Report::OfLevel& shown = report.levels[level];
        shown.allAbsent = list->optional && !files.has(list->file);
        const auto path = shown.allAbsent ? std::nullopt : files.path(list->file, problems);
        if (!path) continue;
        const auto features = readLayer(
            {*path, list->file, list->layer, {list->code, list->name, list->within}, {}, files.settings(list->file)},
            problems);
        if (!features) continue;
        // The outlines serve this check alone: which areas no small area fits is told by the codes.
        DegreeBox box;
        for (const Feature& feature : *features) box.add(boxOf(std::vector{feature.polygon}));
        checkMeeting(recipe, areas, list->file, "areas", box, problems);
        const CodeIndex index = indexOf(areas.levels[level].codes);
        std::set<std::string> codes;
        for (const Feature& feature : *features) {
            const auto& text = feature.attributes;
            // Wards that small areas do fit are on the map already.
            if (index.count(text[0]) > 0 || text[1].empty() || !codes.insert(text[0]).second) continue;
            unfitted.push_back({static_cast<std::uint32_t>(level), text[1], text[2]});
            ++shown.unfitted;
        }
    }
    return unfitted;
}

}  // namespace dex
