#include "output/level_rings.h"

#include <algorithm>
#include <unordered_map>

#include "geo/exact.h"

namespace dex {

namespace {

constexpr std::uint32_t kNoRing = kNoGroup;

std::uint64_t keyOf(GridPoint p) {
    return std::uint64_t{static_cast<std::uint32_t>(p.x)} << 32 | static_cast<std::uint32_t>(p.y);
}

// A border run with the area on its left, both ends included.
struct Chain {
    std::uint32_t group = kNoRing;
    std::vector<GridPoint> points;
    bool used = false;
};

std::uint32_t groupAt(std::span<const std::uint32_t> groupOf, AreaNumber area) {
    return area == kOutside ? kNoRing : groupOf[area];
}

std::vector<GridPoint> pointsOf(const Tile& tile, const TileArc& arc) {
    std::vector<GridPoint> points;
    for (std::uint32_t i = 0; i < arc.points.count; ++i) {
        const TilePoint p = tile.arcPoints[arc.points.first + i];
        points.push_back({tile.box.minX + p.x, tile.box.minY + p.y});
    }
    return points;
}

bool holdsArea(const Tile& tile, AreaNumber area) {
    const auto at = std::lower_bound(tile.areas.begin(), tile.areas.end(), area,
                                     [](const TileArea& one, AreaNumber number) { return one.number < number; });
    return at != tile.areas.end() && at->number == area;
}

// A border between tiles stands in both; each side is taken from the tile that holds the area on that side.
std::vector<Chain> chainsOf(std::span<const Tile> tiles, std::span<const std::uint32_t> groupOf) {
    std::vector<Chain> chains;
    for (const Tile& tile : tiles) {
        for (const TileArc& arc : tile.arcs) {
            const std::uint32_t left = groupAt(groupOf, arc.left), right = groupAt(groupOf, arc.right);
            // A border inside one larger area is no border of it.
            if (left == right) continue;
            auto points = pointsOf(tile, arc);
            // Turned so that the group is on the left, as rings run.
            if (left != kNoRing && holdsArea(tile, arc.left)) chains.push_back({left, points, false});
            if (right == kNoRing || !holdsArea(tile, arc.right)) continue;
            std::reverse(points.begin(), points.end());
            chains.push_back({right, std::move(points), false});
        }
    }
    return chains;
}

GridPoint minus(GridPoint a, GridPoint b) { return {a.x - b.x, a.y - b.y}; }

// Whether, turning clockwise from `from`, direction u is met before v.
bool metEarlier(GridPoint from, GridPoint u, GridPoint v) {
    // Anticlockwise order is cyclic: clockwise from `from` meets what lies below it first, the largest foremost.
    const bool uBelow = isBefore(u, from), vBelow = isBefore(v, from);
    if (uBelow != vBelow) return uBelow;
    return isBefore(v, u);
}

// Chains of one group joined end to end into closed walks, each keeping to the inside of the wedge it came by.
class Walker {
public:
    Walker(std::vector<Chain>& chains, std::span<const std::uint32_t> own) : chains_(chains) {
        for (const std::uint32_t i : own) startingAt_[keyOf(chains_[i].points.front())].push_back(i);
    }

    GridRing walkFrom(std::uint32_t first) {
        GridRing ring;
        for (std::uint32_t at = first; at != kNoRing && !chains_[at].used;) {
            Chain& chain = chains_[at];
            chain.used = true;
            ring.insert(ring.end(), chain.points.begin(), chain.points.end() - 1);
            at = next(chain);
        }
        return ring;
    }

private:
    std::uint32_t next(const Chain& chain) const {
        const GridPoint here = chain.points.back();
        const auto found = startingAt_.find(keyOf(here));
        if (found == startingAt_.end()) return kNoRing;
        // The direction it came from, seen from the point where it is.
        const GridPoint back = minus(chain.points[chain.points.size() - 2], here);
        std::uint32_t best = kNoRing;
        // Several chains begin where an area touches itself. The next one clockwise keeps to this side of it.
        for (const std::uint32_t i : found->second) {
            const auto direction = [&](std::uint32_t c) { return minus(chains_[c].points[1], here); };
            if (best == kNoRing || metEarlier(back, direction(i), direction(best))) best = i;
        }
        return best;
    }

    std::vector<Chain>& chains_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> startingAt_;
};

// Cuts a walk at points that it passes twice.
std::vector<GridRing> simpleRings(const GridRing& walk) {
    std::vector<GridRing> rings;
    GridRing open;
    std::unordered_map<std::uint64_t, std::size_t> placeOf;
    for (const GridPoint p : walk) {
        const auto seen = placeOf.find(keyOf(p));
        if (seen != placeOf.end()) {
            const auto from = static_cast<std::ptrdiff_t>(seen->second);
            GridRing loop(open.begin() + from, open.end());
            // The loop is cut off, and the walk goes on as if it had not been there.
            for (const GridPoint gone : loop) placeOf.erase(keyOf(gone));
            open.erase(open.begin() + from, open.end());
            if (loop.size() >= 3) rings.push_back(std::move(loop));
        }
        placeOf[keyOf(p)] = open.size();
        open.push_back(p);
    }
    if (open.size() >= 3) rings.push_back(std::move(open));
    return rings;
}

std::int64_t doubledArea(const GridRing& ring) {
    std::int64_t sum = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) sum += cross(ring[0], ring[i - 1], ring[i]);
    return sum;
}

// Whether a point that stands beside a ring's edge is within `ring`: the middle of the edge, in half cells.
bool edgeWithin(const GridRing& ring, GridPoint a, GridPoint b) {
    const std::int64_t x = std::int64_t{a.x} + b.x, y = std::int64_t{a.y} + b.y;
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const GridPoint low = ring[i].y < ring[j].y ? ring[i] : ring[j],
                        high = ring[i].y < ring[j].y ? ring[j] : ring[i];
        // Doubled, so that the middle of an edge is a whole number too.
        if (!(2 * std::int64_t{low.y} <= y && y < 2 * std::int64_t{high.y})) continue;
        const std::int64_t turn = std::int64_t{high.x - low.x} * (y - 2 * std::int64_t{low.y}) -
                                  std::int64_t{high.y - low.y} * (x - 2 * std::int64_t{low.x});
        if (turn > 0) inside = !inside;
    }
    return inside;
}

std::vector<GridPolygon> nested(std::vector<GridRing> rings) {
    std::vector<GridPolygon> polygons;
    std::vector<GridRing> holes;
    for (GridRing& ring : rings) {
        // Outlines turn left, holes right.
        if (doubledArea(ring) > 0) {
            polygons.push_back({std::move(ring), {}});
        } else {
            holes.push_back(std::move(ring));
        }
    }
    for (GridRing& hole : holes) {
        // The smallest outline around it.
        GridPolygon* around = nullptr;
        for (GridPolygon& polygon : polygons) {
            if (!edgeWithin(polygon.outline, hole[0], hole[1])) continue;
            if (around == nullptr || doubledArea(polygon.outline) < doubledArea(around->outline)) around = &polygon;
        }
        if (around != nullptr) around->holes.push_back(std::move(hole));
    }
    return polygons;
}

}  // namespace

std::vector<std::vector<GridPolygon>> levelPolygons(std::span<const Tile> tiles, std::span<const std::uint32_t> groupOf,
                                                    std::uint32_t groupCount) {
    auto chains = chainsOf(tiles, groupOf);
    std::vector<std::vector<std::uint32_t>> ofGroup(groupCount);
    for (std::uint32_t i = 0; i < chains.size(); ++i) ofGroup[chains[i].group].push_back(i);
    std::vector<std::vector<GridPolygon>> polygons;
    for (const auto& own : ofGroup) {
        Walker walker(chains, own);
        std::vector<GridRing> rings;
        for (const std::uint32_t i : own) {
            if (chains[i].used) continue;
            for (GridRing& ring : simpleRings(walker.walkFrom(i))) rings.push_back(std::move(ring));
        }
        polygons.push_back(nested(std::move(rings)));
    }
    return polygons;
}

}  // namespace dex
