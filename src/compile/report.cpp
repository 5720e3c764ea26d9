#include "compile/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compile/text.h"
#include "output/cell_state_id.h"

namespace dex {

namespace {

using OrderedJson = nlohmann::ordered_json;

std::string listed(const std::vector<std::string>& codes, std::uint64_t all) {
    std::string text;
    for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + code;
    return all > codes.size() ? text + ", …" : text;
}

class TextWriter {
public:
    void line(const std::string& text) { text_ += text + "\n"; }
    void heading(const std::string& text) { text_ += "\n" + text + "\n"; }
    void item(const std::string& text) { text_ += "  " + text + "\n"; }
    void detail(const std::string& text) { text_ += "      " + text + "\n"; }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

void writeCarry(TextWriter& out, const Report::OfCarry& carry) {
    out.item(carry.words + " carried by the exact lookup: " + counted(carry.unchanged, "area", "areas") +
             " unchanged, " + grouped(carry.split) + " from one that was split, " + grouped(carry.merged) +
             " merged from several");
    out.detail("joined by code alone, " + counted(carry.split + carry.merged, "area", "areas") +
               " would have been lost");
    if (carry.complex > 0)
        out.detail(counted(carry.complex, "area is", "areas are") +
                   " made of parts of several old areas: no data, because nobody knows the figure of a part");
    if (carry.withoutOld > 0)
        out.detail(counted(carry.withoutOld, "area has", "areas have") + " no old area in the lookup: no data");
}

void writeTable(TextWriter& out, const Report::OfTable& table) {
    out.item(table.id + "  (" + table.file + ")");
    std::string rows = counted(table.rowsRead, "row", "rows") + " read, " + grouped(table.rowsUsed) + " used";
    if (table.notes > 0) rows += ", " + counted(table.notes, "note", "notes") + " skipped";
    if (table.repeatedRows > 0)
        rows += ", " + counted(table.repeatedRows, "repeated row", "repeated rows") + " skipped";
    if (table.unknownRows > 0) {
        rows += ", " + grouped(table.unknownRows) + " skipped because their code is not one of the " + table.geography +
                " (" + listed(table.unknownCodes, table.unknownRows) + ")";
    }
    out.detail(rows);
    std::string areas =
        grouped(table.areasMatched) + " of " + grouped(table.areas) + " " + table.geography + " matched";
    const std::uint32_t missing = table.areas - table.areasMatched;
    if (missing > 0)
        areas += ", " + grouped(missing) + " not in the file (" + listed(table.unmatchedCodes, missing) + ")";
    out.detail(areas);
    if (table.noted > 0)
        out.detail(counted(table.noted, "figure has", "figures have") +
                   " a note behind it, as in 45.1 [r], and counts");
    if (table.carried > 0) out.detail(counted(table.carried, "area", "areas") + " carried");
}

void writePostcodes(TextWriter& out, const Report::OfPostcodes& postcodes) {
    if (postcodes.isAbsent)
        return out.item(postcodes.file + "  is optional and missing, so the map cannot find postcodes");
    out.item(postcodes.file);
    std::string text = grouped(postcodes.read) + " read, " + grouped(postcodes.within) + " inside an area, " +
                       grouped(postcodes.beside) + " outside, given the nearest area, " + grouped(postcodes.outside) +
                       " too far away and left out";
    if (postcodes.withoutPlace > 0) text += ", " + grouped(postcodes.withoutPlace) + " without a point left out";
    if (postcodes.odd > 0) text += ", " + grouped(postcodes.odd) + " of another shape left out";
    if (postcodes.ended > 0) text += ", " + grouped(postcodes.ended) + " no longer used left out";
    out.detail(text);
    out.detail(counted(postcodes.outwards, "outward code", "outward codes") + ", a file each");
}

void writePoints(TextWriter& out, const Report::OfPoints& points) {
    if (points.isAbsent)
        return out.item(points.file + "  is optional and missing, so distances are measured from inside each area");
    out.item(points.file);
    std::string text = counted(points.read, "row", "rows") + " read, " + grouped(points.matched) + " used";
    if (points.unknown > 0) text += ", " + grouped(points.unknown) + " skipped because they are of other areas";
    out.detail(text);
    if (points.interior > 0)
        out.detail(counted(points.interior, "area is", "areas are") +
                   " not in the file: distances are measured from a point inside");
}

// The first few of those that are listed in full in the report as JSON.
std::string listedShortly(const std::vector<std::string>& names) {
    constexpr std::size_t kShown = 10;
    return listed({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, names.size()))},
                  names.size());
}

void writeVenues(TextWriter& out, const Report::OfVenues& venues) {
    out.item(venues.id + "  (" + venues.file + ")" + (venues.isAbsent ? "  is optional and missing" : ""));
    if (venues.isAbsent) return;
    std::string text = counted(venues.read, "row", "rows") + " read, " + grouped(venues.used) + " used";
    if (venues.notes > 0) text += ", " + counted(venues.notes, "line", "lines") + " without a name skipped";
    if (venues.byPostcode > 0) text += ", " + grouped(venues.byPostcode) + " located by their postcode";
    if (venues.others > 0) text += ", " + grouped(venues.others) + " left out by \"where\" or \"kind\"";
    if (venues.outside > 0) text += ", " + grouped(venues.outside) + " outside the map left out";
    out.detail(text);
    if (!venues.unlocated.empty())
        out.detail(counted(venues.unlocated.size(), "row", "rows") + " without a name or a place left out (" +
                   listedShortly(venues.unlocated) + ")");
    if (venues.badLinks > 0)
        out.detail(counted(venues.badLinks, "link that is", "links that are") + " no address left out");
}

void writeCatchments(TextWriter& out, const Report::OfCatchments& catchments) {
    out.item(catchments.file + (catchments.isAbsent ? "  is missing, so there are no minutes on foot" : ""));
    if (catchments.isAbsent) return;
    out.detail(counted(catchments.read, "catchment", "catchments") + " read, " + grouped(catchments.used) +
               " used, of " + counted(catchments.venues, "venue", "venues") + "; " +
               counted(catchments.without, "venue", "venues") + " without any");
    if (!catchments.unknown.empty())
        out.detail("left out because no venue is called so: " + listedShortly(catchments.unknown));
}

OrderedJson venuesJson(const Report& report) {
    OrderedJson lists = OrderedJson::array(), catchments = OrderedJson::array();
    for (const auto& one : report.venues)
        lists.push_back({{"id", one.id},
                         {"file", one.file},
                         {"absent", one.isAbsent},
                         {"read", one.read},
                         {"used", one.used},
                         {"notes", one.notes},
                         {"byPostcode", one.byPostcode},
                         {"others", one.others},
                         {"outside", one.outside},
                         {"badLinks", one.badLinks},
                         {"unlocated", one.unlocated}});
    for (const auto& one : report.catchments)
        catchments.push_back({{"file", one.file},
                              {"absent", one.isAbsent},
                              {"read", one.read},
                              {"used", one.used},
                              {"venues", one.venues},
                              {"without", one.without},
                              {"unknown", one.unknown}});
    return {{"lists", lists}, {"catchments", catchments}};
}

void writeIndicator(TextWriter& out, const Report::OfIndicator& indicator) {
    std::string states;
    for (std::size_t i = 0; i < indicator.cells.size(); ++i) {
        if (indicator.cells[i] == 0) continue;
        states += (states.empty() ? "" : ", ") + grouped(indicator.cells[i]) + " " +
                  std::string(idOf(static_cast<CellState>(i)));
    }
    out.item(indicator.id + "  by " + indicator.level + ": " + states);
}

std::string metres(double square) {
    // With two decimals a sliver would read 0.00, as if nothing had been lost.
    if (square < 0.01) return "under 0.01 m²";
    const auto hundredths = static_cast<std::uint64_t>(square * 100 + 0.5);
    const std::string rest = std::to_string(hundredths % 100);
    return grouped(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest + " m²";
}

void writeGeometry(TextWriter& out, const Report& report) {
    const GeometryReport& g = report.geometry;
    out.item(counted(g.sourceAreas, "area", "areas") + ", " + grouped(g.sourcePoints) + " points, " +
             grouped(g.multiPartAreas) + " of several parts, " + counted(g.holes, "hole", "holes"));
    out.item(counted(g.insertedOnEdges, "point", "points") + " added to a neighbour's straight edge, " +
             counted(g.crossingsResolved, "crossing", "crossings") + " resolved, " + metres(g.overlapSquareMetres) +
             " claimed twice");
    for (const auto& part : g.droppedParts) {
        const std::string code =
            part.area < report.baseCodes.size() ? report.baseCodes[part.area] : std::to_string(part.area);
        out.item("dropped a part of " + code + " of " + metres(part.squareMetres));
    }
    for (std::size_t i = 0; i < g.lods.size(); ++i) {
        const auto& lod = g.lods[i];
        out.item("level of detail " + std::to_string(i) + ": grid 2^" + std::to_string(lod.gridBits) + ", " +
                 counted(lod.arcs, "arc", "arcs") + ", " + counted(lod.junctions, "junction", "junctions") + ", " +
                 counted(lod.points, "point", "points") + ", " + counted(lod.triangles, "triangle", "triangles") +
                 ", " + grouped(lod.bytes) + " bytes; " + grouped(lod.reinserted) + " points put back, " +
                 grouped(lod.displaced) + " displaced");
    }
}

OrderedJson tableJson(const Report::OfTable& table) {
    return {
        {"id", table.id},
        {"file", table.file},
        {"geography", table.geography},
        {"rows",
         {{"read", table.rowsRead},
          {"used", table.rowsUsed},
          {"skipped", {{"notes", table.notes}, {"repeated", table.repeatedRows}, {"notAnArea", table.unknownRows}}}}},
        {"notAnArea", table.unknownCodes},
        {"areas",
         {{"all", table.areas},
          {"matched", table.areasMatched},
          {"withoutData", table.areas - table.areasMatched},
          {"noted", table.noted},
          {"carried", table.carried}}},
        {"withoutData", table.unmatchedCodes}};
}

OrderedJson geometryJson(const Report& report) {
    const GeometryReport& g = report.geometry;
    OrderedJson dropped = OrderedJson::array();
    for (const auto& part : g.droppedParts) {
        dropped.push_back({{"area", part.area < report.baseCodes.size() ? OrderedJson(report.baseCodes[part.area])
                                                                        : OrderedJson(part.area)},
                           {"squareMetres", part.squareMetres}});
    }
    OrderedJson lods = OrderedJson::array();
    for (const auto& lod : g.lods) {
        lods.push_back({{"gridBits", lod.gridBits},
                        {"arcs", lod.arcs},
                        {"junctions", lod.junctions},
                        {"points", lod.points},
                        {"triangles", lod.triangles},
                        {"putBack", lod.reinserted},
                        {"displaced", lod.displaced},
                        {"bytes", lod.bytes}});
    }
    return {{"areas", g.sourceAreas},
            {"points", g.sourcePoints},
            {"multiPart", g.multiPartAreas},
            {"holes", g.holes},
            {"putOnEdges", g.insertedOnEdges},
            {"crossings", g.crossingsResolved},
            {"overlapSquareMetres", g.overlapSquareMetres},
            {"droppedParts", dropped},
            {"levelsOfDetail", lods}};
}

}  // namespace

std::string reportText(const Report& report) {
    TextWriter out;
    out.line(report.title + "  (" + report.recipe + ")");
    if (!report.notes.empty()) out.heading("Please check");
    for (const std::string& note : report.notes) out.item(note);
    out.heading("Levels");
    for (const auto& level : report.levels) {
        std::string text = counted(level.areas, level.plural, level.plural) + "  (" + level.id + ")";
        if (level.unknownRows > 0)
            text += ", " + counted(level.unknownRows, "row", "rows") +
                    " of the lookup skipped, because they are not among the areas";
        if (level.unnamed > 0) text += ", " + grouped(level.unnamed) + " without a readable name";
        if (level.unfitted > 0) text += ", " + grouped(level.unfitted) + " more that no small area fits";
        if (level.allAbsent) text += ", the optional list of all of them is missing";
        out.item(text);
    }
    if (!report.isWeighted)
        out.item("there are no residents: where a figure of a larger area is a mean, its small areas count alike");
    if (!report.carries.empty()) out.heading("Carried");
    for (const auto& carry : report.carries) writeCarry(out, carry);
    out.heading("Tables");
    for (const auto& table : report.tables) writeTable(out, table);
    for (const std::string& id : report.leftOut)
        out.item(id + "  is optional and missing, so its indicators are left out");
    if (report.postcodes) {
        out.heading("Postcodes");
        writePostcodes(out, *report.postcodes);
    }
    if (report.points) {
        out.heading("Points of areas");
        writePoints(out, *report.points);
    }
    if (!report.venues.empty()) out.heading("Places that help");
    for (const auto& venues : report.venues) writeVenues(out, venues);
    for (const auto& catchments : report.catchments) writeCatchments(out, catchments);
    out.heading("Indicators");
    for (const auto& indicator : report.indicators) writeIndicator(out, indicator);
    out.heading("Geometry");
    writeGeometry(out, report);
    out.heading("Files");
    std::uint64_t total = 0, ofPostcodes = 0, largest = 0;
    std::uint32_t postcodeFiles = 0;
    for (const auto& file : report.files) {
        total += file.bytes;
        // One for each outward code would bury all the others, so they are summed up in a line.
        if (file.name.starts_with("postcodes.")) {
            ++postcodeFiles;
            ofPostcodes += file.bytes;
            largest = std::max(largest, file.bytes);
            continue;
        }
        // Sizes line up by their last digits.
        out.item(std::string(10 - std::min<std::size_t>(9, grouped(file.bytes).size()), ' ') + grouped(file.bytes) +
                 "  " + file.what);
    }
    if (postcodeFiles > 0)
        out.item(counted(postcodeFiles, "file", "files") + " of postcodes, " + grouped(ofPostcodes) +
                 " bytes, the largest " + grouped(largest));
    out.item(counted(report.files.size(), "file", "files") + ", " + grouped(total) + " bytes");
    return out.take();
}

std::string reportJson(const Report& report) {
    OrderedJson document{{"recipe", report.recipe},
                         {"title", report.title},
                         {"isWeighted", report.isWeighted},
                         {"leftOut", report.leftOut},
                         {"notes", report.notes}};
    for (const auto& level : report.levels) {
        document["levels"].push_back({{"id", level.id},
                                      {"areas", level.areas},
                                      {"file", level.file},
                                      {"skipped", level.unknownRows},
                                      {"unnamed", level.unnamed},
                                      {"unfitted", level.unfitted}});
    }
    document["carries"] = OrderedJson::array();
    for (const auto& carry : report.carries) {
        document["carries"].push_back({{"id", carry.id},
                                       {"unchanged", carry.unchanged},
                                       {"split", carry.split},
                                       {"merged", carry.merged},
                                       {"complex", carry.complex},
                                       {"withoutOld", carry.withoutOld}});
    }
    for (const auto& table : report.tables) document["tables"].push_back(tableJson(table));
    if (const auto& p = report.postcodes) {
        document["postcodes"] = {{"file", p->file},
                                 {"absent", p->isAbsent},
                                 {"read", p->read},
                                 {"within", p->within},
                                 {"beside", p->beside},
                                 {"outside", p->outside},
                                 {"withoutPlace", p->withoutPlace},
                                 {"odd", p->odd},
                                 {"ended", p->ended},
                                 {"outwards", p->outwards}};
    }
    if (const auto& p = report.points) {
        document["points"] = {{"file", p->file},       {"absent", p->isAbsent}, {"read", p->read},
                              {"matched", p->matched}, {"unknown", p->unknown}, {"interior", p->interior}};
    }
    if (!report.venues.empty()) document["venues"] = venuesJson(report);
    for (const auto& indicator : report.indicators) {
        OrderedJson cells;
        for (std::size_t i = 0; i < indicator.cells.size(); ++i)
            cells[std::string(idOf(static_cast<CellState>(i)))] = indicator.cells[i];
        document["indicators"].push_back({{"id", indicator.id}, {"level", indicator.level}, {"cells", cells}});
    }
    document["geometry"] = geometryJson(report);
    for (const auto& file : report.files) {
        document["files"].push_back({{"name", file.name}, {"what", file.what}, {"bytes", file.bytes}});
    }
    return document.dump(1) + "\n";
}

}  // namespace dex
