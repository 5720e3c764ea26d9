#include "gpu/border_order.h"

#include <algorithm>

#include "base/sort.h"

namespace dex {
namespace {

AreaNumber parentOf(AreaNumber area, const std::vector<std::uint32_t>& grouping) {
    return area < grouping.size() ? grouping[area] : kOutside;
}

// In this order neighbouring numbers differ in one bit, so that the numbers with a given bit stand in few runs.
std::uint32_t grayRank(std::uint32_t code) {
    // From the reflected Gray code back to the number: each bit is the sum, without carries, of itself and all above
    // it.
    for (std::uint32_t shift = 1; shift < 32; shift *= 2) code ^= code >> shift;
    return code;
}

struct ArcPlace {
    std::uint64_t key = 0;
    std::uint32_t arc = 0;
    std::uint32_t levels = 0;
    bool owned = true;
};

}  // namespace

SortedBorders sortBorders(const BorderArcs& arcs, std::span<const std::vector<std::uint32_t>> groupings) {
    // Without groupings, or with small areas alone, there is no level above to sort by.
    const std::uint32_t topBit = groupings.size() > 1 ? 1u << (groupings.size() - 1) : 1u;
    std::vector<ArcPlace> places;
    places.reserve(arcs.arcs.size());
    std::size_t pieceCount = 0;
    for (std::uint32_t i = 0; i < arcs.arcs.size(); ++i) {
        const TileArc& arc = arcs.arcs[i];
        // One point makes no piece, and what counts the pieces below relies on two.
        if (arc.points.count < 2) continue;
        ArcPlace place;
        place.arc = i;
        // The two sides of an arc are always different small areas: bit 0 needs no grouping.
        place.levels = 1;
        for (std::size_t level = 1; level < groupings.size(); ++level) {
            // Not loaded yet: no borders of that level. MapTiles sorts the arcs again when it arrives.
            if (groupings[level].empty()) continue;
            if (parentOf(arc.left, groupings[level]) != parentOf(arc.right, groupings[level]))
                place.levels |= 1u << level;
        }
        // Both tiles hold the arc; the one with the lower-numbered area draws what may be drawn only once. The outside
        // is the largest number, so a border with it belongs to the area.
        place.owned = std::binary_search(arcs.areas.begin(), arcs.areas.end(), std::min(arc.left, arc.right));
        // A border of the topmost level keeps key 0: it comes first, and neither its other levels nor its owner split
        // that range, because its line is opaque and nothing else is drawn along it.
        if (topBit == 1 || (place.levels & topBit) == 0) {
            place.key = 1 + grayRank(place.levels) + (place.owned ? 0 : std::uint64_t{1} << 32);
        }
        places.push_back(place);
        pieceCount += arc.points.count - 1;
    }
    const std::vector<std::uint32_t> order =
        orderBy(places.size(), [&](std::uint32_t a, std::uint32_t b) { return places[a].key < places[b].key; });

    SortedBorders sorted;
    sorted.pieces.reserve(pieceCount);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ArcPlace& place = places[order[i]];
        const PointRange points = arcs.arcs[place.arc].points;
        if (i == 0 || place.key != places[order[i - 1]].key) {
            // Arcs of key 0 differ in their other levels; their range claims only what all of them have.
            const auto first = static_cast<std::uint32_t>(sorted.pieces.size());
            sorted.ranges.push_back(
                {place.key == 0 ? topBit : place.levels, place.owned || place.key == 0, {first, 0}});
        }
        for (std::uint32_t p = points.first; p + 1 < points.first + points.count; ++p) {
            const TilePoint from = arcs.points[p], to = arcs.points[p + 1];
            sorted.pieces.push_back({from.x, from.y, to.x, to.y});
        }
        sorted.ranges.back().pieces.count += points.count - 1;
    }
    return sorted;
}

PointRange nextRun(std::span<const BorderRange> ranges, std::uint32_t with, std::uint32_t without, bool ownedOnly,
                   std::size_t& at) {
    PointRange run;
    for (; at < ranges.size(); ++at) {
        const BorderRange& range = ranges[at];
        if ((range.levels & with) != with || (range.levels & without) != 0 || (ownedOnly && !range.owned)) continue;
        if (run.count == 0) run.first = range.pieces.first;
        // The ranges follow each other in `pieces`, so a gap means that one in between was passed over: the run ends,
        // and the next call begins with this range.
        if (run.first + run.count != range.pieces.first) break;
        run.count += range.pieces.count;
    }
    return run;
}

}  // namespace dex
