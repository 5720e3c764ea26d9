#include "model/venue_reach.h"

#include <algorithm>
#include <limits>

#include "base/exact.h"

namespace dex {
namespace {

// The class of more risk at its end: of a measure of which less is more risk the first.
std::uint32_t highestOf(const Chosen& chosen, const AtlasHead& head, std::uint32_t classCount) {
    const bool isReversed =
        chosen.measure.kind == MeasureKind::Indicator && head.indicators[chosen.measure.index].polarity < 0;
    // Of two-way classes the last is the corner where both are highest (model/analysis.cpp).
    return isReversed ? 0 : classCount - 1;
}

// By which the areas of a choice are listed.
std::vector<double> orderOf(const Chosen& chosen, const AtlasHead& head, const Column& column) {
    std::vector<double> order;
    const bool isReversed =
        chosen.measure.kind == MeasureKind::Indicator && head.indicators[chosen.measure.index].polarity < 0;
    for (std::size_t area = 0; area < column.size(); ++area) {
        const double value = isReversed ? -column.values[area] : column.values[area];
        order.push_back(hasNumber(column.states[area]) ? value : std::numeric_limits<double>::lowest());
    }
    return order;
}

}  // namespace

std::vector<FileIndex> filesOfReach(const AtlasHead& head) {
    std::vector<FileIndex> files{head.points, head.venues, head.minutes, head.residents};
    std::erase(files, kNoFile);
    return files;
}

VenueFinder::VenueFinder(const Venues& venues) {
    for (std::uint32_t kind = 0; kind < venues.kinds.size(); ++kind) {
        std::vector<GroundPoint> points;
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < venues.all.size(); ++i) {
            if (venues.all[i].kind != kind) continue;
            points.push_back(venues.all[i].point);
            numbers.push_back(i);
        }
        byKind_.push_back({NearestPoint(points), std::move(numbers)});
    }
}

std::optional<VenueNear> VenueFinder::nearest(std::uint32_t kind, GroundPoint from) const {
    const auto found = byKind_[kind].points.nearest(from);
    if (!found) return std::nullopt;
    return VenueNear{byKind_[kind].venues[found->point], found->metres};
}

std::optional<VenueNear> VenueFinder::nearest(const Flags& kinds, GroundPoint from) const {
    std::optional<VenueNear> best;
    for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
        const auto found = kinds[kind] != 0 ? nearest(kind, from) : std::nullopt;
        if (!found) continue;
        const bool isBetter =
            !best || found->metres < best->metres || (found->metres == best->metres && found->venue < best->venue);
        if (isBetter) best = found;
    }
    return best;
}

std::optional<std::uint32_t> minutesTo(const WalkingMinutes& minutes, const Flags& kinds, std::uint32_t area) {
    std::optional<std::uint32_t> best;
    for (const Catchments& one : minutes.all) {
        if (kinds[one.kind] == 0 || !one.isWithin(area)) continue;
        const std::uint32_t band = one.bands[one.bandOf[area]];
        if (!best || band < *best) best = band;
    }
    return best;
}

Flags outOfReach(const Library& library, const VenueFinder& finder, const Reach& reach,
                 const std::optional<LevelArea>& place) {
    const AreaPoints& points = *library.points();
    Flags areas(points.all.size());
    for (std::uint32_t area = 0; area < areas.size(); ++area) {
        if (!isInPlace(library, place, area)) continue;
        if (reach.minutes) {
            const auto minutes = minutesTo(*library.minutes(), reach.kinds, area);
            areas[area] = !minutes || *minutes > *reach.minutes;
        } else {
            const auto near = finder.nearest(reach.kinds, points.all[area]);
            // Without a venue everybody is out of reach.
            areas[area] = !near || near->metres > reach.metres;
        }
    }
    return areas;
}

Chosen chosenForHighest(Chosen chosen, const AtlasHead& head) {
    const MeasureKind kind = chosen.measure.kind;
    if (head.index && !isScale(kind) && kind != MeasureKind::TwoWay) chosen.measure = {MeasureKind::Overall};
    chosen.level = 0;
    chosen.place.reset();
    chosen.selected.reset();
    chosen.chosenClass.reset();
    chosen.compared.clear();
    return chosen;
}

std::optional<HighestClass> highestClass(const Chosen& chosen, const Library& library) {
    const AtlasHead& head = *library.head();
    const Chosen asked = chosenForHighest(chosen, head);
    Analysis analysis;
    analysis.update(asked, library);
    if (!analysis.hasValues()) return std::nullopt;
    const LevelScores* scores = analysis.scoresAt(0, library);
    if (head.index && !scores) return std::nullopt;
    HighestClass highest;
    highest.isOverall = asked.measure != chosen.measure;
    const Classes& classes = analysis.classes();
    const std::uint32_t wanted = highestOf(asked, head, classes.classCount);
    for (const std::uint8_t of : classes.ofArea) highest.areas.push_back(of == wanted);
    highest.overall.resize(head.areaCount());
    if (scores) {
        const Column& overall = scores->scores().overall;
        for (std::size_t i = 0; i < overall.size(); ++i) {
            // As a whole number, so that a sum of many is the same in any order.
            if (hasNumber(overall.states[i]))
                highest.overall[i] = static_cast<std::int64_t>(nearestWhole(overall.values[i] * 1e9));
        }
    }
    const bool isTwoWay = asked.measure.kind == MeasureKind::TwoWay;
    highest.order = orderOf(asked, head, isTwoWay ? scores->scores().overall : analysis.column());
    return highest;
}

std::int64_t residentsOf(const Library& library, std::uint32_t area) {
    const FileIndex file = library.head()->residents;
    if (file == kNoFile) return 1;
    const Column* column = library.column(file);
    if (column == nullptr || !hasNumber(column->states[area])) return 0;
    return static_cast<std::int64_t>(nearestWhole(column->values[area]));
}

std::vector<std::uint32_t> listedAreas(const Library& library, const Flags& areas, const std::vector<double>& order) {
    std::vector<std::uint32_t> list;
    for (std::uint32_t area = 0; area < areas.size(); ++area) {
        if (areas[area] != 0) list.push_back(area);
    }
    std::sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (!order.empty() && order[a] != order[b]) return order[a] > order[b];
        const std::int64_t ofA = residentsOf(library, a), ofB = residentsOf(library, b);
        // Areas are numbered by code.
        return ofA != ofB ? ofA > ofB : a < b;
    });
    return list;
}

WhereNext whereNext(const Library& library, const VenueFinder& finder, const Reach& reach, const HighestClass& highest,
                    const std::optional<LevelArea>& place, std::span<const GroundPoint> dropped, std::uint32_t count) {
    const AreaPoints& points = *library.points();
    // Always by metres: nobody has published how long the way to a place is that is not there yet.
    const Flags far = outOfReach(library, finder, {reach.kinds, reach.metres, {}}, place);
    std::vector<Demand> demand;
    std::vector<GroundPoint> candidates;
    WhereNext next;
    for (std::uint32_t area = 0; area < points.all.size(); ++area) {
        if (!isInPlace(library, place, area)) continue;
        next.candidates.push_back(area);
        candidates.push_back(points.all[area]);
        if (far[area] == 0 || highest.areas[area] == 0) continue;
        demand.push_back({points.all[area], residentsOf(library, area), highest.overall[area]});
    }
    candidates.insert(candidates.end(), dropped.begin(), dropped.end());
    next.picks = greedyCover(demand, candidates, reach.metres, count);
    return next;
}

}  // namespace dex
