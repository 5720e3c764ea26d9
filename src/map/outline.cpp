#include "map/outline.h"

#include <algorithm>

#include "base/sort.h"
#include "map/border.h"

namespace dex {
namespace {

std::int64_t placeOf(GridPoint p) { return (std::int64_t{p.x} << 32) | p.y; }

}  // namespace

Outline outlineOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set) {
    const std::vector<BorderArc> border = borderOf(tiles, keys, set);
    const auto startOf = [&](std::uint32_t arc) { return placeOf(border[arc].first()); };
    // To find the arc that begins where another ends.
    const std::vector<std::uint32_t> byStart =
        orderBy(border.size(), [&](std::uint32_t a, std::uint32_t b) { return startOf(a) < startOf(b); });
    Flags used(border.size());
    const auto nextFrom = [&](GridPoint point) -> const BorderArc* {
        const std::int64_t place = placeOf(point);
        auto at = std::lower_bound(byStart.begin(), byStart.end(), place,
                                   [&](std::uint32_t arc, std::int64_t b) { return startOf(arc) < b; });
        // Where chains touch several arcs begin: any that is left closes a chain, and together they draw the same line.
        for (; at != byStart.end() && startOf(*at) == place; ++at) {
            if (used[*at]) continue;
            used[*at] = true;
            return &border[*at];
        }
        return nullptr;
    };

    Outline outline;
    for (std::uint32_t i = 0; i < border.size(); ++i) {
        if (used[i]) continue;
        used[i] = true;
        outline.starts.push_back(static_cast<std::uint32_t>(outline.points.size()));
        const GridPoint begin = border[i].first();
        outline.points.push_back(toWorld(begin, kMaxGridBits));
        for (const BorderArc* arc = &border[i]; arc;) {
            for (std::uint32_t p = 1; p < arc->points.count; ++p) {
                outline.points.push_back(toWorld(arc->point(p), kMaxGridBits));
            }
            const GridPoint end = arc->last();
            arc = end == begin ? nullptr : nextFrom(end);
        }
    }
    return outline;
}

}  // namespace dex
