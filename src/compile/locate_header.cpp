#include "compile/locate_header.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "compile/text.h"

namespace dex {

namespace {

using ColumnNames = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> kLongitudes = {"lon", "longitude", "lng", "long", "x"};
constexpr std::array<std::string_view, 3> kLatitudes = {"lat", "latitude", "y"};
// As ONS and Ordnance Survey call them, too.
constexpr std::array<std::string_view, 3> kEastings = {"easting", "eastings", "oseast1m"};
constexpr std::array<std::string_view, 3> kNorthings = {"northing", "northings", "osnrth1m"};
constexpr std::array<std::string_view, 8> kPostcodes = {"postcode", "postcodes", "post code", "post_code",
                                                        "pcds",     "pcd",       "pcd7",      "pcd8"};

std::optional<std::size_t> columnNamed(const TextRow& row, ColumnNames names) {
    // Names outside and columns inside: the surest name wins, wherever its column stands.
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            if (lowerCase(row.fields[i]) == name) return i;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<LocateHeader> findLocateHeader(const TextRows& rows, const LocateOptions& options) {
    const std::string east = lowerCase(options.east), north = lowerCase(options.north),
                      postcode = lowerCase(options.postcode);
    const std::array<std::string_view, 1> givenEast = {east}, givenNorth = {north}, givenPostcode = {postcode};
    const auto point = [&](const TextRow& row, ColumnNames easts, ColumnNames norths) -> std::optional<LocateHeader> {
        const auto x = columnNamed(row, east.empty() ? easts : ColumnNames(givenEast));
        const auto y = columnNamed(row, north.empty() ? norths : ColumnNames(givenNorth));
        if (!x || !y) return std::nullopt;
        return LocateHeader{0, *x, *y, false, std::nullopt};
    };
    const auto inRow = [&](const TextRow& row) -> std::optional<LocateHeader> {
        if (postcode.empty()) {
            if (auto header = point(row, kLongitudes, kLatitudes)) return header;
            if (auto header = point(row, kEastings, kNorthings)) {
                // Where one of the two was given, the other alone does not say that it is the British grid.
                header->isGrid = east.empty() && north.empty();
                return header;
            }
            if (!east.empty() || !north.empty()) return std::nullopt;
        }
        const auto code = columnNamed(row, postcode.empty() ? ColumnNames(kPostcodes) : ColumnNames(givenPostcode));
        if (!code) return std::nullopt;
        return LocateHeader{0, 0, 0, false, code};
    };
    // A title may stand above the header.
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        auto header = inRow(rows.rows[row]);
        if (!header) continue;
        header->row = row;
        return header;
    }
    return std::nullopt;
}

}  // namespace dex
