#include "find/within.h"

#include "find/area_in_circle.h"
#include "find/area_in_polygon.h"

namespace dex {

namespace {

// Calls `mark` with the number of each point that the shape holds.
template <typename Mark>
void eachPointIn(const AskedShape& shape, std::span<const GroundPoint> points, Mark mark) {
    const GroundBox box = boxOf(shape);
    const Circle* circle = std::get_if<Circle>(&shape);
    const CircleEdge edge(circle ? *circle : Circle());
    const Polygon* polygon = std::get_if<Polygon>(&shape);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const GroundPoint point = points[i];
        if (!box.contains({point.lon, point.lat})) continue;
        if (circle ? edge.holds(point) : polygon->contains(point)) mark(i);
    }
}

}  // namespace

GroundBox boxOf(const AskedShape& shape) {
    if (const auto* circle = std::get_if<Circle>(&shape)) return CircleEdge(*circle).box();
    return std::get<Polygon>(shape).box();
}

WorldBox worldBoxOf(const AskedShape& shape) {
    const GroundBox box = boxOf(shape);
    const WorldPoint low = toWorld(toLonLat(GroundPoint{box.minX, box.minY}));
    const WorldPoint high = toWorld(toLonLat(GroundPoint{box.maxX, box.maxY}));
    return {low.x, low.y, high.x, high.y};
}

AreaMarks chosenByPoint(const AskedShape& shape, std::span<const GroundPoint> points) {
    AreaMarks marks(points.size(), 0);
    eachPointIn(shape, points, [&](std::size_t i) { marks[i] = kChosen | kTouched; });
    return marks;
}

AreaMarks within(const AskedShape& shape, std::span<const GroundPoint> points, std::span<GroundTile* const> tiles) {
    AreaMarks marks(points.size(), 0);
    const GroundBox box = boxOf(shape);
    const auto markAll = [&](auto&& markOf) {
        for (GroundTile* tile : tiles) {
            for (std::size_t area = 0; area < tile->areaCount(); ++area) {
                if (tile->box(area).touches(box)) marks[tile->number(area)] = markOf(*tile, area);
            }
        }
    };
    if (const auto* circle = std::get_if<Circle>(&shape)) {
        markAll(AreaInCircle(*circle));
    } else {
        markAll(AreaInPolygon(std::get<Polygon>(shape)));
    }
    eachPointIn(shape, points, [&](std::size_t i) {
        if (marks[i] != 0) marks[i] |= kChosen;
    });
    return marks;
}

}  // namespace dex
