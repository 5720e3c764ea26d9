#include "compile/asked_reach.h"

#include <set>

#include "compile/asked.h"
#include "compile/check_places.h"
#include "compile/read_scope.h"
#include "compile/text.h"
#include "table/number.h"

namespace dex {

namespace {

constexpr int kMaxReachMetres = 100'000;
constexpr int kMaxSpots = 10;

std::optional<std::uint32_t> wholeAsked(const std::string& option, const std::string& text, int max,
                                        const std::string& what, Problems& wrong) {
    const auto number = parseNumber(text);
    if (number && number->isWhole() && number->scaled >= 1 && number->scaled <= max)
        return static_cast<std::uint32_t>(number->scaled);
    wrong.add(option, "expected " + what + ", a whole number from 1 to " + grouped(static_cast<std::uint64_t>(max)) +
                          ", found " + inQuotes(text));
    return std::nullopt;
}

// One of the bands that somebody has published: between two of them nobody knows.
std::optional<std::uint32_t> minutesAsked(const std::string& text, const Flags& kinds, const Library& library,
                                          Problems& wrong) {
    std::set<std::uint32_t> bands;
    if (library.minutes()) {
        for (const Catchments& one : library.minutes()->all) {
            if (kinds[one.kind] != 0) bands.insert(one.bands.begin(), one.bands.end());
        }
    }
    if (bands.empty()) {
        wrong.add("--minutes", "the atlas has no minutes on foot to these places. Ask for metres: --within");
        return std::nullopt;
    }
    std::string list;
    for (const std::uint32_t band : bands) list += (list.empty() ? "" : ", ") + std::to_string(band);
    const auto number = parseNumber(text);
    for (const std::uint32_t band : bands) {
        if (number && *number == Number{band, 0}) return band;
    }
    wrong.add("--minutes", "expected one of the published minutes, " + list + ", found " + inQuotes(text));
    return std::nullopt;
}

DegreeBox boxOfAtlas(const AtlasHead& head) {
    DegreeBox box;
    const Lod& finest = head.lods.back();
    for (const TileInfo& tile : finest.tiles) {
        for (const GridPoint corner :
             {GridPoint{tile.box.minX, tile.box.minY}, GridPoint{tile.box.maxX, tile.box.maxY}})
            box.add(toLonLat(toWorld(corner, finest.gridBits)));
    }
    return box;
}

bool isInBox(const DegreeBox& box, double latDeg, double lonDeg) {
    return lonDeg >= box.west && lonDeg <= box.east && latDeg >= box.south && latDeg <= box.north;
}

std::optional<AskedFrom> fromPlace(const std::string& text, std::size_t comma, const AtlasHead& head, Problems& wrong) {
    const auto lat = parseNumber(text.substr(0, comma)), lon = parseNumber(text.substr(comma + 1));
    if (!lat || !lon) {
        wrong.add("--nearest",
                  "expected the code of a small area, or a latitude and a longitude in degrees such as "
                  "51.5,-0.1, found " +
                      inQuotes(text));
        return std::nullopt;
    }
    const double latDeg = lat->toDouble(), lonDeg = lon->toDouble();
    const DegreeBox box = boxOfAtlas(head);
    if (isInBox(box, latDeg, lonDeg)) return AskedFrom{toGround({lonDeg, latDeg}), {}};
    const bool isSwapped = isInBox(box, lonDeg, latDeg);
    wrong.add("--nearest",
              inQuotes(text) + " lies outside the map, which reaches from " + box.words() +
                  (isSwapped ? ". Latitude comes first: " + text.substr(comma + 1) + "," + text.substr(0, comma) : ""));
    return std::nullopt;
}

}  // namespace

std::optional<AskedFrom> askedFrom(const std::string& text, const Library& library, Problems& wrong) {
    const AtlasHead& head = *library.head();
    const std::size_t comma = text.find(',');
    if (comma != text.npos) return fromPlace(text, comma, head, wrong);
    const auto area = areaWithCode(text, library);
    if (area && area->level == 0) return AskedFrom{library.points()->all[area->area], area->area};
    wrong.add("--nearest", area ? inQuotes(text) + " is the code of a " + head.levels[area->level].singular +
                                      ", which has no point. Expected the code of a small area, or LAT,LON"
                                : "expected the code of a small area, or a latitude and a longitude in degrees such as "
                                  "51.5,-0.1, found " +
                                      inQuotes(text));
    return std::nullopt;
}

Flags askedKinds(const std::vector<std::string>& ids, const Venues& venues, Problems& wrong) {
    Flags kinds(venues.kinds.size(), ids.empty() ? 1 : 0);
    std::string known;
    for (const auto& kind : venues.kinds) known += (known.empty() ? "" : ", ") + kind.id;
    for (const std::string& id : ids) {
        bool isKnown = false;
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            if (venues.kinds[kind].id != id) continue;
            kinds[kind] = 1;
            isKnown = true;
        }
        if (!isKnown) wrong.add("--kind", "there is no kind " + inQuotes(id) + ". The atlas has " + known);
    }
    return kinds;
}

void checkVenuesOptions(const VenuesOptions& options, Problems& wrong) {
    if (options.nearest.empty() != options.hasGaps)
        return wrong.add("dex venues", "expected either --nearest CODE|LAT,LON or --gaps");
    if (options.hasGaps) {
        if (options.within.empty() == options.minutes.empty())
            wrong.add("--gaps", "expected either --within METRES or --minutes MINUTES");
        // Nobody has published how long the way to a place is that is not there yet.
        if (!options.next.empty() && options.within.empty())
            wrong.add("--next", "it is counted in metres. Ask for --within METRES instead of --minutes");
        return;
    }
    for (const auto& [option, text] : {std::pair("--within", &options.within), std::pair("--minutes", &options.minutes),
                                       std::pair("--place", &options.place), std::pair("--view", &options.view),
                                       std::pair("--next", &options.next), std::pair("--csv", &options.csv)}) {
        if (!text->empty()) wrong.add(option, "it goes with --gaps");
    }
}

std::optional<AskedReach> askedGaps(const VenuesOptions& options, const Library& library, Problems& wrong) {
    AskedReach asked;
    asked.reach.kinds = askedKinds(options.kinds, *library.venues(), wrong);
    if (!options.within.empty())
        asked.reach.metres = wholeAsked("--within", options.within, kMaxReachMetres, "metres", wrong).value_or(0);
    if (!options.minutes.empty())
        asked.reach.minutes = minutesAsked(options.minutes, asked.reach.kinds, library, wrong);
    if (!options.next.empty())
        asked.next = wholeAsked("--next", options.next, kMaxSpots, "how many spots", wrong).value_or(0);
    asked.hasView = !options.view.empty();
    const ViewState view = askedView(options.view, wrong);
    const auto fitted = wrong.any() ? std::nullopt : fittedView(view, library, wrong);
    if (fitted) asked.view = *fitted;
    if (!options.place.empty()) {
        asked.place = areaWithCode(options.place, library);
        if (!asked.place) wrong.add("--place", "no area has the code " + inQuotes(options.place));
    } else if (asked.view.place) {
        asked.place = areaWithRef(*asked.view.place, library);
    }
    return wrong.any() ? std::nullopt : std::optional(std::move(asked));
}

}  // namespace dex
