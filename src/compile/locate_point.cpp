#include "compile/locate_point.h"

#include <utility>

#include "compile/text.h"
#include "geo/projection.h"
#include "map/pick.h"
#include "table/number.h"
#include "table/number_style.h"

namespace dex {

namespace {

std::string fieldAt(const TextRow& row, std::size_t i) { return i < row.fields.size() ? row.fields[i] : std::string(); }

bool loadFinest(const AtlasFolder& atlas, TileStore& store, Problems& problems) {
    // All tiles of the finest level of detail: rows may lie anywhere.
    store.open(atlas.head().lods);
    const std::size_t lod = atlas.head().lods.size() - 1;
    for (std::size_t i = 0; i < atlas.head().lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        const TileKey key{static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)};
        if (!tile || !store.put(key, std::move(*tile))) return false;
    }
    return true;
}

// Nobody parts thousands of degrees: where the cells do not say what a sign is, it is that of decimals.
char decimalOf(const TextRows& rows, const LocateHeader& header, const std::string& name, Problems& problems) {
    DecimalSign sign;
    for (std::size_t i = header.row + 1; i < rows.rows.size(); ++i) {
        for (const std::size_t column : {header.east, header.north})
            sign.see(rows.rows[i].row, fieldAt(rows.rows[i], column));
    }
    TableProblems found;
    if (const auto decided = sign.decide(rows.separator, {}, found)) return *decided;
    if (found[0].trouble == TableTrouble::MixedDecimals)
        problems.add(name, "has numbers with a decimal point and with a decimal comma. Write all of them alike");
    return found[0].texts[0].find(',') != std::string::npos ? ',' : '.';
}

}  // namespace

std::optional<PointFinder> PointFinder::open(const AtlasFolder& atlas, const TextRows& rows, const LocateHeader& header,
                                             const std::string& plane, const std::string& name, Problems& problems) {
    const std::string asked = !plane.empty() ? plane : header.isGrid ? "EPSG:27700" : "EPSG:4326";
    auto way = ToWgs84::from({name, name, nullptr, false, asked}, problems);
    if (!way) return std::nullopt;
    PointFinder finder(std::move(*way));
    finder.header_ = header;
    finder.decimal_ = decimalOf(rows, header, name, problems);
    if (!loadFinest(atlas, finder.store_, problems) || problems.any()) return std::nullopt;
    return finder;
}

std::optional<AreaNumber> PointFinder::find(const TextRow& row, std::string& trouble) {
    const std::string eastText = fieldAt(row, header_.east), northText = fieldAt(row, header_.north);
    if (eastText.empty() && northText.empty()) {
        trouble = "has no point";
        return std::nullopt;
    }
    const auto east = parseNumber(eastText, decimal_), north = parseNumber(northText, decimal_);
    if (!east || !north) {
        trouble = "expected a number, found " + inQuotes(east ? northText : eastText);
        return std::nullopt;
    }
    // Both ways round for every row: verdict() needs to know whether the other would have been right all over.
    double x = east->toDouble(), y = north->toDouble(), turnedX = y, turnedY = x;
    if (isOnEarth(turnedX, turnedY) && areaAt(store_, toWorld({turnedX, turnedY}))) ++swapped_;
    if (!isOnEarth(x, y)) {
        trouble = "is no place on the earth: " + eastText + ", " + northText;
        return std::nullopt;
    }
    const auto area = areaAt(store_, toWorld({x, y}));
    if (area) ++found_;
    return area;
}

std::string PointFinder::verdict() const {
    if (found_ > 0 || swapped_ == 0) return {};
    return "no point is in an area, and " + grouped(swapped_) +
           " would be with the coordinates the other way round. Name the columns: --east, --north";
}

// Turns the point into degrees.
bool PointFinder::isOnEarth(double& x, double& y) const {
    return way_.transform(1, &x, &y) && x >= -180 && x <= 180 && y >= -90 && y <= 90;
}

}  // namespace dex
