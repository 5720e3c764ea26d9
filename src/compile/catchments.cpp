#include <algorithm>
#include <map>
#include <set>

#include "archive/limits.h"
#include "compile/read_layer.h"
#include "compile/read_venues.h"
#include "compile/text.h"
#include "compile/venue_rows.h"
#include "find/polygon.h"
#include "table/number.h"

namespace dex {

namespace {

std::vector<GroundRing> ringsOf(const AreaPolygon::Part& part) {
    std::vector<GroundRing> rings;
    for (const auto& source : part) {
        GroundRing& ring = rings.emplace_back();
        // The nearest 1e-7 degrees are those that were published: the plane of the map takes only the last digits of a double.
        for (const WorldPoint point : source) ring.push_back(toGround(toLonLat(point)));
    }
    return rings;
}

// The best that is known of one kind, by small area.
struct Best {
    std::uint32_t source = 0;
    std::set<std::uint32_t> bands;
    std::vector<std::uint32_t> minutes;  // 0: in no catchment so far.
    std::vector<std::uint32_t> venues;
};

class CatchmentReader {
public:
    CatchmentReader(const ReadVenues& read, const AreaPoints& points) : read_(read), points_(points) {}

    // Takes a polygon's minutes to a venue for all small areas whose points it holds. False where it is larger than a shape may
    // be (find/polygon.h).
    bool take(const AreaPolygon& polygon, std::uint32_t minutes, std::uint32_t venue, std::uint32_t source) {
        Best& best = byKind_[read_.venues.all[venue].kind];
        hasTwoSources_ = hasTwoSources_ || (!best.bands.empty() && best.source != source);
        best.source = source;
        best.bands.insert(minutes);
        best.minutes.resize(points_.all.size());
        best.venues.resize(points_.all.size());
        for (const auto& part : polygon.parts) {
            const auto shape = Polygon::of(ringsOf(part));
            if (!shape.ok() && shape.error().status == Status::TooLarge) return false;
            // Without an inside it holds nothing.
            if (!shape.ok()) continue;
            for (std::uint32_t area = 0; area < points_.all.size(); ++area) {
                if (isBetter(best, area, minutes, venue) && shape.value().contains(points_.all[area])) {
                    best.minutes[area] = minutes;
                    best.venues[area] = venue;
                }
            }
        }
        return true;
    }

    // Of one kind: then nobody could say whose a minute is.
    bool hasTwoSources() const { return hasTwoSources_; }

    WalkingMinutes finish(const std::vector<Source>& sources) const {
        WalkingMinutes all;
        all.venueCount = static_cast<std::uint32_t>(read_.venues.all.size());
        for (const auto& [kind, best] : byKind_) {
            Catchments one;
            one.kind = kind;
            one.source = sources[best.source];
            one.bands.assign(best.bands.begin(), best.bands.end());
            for (std::size_t area = 0; area < best.minutes.size(); ++area) {
                const auto band = best.minutes[area] == 0
                                      ? one.bands.end()
                                      : std::find(one.bands.begin(), one.bands.end(), best.minutes[area]);
                one.bandOf.push_back(static_cast<std::uint8_t>(band - one.bands.begin()));
                one.venueOf.push_back(best.minutes[area] == 0 ? 0 : best.venues[area]);
            }
            all.all.push_back(std::move(one));
        }
        return all;
    }

private:
    // Fewer minutes; of as many the venue that is nearer, then the first.
    bool isBetter(const Best& best, std::uint32_t area, std::uint32_t minutes, std::uint32_t venue) const {
        if (best.minutes[area] == 0 || minutes != best.minutes[area])
            return best.minutes[area] == 0 || minutes < best.minutes[area];
        const auto metresTo = [&](std::uint32_t one) {
            return metresBetween(points_.all[area], read_.venues.all[one].point);
        };
        const double known = metresTo(best.venues[area]), other = metresTo(venue);
        return other < known || (other == known && venue < best.venues[area]);
    }

    const ReadVenues& read_;
    const AreaPoints& points_;
    std::map<std::uint32_t, Best> byKind_;
    bool hasTwoSources_ = false;
};

// "300" as 5; reported where it is no whole minute of a day.
std::optional<std::uint32_t> minutesIn(const std::string& text, const std::string& where, Problems& problems) {
    const auto seconds = parseNumber(text);
    const double minutes = seconds ? seconds->toDouble() / 60 : 0;
    if (seconds && minutes >= 1 && minutes <= kMaxMinutes && minutes == static_cast<std::uint32_t>(minutes))
        return static_cast<std::uint32_t>(minutes);
    problems.add(where, "expected seconds that are whole minutes, up to a day, found " + inQuotes(text));
    return std::nullopt;
}

void readLayerOf(const VenueRecipe::CatchmentLayer& layer, const ReadVenues& read, SourceFiles& files,
                 CatchmentReader& reader, Report::OfCatchments& shown, Problems& problems) {
    std::vector<std::string> columns;
    layer.of.addColumns(columns);
    columns.push_back(layer.seconds);
    const auto path = files.path(layer.file, problems);
    if (!path) return;
    const auto features =
        readLayer({*path, layer.file, layer.layer, columns, {}, files.settings(layer.file), "catchments"}, problems);
    if (!features) return;
    const std::size_t before = problems.count();
    std::map<std::string, std::uint32_t> named;
    for (const auto& one : read.ofList[layer.list]) named.emplace(one.name, one.venue);
    std::set<std::string> unknown;
    std::set<std::uint32_t> met;
    const VenueRows attributes{columns, {}, 0};
    for (std::size_t i = 0; i < features->size(); ++i) {
        const Feature& feature = (*features)[i];
        const VenueRows::Row row{*path + ", feature " + std::to_string(i + 1), feature.attributes, {}};
        const std::string name = attributes.filled(layer.of, row);
        const auto venue = named.find(catchmentName(name));
        // Of a library that has closed since, or is none of those that are meant.
        if (venue == named.end()) {
            unknown.insert(name);
            continue;
        }
        const auto minutes = minutesIn(feature.attributes.back(), row.where, problems);
        if (!minutes) continue;
        if (!reader.take(feature.polygon, *minutes, venue->second, layer.source)) {
            problems.add(row.where, "has a part with more than " + grouped(kMaxShapeCorners) +
                                        " corners, or is wider than 90°. Simplify it (ogr2ogr -simplify 0.0001)");
            continue;
        }
        met.insert(venue->second);
        ++shown.used;
    }
    shown.read = static_cast<std::uint32_t>(features->size());
    shown.unknown.assign(unknown.begin(), unknown.end());
    shown.venues = static_cast<std::uint32_t>(met.size());
    shown.without = static_cast<std::uint32_t>(read.ofList[layer.list].size() - met.size());
    if (shown.used == 0 && problems.count() == before)
        problems.add(layer.file, "none of its catchments is called as a venue is. The first is " +
                                     inQuotes(unknown.empty() ? std::string() : *unknown.begin()));
}

}  // namespace

WalkingMinutes readCatchments(const Recipe& recipe, const ReadVenues& read, const AreaPoints& points,
                              SourceFiles& files, Report& report, Problems& problems) {
    if (!recipe.venues) return {};
    CatchmentReader reader(read, points);
    for (const auto& layer : recipe.venues->catchments) {
        Report::OfCatchments& shown = report.catchments.emplace_back();
        shown.file = layer.file;
        // Catchments of venues that are not there are of no use.
        shown.isAbsent = (layer.optional && !files.has(layer.file)) || report.venues[layer.list].isAbsent;
        if (!shown.isAbsent) readLayerOf(layer, read, files, reader, shown, problems);
    }
    if (reader.hasTwoSources())
        problems.add("$.venues.catchments",
                     "a kind of venue has catchments of two sources. Give each a kind of its own");
    return reader.finish(recipe.venues->sources);
}

}  // namespace dex
