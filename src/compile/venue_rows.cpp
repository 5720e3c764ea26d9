#include "compile/venue_rows.h"

#include <algorithm>
#include <set>
#include <utility>

#include "compile/open_referral.h"
#include "compile/plane.h"
#include "compile/read_layer.h"
#include "compile/table_words.h"
#include "compile/text.h"
#include "table/number.h"

namespace dex {

namespace {

void addColumn(const std::string& column, std::vector<std::string>& columns) {
    if (!column.empty() && std::find(columns.begin(), columns.end(), column) == columns.end())
        columns.push_back(column);
}

std::vector<std::string> columnsOf(const VenueRecipe::List& list, const std::vector<std::string>& more) {
    std::vector<std::string> columns;
    // The name's first: a row without a name is a note.
    for (const auto* field :
         {&list.name, &list.address, &list.offers, &list.opening, &list.link, &list.date, &list.origin}) {
        for (const CellTemplate& text : *field) text.addColumns(columns);
    }
    for (const auto& [column, texts] : list.where) addColumn(column, columns);
    for (const std::string* column : {&list.kindColumn, &list.east, &list.north, &list.postcode})
        addColumn(*column, columns);
    for (const std::string& column : more) addColumn(column, columns);
    return columns;
}

// Turns two columns of numbers into places. Blank, or 0 with 0: the row has none.
bool placeRows(VenueRows& rows, const VenueRecipe::List& list, char decimal, Problems& problems) {
    const auto way = ToWgs84::from({list.file, list.file, nullptr, false, list.plane}, problems);
    if (!way) return false;
    for (VenueRows::Row& row : rows.rows) {
        const std::string &east = rows.cell(row, list.east), &north = rows.cell(row, list.north);
        if (east.empty() && north.empty()) continue;
        const auto x = parseNumber(east, decimal), y = parseNumber(north, decimal);
        if (x && y && x->scaled == 0 && y->scaled == 0) continue;
        if (!x || !y) {
            problems.add(row.where, "expected a number in " + inQuotes(x ? list.north : list.east) + ", found " +
                                        inQuotes(x ? north : east));
            continue;
        }
        LonLat place{x->toDouble(), y->toDouble()};
        if (way->transform(1, &place.lonDeg, &place.latDeg) && place.lonDeg >= -180 && place.lonDeg <= 180 &&
            place.latDeg >= -90 && place.latDeg <= 90) {
            row.place = place;
        } else {
            std::string what = "its point ";
            what.append(east).append(", ").append(north).append(" is no place on Earth by ").append(list.plane);
            problems.add(row.where, std::move(what));
        }
    }
    return true;
}

std::optional<VenueRows> readVenueTable(const VenueRecipe::List& list, VenueRows rows, SourceFiles& files,
                                        Problems& problems) {
    const auto table = files.table(list.file, rows.columns[0], rows.columns, problems);
    if (!table) return std::nullopt;
    for (const Table::Row& row : table->rows) rows.rows.push_back({whereIn(*table, row), row.cells, {}});
    rows.notes = table->notes;
    if (list.east.empty()) return rows;
    // Both together, because in degrees one of them seldom says it alone.
    const auto decimal = files.decimal(*table, {table->columnAt(list.east), table->columnAt(list.north)}, problems);
    if (!decimal || !placeRows(rows, list, *decimal, problems)) return std::nullopt;
    return rows;
}

std::optional<VenueRows> readVenueLayer(const VenueRecipe::List& list, VenueRows rows, const SourceFiles& files,
                                        Problems& problems) {
    const auto path = files.path(list.file, problems);
    if (!path) return std::nullopt;
    auto features =
        readPointLayer({*path, list.file, list.layer, rows.columns, {}, files.settings(list.file), "points"}, problems);
    if (!features) return std::nullopt;
    for (PointFeature& feature : *features)
        rows.rows.push_back({std::move(feature.where), std::move(feature.attributes), feature.place});
    return rows;
}

std::optional<VenueRows> readServices(const VenueRecipe::List& list, VenueRows rows, const SourceFiles& files,
                                      Problems& problems) {
    const auto path = files.path(list.file, problems);
    const auto records = path ? readOpenReferral(*path, problems) : std::nullopt;
    if (!records) return std::nullopt;
    std::set<std::string> known;
    for (const OpenReferralRecord& record : *records) {
        for (const auto& [member, text] : record) known.insert(member);
    }
    for (const std::string& column : rows.columns) {
        if (known.count(column) > 0) continue;
        std::string all;
        for (const std::string& member : known) all += (all.empty() ? "" : ", ") + inQuotes(member);
        problems.add(list.file, "no service has " + inQuotes(column) + ". There are " + all);
        return std::nullopt;
    }
    for (std::size_t i = 0; i < records->size(); ++i) {
        VenueRows::Row row{list.file + ", record " + std::to_string(i + 1), {}, {}};
        for (const std::string& column : rows.columns) {
            const auto found = (*records)[i].find(column);
            row.cells.push_back(found == (*records)[i].end() ? std::string() : found->second);
        }
        rows.rows.push_back(std::move(row));
    }
    if (!list.east.empty() && !placeRows(rows, list, '.', problems)) return std::nullopt;
    return rows;
}

}  // namespace

const std::string& VenueRows::cell(const Row& row, const std::string& column) const {
    const auto found = std::find(columns.begin(), columns.end(), column);
    DEX_CHECK(found != columns.end());
    return row.cells[static_cast<std::size_t>(found - columns.begin())];
}

std::string VenueRows::filled(const CellTemplate& text, const Row& row) const {
    std::string all;
    bool isBlank = text.hasColumn();
    for (const CellTemplate::Part& part : text.parts) {
        all += part.text;
        if (part.column.empty()) continue;
        const std::string& content = cell(row, part.column);
        isBlank = isBlank && content.empty();
        all += content;
    }
    return isBlank ? std::string() : all;
}

std::string VenueRows::filled(const VenueRecipe::Field& field, const Row& row) const {
    std::string all;
    for (const CellTemplate& text : field) {
        const std::string one = filled(text, row);
        if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
    }
    return all;
}

std::optional<VenueRows> readVenueRows(const VenueRecipe::List& list, const std::vector<std::string>& more,
                                       SourceFiles& files, Problems& problems) {
    VenueRows rows;
    rows.columns = columnsOf(list, more);
    switch (list.format) {
        case VenueRecipe::Format::Table: return readVenueTable(list, std::move(rows), files, problems);
        case VenueRecipe::Format::Layer: return readVenueLayer(list, std::move(rows), files, problems);
        case VenueRecipe::Format::OpenReferral: return readServices(list, std::move(rows), files, problems);
    }
    return std::nullopt;
}

}  // namespace dex
