#include "geo/places.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

#include "geo/exact.h"
#include "geo/projection.h"

namespace dex {

namespace {

struct Segment {
    GridPoint a, b;
};

struct Inside {
    double x = 0, y = 0;
    double distance = -1;  // To the nearest border; negative outside.
};

// Even-odd over all borders of the area, and the distance to the nearest of them.
double signedDistance(const std::vector<Segment>& borders, double x, double y) {
    bool inside = false;
    double nearest2 = std::numeric_limits<double>::infinity();
    for (const auto& [a, b] : borders) {
        const double ax = a.x - x, ay = a.y - y, bx = b.x - x, by = b.y - y;
        // Half open: a vertex on the ray counts for one of its two borders.
        if ((ay <= 0) != (by <= 0) && (ax * by - ay * bx > 0) == (by > ay)) inside = !inside;
        const double dx = bx - ax, dy = by - ay;
        const double t = std::clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        const double px = ax + t * dx, py = ay + t * dy;
        nearest2 = std::min(nearest2, px * px + py * py);
    }
    return inside ? std::sqrt(nearest2) : -std::sqrt(nearest2);
}

// A square that may hold the point farthest from all borders (after Agafonkin's polylabel).
struct Cell {
    double x, y, half, distance, max;
    bool operator<(const Cell& o) const { return max < o.max; }
};

Inside farthestInside(const std::vector<Segment>& borders, const GridBox& box) {
    const double width = std::max(1, box.maxX - box.minX), height = std::max(1, box.maxY - box.minY);
    // A long thin area starts with sixteen squares or so, not with hundreds.
    const double side = std::max(std::min(width, height), std::max(width, height) / 16);
    Inside best;
    std::priority_queue<Cell> open;
    const auto add = [&](double x, double y, double half) {
        const double distance = signedDistance(borders, x, y);
        if (distance > best.distance) best = {x, y, distance};
        // No point of the square is farther from its middle than half its diagonal, and so none can be farther from the
        // borders than this.
        open.push({x, y, half, distance, distance + half * std::numbers::sqrt2});
    };
    for (double y = box.minY; y < box.maxY; y += side) {
        for (double x = box.minX; x < box.maxX; x += side) add(x + side / 2, y + side / 2, side / 2);
    }
    // A twentieth of the distance is near enough for a label.
    while (!open.empty()) {
        const Cell cell = open.top();
        open.pop();
        if (cell.max <= std::max(best.distance * 1.05, best.distance + 0.25)) break;
        // Anchors are whole cells of the grid: a finer square decides nothing.
        if (cell.half < 0.25) continue;
        const double half = cell.half / 2;
        for (const double y : {cell.y - half, cell.y + half}) {
            for (const double x : {cell.x - half, cell.x + half}) add(x, y, half);
        }
    }
    return best;
}

GridPoint anchorOf(const std::vector<Segment>& borders, const GridBox& box) {
    const Inside best = farthestInside(borders, box);
    const GridPoint near = {static_cast<std::int32_t>(std::floor(best.x + 0.5)),
                            static_cast<std::int32_t>(std::floor(best.y + 0.5))};
    if (signedDistance(borders, near.x, near.y) > 0) return near;
    // An area of a cell or two: any grid point inside, or else on its border.
    GridPoint found = borders.front().a;
    double farthest = 0;
    for (std::int32_t y = near.y - 3; y <= near.y + 3; ++y) {
        for (std::int32_t x = near.x - 3; x <= near.x + 3; ++x) {
            const double distance = signedDistance(borders, x, y);
            if (distance <= farthest) continue;
            farthest = distance;
            found = {x, y};
        }
    }
    return found;
}

}  // namespace

std::vector<AreaPlace> findPlaces(const Topology& topology, std::uint32_t areaCount) {
    const Cycles cycles = findCycles(topology);
    std::vector<std::vector<std::uint32_t>> byArea(areaCount);
    for (std::uint32_t c = 0; c < cycles.size(); ++c) {
        const AreaNumber area = areaOf(topology, cycles[c].front());
        if (area < areaCount) byArea[area].push_back(c);
    }
    std::vector<AreaPlace> places(areaCount);
    std::vector<Segment> borders;
    for (AreaNumber area = 0; area < areaCount; ++area) {
        AreaPlace& place = places[area];
        borders.clear();
        double cells = 0;
        for (const std::uint32_t c : byArea[area]) {
            cells += static_cast<double>(doubleArea(topology, cycles[c])) / 2;
            // All borders of the area, those of its holes and parts as well: a label keeps clear of each.
            for (const HalfArc h : cycles[c]) {
                for (std::uint32_t k = 0; k + 1 < topology.arcs[h / 2].count; ++k) {
                    borders.push_back(
                        {topology.points[pointOf(topology, h, k)], topology.points[pointOf(topology, h, k + 1)]});
                    place.box.add(borders.back().a);
                }
            }
        }
        if (borders.empty()) continue;
        place.anchor = anchorOf(borders, place.box);
        const double metres =
            kWorldMetres / cellsPerWorld(topology.gridBits) * groundScale(toWorld(place.anchor, topology.gridBits).y);
        place.squareMetres = cells * metres * metres;
    }
    return places;
}

Topology mergeAreas(const Topology& topology, const std::vector<std::uint32_t>& parents) {
    const auto parentOf = [&](AreaNumber area) { return area == kOutside ? kOutside : parents[area]; };
    std::vector<LabelledEdge> edges;
    for (const Arc& arc : topology.arcs) {
        const auto chain = topology.chain(arc);
        for (std::size_t k = 0; k + 1 < chain.size(); ++k)
            edges.push_back({chain[k], chain[k + 1], parentOf(arc.left), parentOf(arc.right)});
    }
    return cutIntoArcs(topology.points, edges, topology.gridBits);
}

}  // namespace dex
