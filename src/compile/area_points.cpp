#include "compile/area_points.h"

#include "compile/check_places.h"
#include "compile/match_codes.h"
#include "compile/table_words.h"
#include "compile/text.h"

namespace dex {

namespace {

// Nothing where both cells are blank: the publisher has no point. Reported where they say no place on Earth.
std::optional<LonLat> lonLatIn(const Table& table, const Table::Row& row, char decimal, Problems& problems) {
    if (row.cells[1].empty() && row.cells[2].empty()) return std::nullopt;
    const auto lon = parseNumber(row.cells[1], decimal), lat = parseNumber(row.cells[2], decimal);
    const auto isDegrees = [](const std::optional<Number>& number, double max) {
        return number && number->toDouble() >= -max && number->toDouble() <= max;
    };
    if (!isDegrees(lon, 180)) {
        problems.add(whereIn(table, row, 1), "expected a longitude in degrees, found " + inQuotes(row.cells[1]));
    } else if (!isDegrees(lat, 90)) {
        problems.add(whereIn(table, row, 2), "expected a latitude in degrees, found " + inQuotes(row.cells[2]));
    } else {
        return LonLat{lon->toDouble(), lat->toDouble()};
    }
    return std::nullopt;
}

// Puts the table's points in the place of interior ones.
void takePoints(const Table& table, char decimal, const Recipe& recipe, const Areas& areas, AreaPoints& points,
                Report::OfPoints& shown, Problems& problems) {
    const CodeIndex index = indexOf(areas.levels[0].codes);
    const std::size_t before = problems.count();
    DegreeBox box;
    for (const Table::Row& row : table.rows) {
        const auto area = index.find(row.key);
        // The publisher's file of the whole country is allowed, with areas of other years.
        if (area == index.end()) {
            ++shown.unknown;
            continue;
        }
        const auto place = lonLatIn(table, row, decimal, problems);
        if (!place) continue;
        GroundPoint& point = points.all[area->second];
        const bool isSecond = points.isInterior[area->second] == 0;
        if (isSecond && point != toGround(*place))
            problems.add(whereIn(table, row), "the area " + inQuotes(row.key) + " has another point in a row above");
        if (isSecond) continue;
        point = toGround(*place);
        points.isInterior[area->second] = 0;
        ++shown.matched;
        box.add(*place);
    }
    if (shown.matched == 0 && problems.count() == before)
        problems.add(table.file, "none of its codes is the code of an area");
    if (shown.matched > 0) checkMeeting(recipe, areas, recipe.points->file, "points", box, problems);
}

}  // namespace

AreaPoints readAreaPoints(const Recipe& recipe, const Areas& areas, const std::vector<GridPoint>& anchors,
                          SourceFiles& files, Report& report, Problems& problems) {
    AreaPoints points;
    for (const GridPoint anchor : anchors) points.all.push_back(toGround(toLonLat(toWorld(anchor, kAnchorBits))));
    points.isInterior.assign(points.all.size(), 1);
    if (!recipe.points) return points;
    const Recipe::PointTable& asked = *recipe.points;
    report.points = Report::OfPoints{};
    Report::OfPoints& shown = *report.points;
    shown.file = asked.file;
    shown.isAbsent = asked.optional && !files.has(asked.file);
    if (shown.isAbsent) return points;
    auto table = files.table(asked.file, asked.key, {asked.key, asked.longitude, asked.latitude}, problems);
    if (!table) return points;
    const auto decimal = files.decimal(*table, {1, 2}, problems);
    if (!decimal) return points;
    matchCodes(*table, indexOf(areas.levels[0].codes), problems);
    shown.read = table->rowsRead;
    takePoints(*table, *decimal, recipe, areas, points, shown, problems);
    points.source = recipe.sources[asked.source];
    shown.interior = static_cast<std::uint32_t>(points.all.size()) - shown.matched;
    return points;
}

}  // namespace dex
