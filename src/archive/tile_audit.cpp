#include "archive/tile_audit.h"

#include <algorithm>
#include <tuple>

#include "archive/tile_shape.h"
#include "geo/bucket_index.h"
#include "geo/exact.h"

namespace dex {

namespace {

// A stretch of border between neighbouring points, from its lesser end; the sides are seen that way.
struct Segment {
    GridPoint a, b;
    AreaNumber left = kOutside, right = kOutside;
    bool aIsJunction = false, bIsJunction = false;
    std::size_t tile = 0;
};

auto key(const Segment& s) { return std::tuple(s.a.x, s.a.y, s.b.x, s.b.y, s.tile); }
bool isSamePlace(const Segment& s, const Segment& t) { return s.a == t.a && s.b == t.b; }

std::vector<Segment> segmentsOf(const std::vector<Tile>& tiles) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const Tile& tile = tiles[i];
        const auto place = [&](TilePoint p) { return GridPoint{tile.box.minX + p.x, tile.box.minY + p.y}; };
        for (const TileArc& arc : tile.arcs) {
            const TilePoint* points = tile.arcPoints.data() + arc.points.first;
            for (std::uint32_t k = 0; k + 1 < arc.points.count; ++k) {
                Segment s{place(points[k]), place(points[k + 1]),      arc.left, arc.right,
                          k == 0,           k + 2 == arc.points.count, i};
                // Two tiles may have the same border in opposite directions. Turned alike, they can be compared.
                if (std::tuple(s.b.x, s.b.y) < std::tuple(s.a.x, s.a.y)) {
                    std::swap(s.a, s.b);
                    std::swap(s.left, s.right);
                    std::swap(s.aIsJunction, s.bIsJunction);
                }
                segments.push_back(s);
            }
        }
    }
    return segments;
}

// Whether two different segments have more in common than a point where both may end.
bool meetWrongly(const Segment& s, const Segment& t) {
    if (!segmentsMeet(s.a, s.b, t.a, t.b)) return false;
    // A shared end is right at a junction, and between neighbours on one arc, whose inner points have two segments.
    const bool sharedEnd = s.a == t.a || s.a == t.b || s.b == t.a || s.b == t.b;
    if (!sharedEnd) return true;
    const auto inside = [](GridPoint p, const Segment& u) { return p != u.a && p != u.b && isOnSegment(p, u.a, u.b); };
    return inside(s.a, t) || inside(s.b, t) || inside(t.a, s) || inside(t.b, s);
}

void auditMeetings(std::vector<Segment>& segments, TileAudit& audit) {
    std::sort(segments.begin(), segments.end(), [](const Segment& s, const Segment& t) { return key(s) < key(t); });
    std::vector<Segment> unique;
    for (const Segment& s : segments) {
        if (unique.empty() || !isSamePlace(unique.back(), s)) {
            unique.push_back(s);
        } else if (unique.back().tile == s.tile) {
            ++audit.meetings;  // Twice in one tile: two borders lie on each other.
        } else if (unique.back().left != s.left || unique.back().right != s.right) {
            ++audit.unequalBorders;
        } else {
            unique.back().tile = s.tile;
        }
    }
    std::vector<GridBox> boxes;
    boxes.reserve(unique.size());
    for (const Segment& s : unique) boxes.push_back(boxOf(s.a, s.b));
    const BucketIndex index(boxes);
    std::vector<std::uint32_t> met;
    for (std::uint32_t i = 0; i < unique.size(); ++i) {
        met.clear();
        index.visit(boxes[i], [&](std::uint32_t k) {
            if (k > i && boxes[i].touches(boxes[k]) && meetWrongly(unique[i], unique[k])) met.push_back(k);
        });
        std::sort(met.begin(), met.end());
        audit.meetings += static_cast<std::uint32_t>(std::unique(met.begin(), met.end()) - met.begin());
    }
    // A point inside an arc is an end of exactly two segments.
    struct End {
        GridPoint p;
        bool isJunction;
    };
    std::vector<End> ends;
    for (const Segment& s : unique) ends.insert(ends.end(), {{s.a, s.aIsJunction}, {s.b, s.bIsJunction}});
    std::sort(ends.begin(), ends.end(),
              [](const End& e, const End& f) { return std::tuple(e.p.x, e.p.y) < std::tuple(f.p.x, f.p.y); });
    for (std::size_t i = 0; i < ends.size();) {
        std::size_t end = i;
        bool hasInner = false;
        for (; end < ends.size() && ends[end].p == ends[i].p; ++end) hasInner = hasInner || !ends[end].isJunction;
        if (hasInner && end - i != 2) ++audit.meetings;
        i = end;
    }
}

void auditSums(const Tile& tile, TileAudit& audit) {
    const auto cross2 = [](TilePoint p, TilePoint q) { return std::int64_t{p.x} * q.y - std::int64_t{q.x} * p.y; };
    std::vector<std::int64_t> borders(tile.areas.size(), 0);
    const auto rankOf = [&](AreaNumber number) {
        const auto place = std::lower_bound(tile.areas.begin(), tile.areas.end(), number,
                                            [](const TileArea& a, AreaNumber n) { return a.number < n; });
        return static_cast<std::size_t>(place - tile.areas.begin());
    };
    for (const TileArc& arc : tile.arcs) {
        std::int64_t sum = 0;
        const TilePoint* points = tile.arcPoints.data() + arc.points.first;
        for (std::uint32_t k = 0; k + 1 < arc.points.count; ++k) sum += cross2(points[k], points[k + 1]);
        // Added for the area on the left, taken off for the one on the right: an area's borders sum up to its size,
        // whatever its rings and triangles say.
        for (const auto& [number, sign] : {std::pair(arc.left, 1), std::pair(arc.right, -1)}) {
            const std::size_t rank = rankOf(number);
            if (rank < tile.areas.size() && tile.areas[rank].number == number) borders[rank] += sign * sum;
        }
    }
    for (std::size_t i = 0; i < tile.areas.size(); ++i) {
        const TileArea& area = tile.areas[i];
        std::int64_t rings = 0, triangles = 0;
        for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
            const std::int64_t ring = doubleArea(tile, tile.rings[r]);
            if (ring == 0) ++audit.emptyRings;
            rings += ring;
        }
        for (std::uint32_t t = 3 * area.firstTriangle; t < 3 * (area.firstTriangle + area.triangleCount); t += 3) {
            const auto at = [&](std::uint32_t k) { return tile.ringPoints[tile.triangles[t + k]]; };
            triangles += cross2(at(0), at(1)) + cross2(at(1), at(2)) + cross2(at(2), at(0));
        }
        if (rings <= 0 || rings != triangles || rings != borders[i]) ++audit.unequalSums;
    }
    audit.triangles += tile.triangles.size() / 3;
}

}  // namespace

TileAudit auditTiles(const std::vector<Tile>& tiles, std::uint32_t areaCount) {
    TileAudit audit;
    std::vector<std::uint32_t> seen(areaCount, 0);
    for (const Tile& tile : tiles) {
        for (const TileArea& area : tile.areas) {
            if (area.number < areaCount) ++seen[area.number];
        }
        auditSums(tile, audit);
    }
    for (const std::uint32_t count : seen) {
        audit.missingAreas += count == 0;
        audit.repeatedAreas += count > 1;
    }
    std::vector<Segment> segments = segmentsOf(tiles);
    audit.segments = segments.size();
    auditMeetings(segments, audit);
    return audit;
}

}  // namespace dex
