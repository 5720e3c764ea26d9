#include "compile/check_places.h"

#include <algorithm>

#include "compile/land.h"
#include "compile/text.h"

namespace dex {

namespace {

constexpr double kMaxCells = 0xffff;  // Of a tile, and so of an area (docs/format.md, "Tile").
constexpr std::size_t kMaxWesternNamed = 5;

// One decimal, rounded outwards by nobody: it is to be recognised, not measured.
std::string degrees(double value, const char* positive, const char* negative) {
    const double size = value < 0 ? -value : value;
    const auto tenths = static_cast<std::uint64_t>(size * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "° " + (value < 0 ? negative : positive);
}

struct Extent {
    // The world runs from 0 to 1: nothing is inside until a point is added.
    WorldPoint min{2, 2}, max{-1, -1};
};

Extent extentOf(const AreaPolygon& polygon) {
    Extent extent;
    for (const auto& part : polygon.parts) {
        for (const auto& ring : part) {
            for (const WorldPoint& point : ring) {
                extent.min = {std::min(extent.min.x, point.x), std::min(extent.min.y, point.y)};
                extent.max = {std::max(extent.max.x, point.x), std::max(extent.max.y, point.y)};
            }
        }
    }
    return extent;
}

// Parts of areas in the west and in the east of the world with more than half of it empty between them.
bool isAroundTheBack(const std::vector<AreaPolygon>& polygons) {
    std::vector<std::pair<double, double>> spans;
    for (const AreaPolygon& polygon : polygons) {
        for (const auto& part : polygon.parts) {
            const Extent extent = extentOf({{part}});
            spans.emplace_back(extent.min.x, extent.max.x);
        }
    }
    // By their western ends: what lies west of a span has then all been seen, and a gap before it is empty.
    std::sort(spans.begin(), spans.end());
    double reached = spans.empty() ? 0 : spans[0].second;
    for (const auto& [west, east] : spans) {
        if (west - reached > 0.5) return true;
        reached = std::max(reached, east);
    }
    return false;
}

}  // namespace

void DegreeBox::add(LonLat place) {
    west = std::min(west, place.lonDeg);
    south = std::min(south, place.latDeg);
    east = std::max(east, place.lonDeg);
    north = std::max(north, place.latDeg);
}

void DegreeBox::add(const DegreeBox& other) {
    if (other.empty()) return;
    add(LonLat{other.west, other.south});
    add(LonLat{other.east, other.north});
}

bool DegreeBox::touches(const DegreeBox& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
}

std::string DegreeBox::words() const {
    return degrees(south, "north", "south") + " to " + degrees(north, "north", "south") + ", " +
           degrees(west, "east", "west") + " to " + degrees(east, "east", "west");
}

DegreeBox boxOf(const std::vector<AreaPolygon>& polygons) {
    DegreeBox box;
    for (const AreaPolygon& polygon : polygons) {
        const Extent extent = extentOf(polygon);
        if (extent.min.x > extent.max.x) continue;
        // Longitude depends on x alone and latitude on y: corners of a box stay corners.
        box.add(toLonLat(extent.min));
        box.add(toLonLat(extent.max));
    }
    return box;
}

void checkWidths(const Recipe& recipe, const Areas& areas, Problems& problems) {
    double widest = 0;
    std::size_t area = 0;
    for (std::size_t i = 0; i < areas.polygons.size(); ++i) {
        const Extent extent = extentOf(areas.polygons[i]);
        const double width = std::max(extent.max.x - extent.min.x, extent.max.y - extent.min.y);
        if (width > widest) area = i;
        widest = std::max(widest, width);
    }
    // The finest grid in which the widest area still fits: it is what the sentence advises.
    int fitting = kMaxGridBits;
    while (widest * cellsPerWorld(fitting) > kMaxCells) --fitting;
    for (std::size_t i = 0; i < recipe.lods.size(); ++i) {
        if (recipe.lods[i].gridBits <= fitting) continue;
        const auto cells = static_cast<std::uint64_t>(widest * cellsPerWorld(recipe.lods[i].gridBits) + 0.5);
        std::string what = "is " + grouped(cells) + " cells wide in $.lods[" + std::to_string(i) + "], where " +
                           grouped(static_cast<std::uint64_t>(kMaxCells)) + " fit. ";
        // Cut in two at the edge of the map, it is as wide as the world.
        what += isAroundTheBack({areas.polygons[area]})
                    ? "It lies on both sides of the 180th meridian. Leave it out: \"base\": {\"leaveOut\": [" +
                          inQuotes(areas.levels[0].codes[area]) + "]}"
                    : "\"gridBits\": " + std::to_string(fitting) + " would do";
        problems.add(recipe.base.file + ", area " + inQuotes(areas.levels[0].codes[area]), what);
        return;
    }
}

void checkOnLand(const Recipe& recipe, const Areas& areas, Problems& problems) {
    const DegreeBox base = boxOf(areas.polygons);
    const DegreeBox other = base.swapped();
    const bool isPlace = !base.empty() && other.south >= -90 && other.north <= 90;
    // Only where the other order would lie on land: an island may be too small for the table.
    if (!isPlace || touchesLand(base) || !touchesLand(other)) return;
    problems.add(recipe.base.file,
                 "its areas lie in the open sea, at " + base.words() + ". With latitude first they lie at " +
                     other.words() +
                     ". If that is right, say so: " + settingText(recipe.base.file, "order", "latitude-first"));
}

void noteDateLine(const Recipe& recipe, const Areas& areas, Problems& problems) {
    if (!isAroundTheBack(areas.polygons)) return;
    std::string western;
    std::size_t count = 0;
    for (std::size_t i = 0; i < areas.polygons.size(); ++i) {
        // Below 0.5 is west of Greenwich.
        if (extentOf(areas.polygons[i]).min.x >= 0.5 || ++count > kMaxWesternNamed) continue;
        western += (western.empty() ? "" : ", ") + inQuotes(areas.levels[0].codes[i]);
    }
    problems.note(
        recipe.base.file,
        "has areas on both sides of the 180th meridian, where the map has its edge, so that the map is as wide as "
        "the world. To leave out those on one side, list them: \"base\": {\"leaveOut\": [" +
            western + (count > kMaxWesternNamed ? ", …" : "") + "]}");
}

void checkMeeting(const Recipe& recipe, const Areas& areas, const std::string& file, const std::string& what,
                  const DegreeBox& box, Problems& problems) {
    const DegreeBox base = boxOf(areas.polygons);
    if (box.empty() || base.touches(box)) return;
    std::string hint = ". One of the two is in another plane than it says";
    if (base.swapped().touches(box)) {
        hint = ". In one of the two, latitude comes first. Say so of a layer with " +
               settingText(recipe.base.file, "order", "latitude-first") +
               ", and of a table by naming the other column \"east\", or \"longitude\"";
    }
    problems.add(file, "its " + what + " lie at " + box.words() + ", and the areas of " + recipe.base.file + " at " +
                           base.words() + hint);
}

}  // namespace dex
