#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/plane.h"
#include "compile/read_text.h"
#include "compile/say.h"
#include "compile/text.h"
#include "geo/projection.h"
#include "map/pick.h"
#include "output/csv_text.h"
#include "table/number.h"
#include "table/number_style.h"

namespace dex {

namespace {

const std::string kInput = "standard input";

std::string readStandardInput() {
    std::string text;
    char part[1 << 16];
    for (std::size_t size; (size = std::fread(part, 1, sizeof part, stdin)) > 0;) text.append(part, size);
    return text;
}

// The finest level of detail alone: its answer is the published one at its grid.
bool loadFinest(const AtlasFolder& atlas, TileStore& store, Problems& problems) {
    store.open(atlas.head().lods);
    const std::size_t lod = atlas.head().lods.size() - 1;
    for (std::size_t i = 0; i < atlas.head().lods[lod].tiles.size(); ++i) {
        auto tile = atlas.tile(lod, i, problems);
        const TileKey key{static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)};
        if (!tile || !store.put(key, std::move(*tile))) return false;
    }
    return true;
}

// Where the header stands, and in it the two coordinates.
struct Header {
    std::size_t row = 0;
    std::size_t east = 0, north = 0;
    bool isGrid = false;  // Named as eastings and northings are.
};

using Names = std::span<const std::string_view>;

std::optional<std::size_t> placeOf(const TextRow& row, Names names) {
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            if (lowerCase(row.fields[i]) == name) return i;
        }
    }
    return std::nullopt;
}

// The first line that names both, by the options or by their usual names.
std::optional<Header> findHeader(const TextRows& rows, const LocateOptions& options) {
    constexpr std::array<std::string_view, 5> kLongitudes = {"lon", "longitude", "lng", "long", "x"};
    constexpr std::array<std::string_view, 3> kLatitudes = {"lat", "latitude", "y"};
    constexpr std::array<std::string_view, 3> kEastings = {"easting", "eastings", "oseast1m"};
    constexpr std::array<std::string_view, 3> kNorthings = {"northing", "northings", "osnrth1m"};
    const std::string east = lowerCase(options.east), north = lowerCase(options.north);
    const std::array<std::string_view, 1> givenEast = {east}, givenNorth = {north};
    const auto find = [&](std::size_t row, Names easts, Names norths) -> std::optional<Header> {
        const auto x = placeOf(rows.rows[row], east.empty() ? easts : Names(givenEast));
        const auto y = placeOf(rows.rows[row], north.empty() ? norths : Names(givenNorth));
        if (!x || !y) return std::nullopt;
        return Header{row, *x, *y, false};
    };
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        if (auto header = find(row, kLongitudes, kLatitudes)) return header;
        auto header = find(row, kEastings, kNorthings);
        if (!header) continue;
        header->isGrid = east.empty() && north.empty();
        return header;
    }
    return std::nullopt;
}

// Nobody parts thousands of degrees: where the cells do not say what a sign is, it is that of decimals.
char decimalOf(const TextRows& rows, const Header& header, Problems& problems) {
    DecimalSign sign;
    for (std::size_t i = header.row + 1; i < rows.rows.size(); ++i) {
        for (const std::size_t column : {header.east, header.north}) {
            if (column < rows.rows[i].fields.size()) sign.see(rows.rows[i].row, rows.rows[i].fields[column]);
        }
    }
    TableProblems found;
    if (const auto decided = sign.decide(rows.separator, {}, found)) return *decided;
    if (found[0].trouble == TableTrouble::MixedDecimals)
        problems.add(kInput, "has numbers with a decimal point and with a decimal comma. Write all of them alike");
    return found[0].texts[0].find(',') != std::string::npos ? ',' : '.';
}

// A field as it came, in quotes where commas now part the columns.
std::string asItCame(const std::string& field) {
    if (field.find_first_of(",\"\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

class Answers {
public:
    Answers(const TileStore& store, const AreaNames& names, const ToWgs84& way, char decimal)
        : store_(store), names_(names), way_(way), decimal_(decimal) {}

    void add(const TextRow& row, const Header& header, std::size_t fields) {
        for (std::size_t i = 0; i < std::max(fields, row.fields.size()); ++i)
            text_ += (i < row.fields.size() ? asItCame(row.fields[i]) : std::string()) + ",";
        const auto area = areaOf(row, header);
        text_ += area ? csvText(names_.codes[*area]) + "," + csvText(names_.names[*area]) + "\n" : std::string(",\n");
    }

    // What was wrong with the rows as a whole.
    void finish() const {
        if (found_ > 0 || swapped_ == 0) return;
        say(kInput + ": no point is in an area, and " + grouped(swapped_) + " would be" +
            " with the coordinates the other way round. Name the columns: --east, --north");
    }
    const std::string& text() const { return text_; }

private:
    std::optional<AreaNumber> areaOf(const TextRow& row, const Header& header) {
        const auto field = [&](std::size_t i) { return i < row.fields.size() ? row.fields[i] : std::string(); };
        const std::string where = kInput + ", row " + std::to_string(row.row) + ": ";
        if (field(header.east).empty() && field(header.north).empty()) {
            say(where + "has no point");
            return std::nullopt;
        }
        const auto east = parseNumber(field(header.east), decimal_), north = parseNumber(field(header.north), decimal_);
        if (!east || !north) {
            say(where + "expected a number, found " + inQuotes(field(east ? header.north : header.east)));
            return std::nullopt;
        }
        double x = east->toDouble(), y = north->toDouble(), turnedX = y, turnedY = x;
        if (isOnEarth(turnedX, turnedY) && areaAt(store_, toWorld({turnedX, turnedY}))) ++swapped_;
        if (!isOnEarth(x, y)) {
            say(where + "is no place on the earth: " + field(header.east) + ", " + field(header.north));
            return std::nullopt;
        }
        const auto area = areaAt(store_, toWorld({x, y}));
        if (area) ++found_;
        return area;
    }

    // Turns the point into degrees.
    bool isOnEarth(double& x, double& y) const {
        return way_.transform(1, &x, &y) && x >= -180 && x <= 180 && y >= -90 && y <= 90;
    }

    const TileStore& store_;
    const AreaNames& names_;
    const ToWgs84& way_;
    char decimal_;
    std::string text_;
    std::size_t found_ = 0, swapped_ = 0;
};

Exit failed(const Problems& problems) {
    sayAll(problems);
    return Exit::Failed;
}

}  // namespace

Exit runLocate(const LocateOptions& options) {
    Problems problems;
    const auto atlas = AtlasFolder::open(options.atlas, problems);
    TileStore store;
    std::optional<AreaNames> names;
    if (atlas) names = atlas->names(0, problems);
    if (!names || !loadFinest(*atlas, store, problems)) return failed(problems);
    const auto rows = rowsOf(readStandardInput(), kInput, {}, problems);
    if (!rows || problems.any()) return failed(problems);
    const auto header = findHeader(*rows, options);
    if (!header) {
        problems.add(kInput,
                     "no line names the columns of a point, such as \"lon\" and \"lat\". Name them: --east, --north");
        return failed(problems);
    }
    const std::string plane = !options.plane.empty() ? options.plane : header->isGrid ? "EPSG:27700" : "EPSG:4326";
    const auto way = ToWgs84::from({kInput, kInput, nullptr, false, plane}, problems);
    const char decimal = decimalOf(*rows, *header, problems);
    if (!way || problems.any()) return failed(problems);

    const std::size_t fields = rows->rows[header->row].fields.size();
    std::string line;
    for (const std::string& name : rows->rows[header->row].fields) line += asItCame(name) + ",";
    print(line + "code,name\n");
    Answers answers(store, *names, *way, decimal);
    for (std::size_t i = header->row + 1; i < rows->rows.size(); ++i) {
        const TextRow& row = rows->rows[i];
        const bool isBlank = row.fields.size() == 1 && row.fields[0].empty();
        if (!isBlank) answers.add(row, *header, fields);
    }
    answers.finish();
    print(answers.text());
    return Exit::Done;
}

}  // namespace dex
