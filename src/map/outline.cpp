#include "map/outline.h"

#include <algorithm>

#include "map/border.h"

namespace dex {
namespace {

// By place, to find the arc that begins where another ends.
struct Start {
    std::int64_t place;
    std::uint32_t arc;
};

std::int64_t placeOf(GridPoint p) { return (std::int64_t{p.x} << 32) | p.y; }

}  // namespace

Outline outlineOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set) {
    const std::vector<BorderArc> border = borderOf(tiles, keys, set);
    std::vector<Start> starts;
    for (std::uint32_t i = 0; i < border.size(); ++i) starts.push_back({placeOf(border[i].first()), i});
    std::sort(starts.begin(), starts.end(),
              [](Start a, Start b) { return a.place != b.place ? a.place < b.place : a.arc < b.arc; });
    std::vector<bool> used(border.size());
    const auto nextFrom = [&](GridPoint point) -> const BorderArc* {
        const std::int64_t place = placeOf(point);
        auto at =
            std::lower_bound(starts.begin(), starts.end(), place, [](Start a, std::int64_t b) { return a.place < b; });
        for (; at != starts.end() && at->place == place; ++at) {
            if (used[at->arc]) continue;
            used[at->arc] = true;
            return &border[at->arc];
        }
        return nullptr;
    };

    Outline outline;
    for (std::uint32_t i = 0; i < border.size(); ++i) {
        if (used[i]) continue;
        used[i] = true;
        outline.starts.push_back(static_cast<std::uint32_t>(outline.points.size()));
        const GridPoint begin = border[i].first();
        outline.points.push_back(toWorld(begin, kMostGridBits));
        for (const BorderArc* arc = &border[i]; arc;) {
            for (std::uint32_t p = 1; p < arc->points.count; ++p) {
                outline.points.push_back(toWorld(arc->point(p), kMostGridBits));
            }
            const GridPoint end = arc->last();
            arc = end == begin ? nullptr : nextFrom(end);
        }
    }
    return outline;
}

}  // namespace dex
