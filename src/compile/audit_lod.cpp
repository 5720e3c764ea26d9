#include "compile/audit_lod.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "geo/bucket_index.h"
#include "geo/exact.h"

namespace dex {

namespace {

struct Edge {
    GridPoint from, to;
    AreaNumber left = kOutside;
};

auto orderOf(const Edge& e) { return std::tuple(e.from.x, e.from.y, e.to.x, e.to.y, e.left); }
bool isEarlier(const Edge& a, const Edge& b) { return orderOf(a) < orderOf(b); }
bool sameWay(const Edge& a, const Edge& b) { return a.from == b.from && a.to == b.to; }

GridPoint onGrid(const Tile& tile, TilePoint p) { return {tile.box.minX + p.x, tile.box.minY + p.y}; }

class Audit {
public:
    Audit(std::span<const Tile> tiles, std::uint32_t areaCount, const std::string& name, Problems& problems)
        : tiles_(tiles), seen_(areaCount), name_(name), problems_(problems) {}

    LodCounts run() {
        for (const Tile& tile : tiles_) {
            const std::size_t first = edges_.size();
            for (const TileArea& area : tile.areas) checkArea(tile, area);
            checkArcs(tile, first);
        }
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            if (seen_[i] != 1)
                report("area " + std::to_string(i) + " is in " + std::to_string(int{seen_[i]}) + " tiles");
        }
        std::sort(edges_.begin(), edges_.end(), isEarlier);
        // Two areas that run along one edge the same way lie on the same side of it.
        const auto twice = std::adjacent_find(edges_.begin(), edges_.end(), sameWay);
        if (twice != edges_.end())
            report("areas " + std::to_string(twice->left) + " and " + std::to_string((twice + 1)->left) + " overlap");
        checkMeetings();
        return counts_;
    }

private:
    void report(const std::string& what) { problems_.add(name_, what); }
    void report(const TileArea& area, const std::string& what) {
        report("area " + std::to_string(area.number) + " " + what);
    }

    std::int64_t ringArea(const Tile& tile, const TileArea& area, PointRange ring) {
        std::int64_t sum = 0;
        if (ring.count < 3) {
            report(area, "has a ring of fewer than three points");
            return 0;
        }
        const auto at = [&](std::uint32_t i) { return onGrid(tile, tile.ringPoints[ring.first + i % ring.count]); };
        for (std::uint32_t i = 0; i < ring.count; ++i) {
            // Each with its area on the left, so that a hole runs the other way round.
            edges_.push_back({at(i), at(i + 1), area.number});
            if (at(i) == at(i + 1)) report(area, "has an edge without length");
            // Twice the area, as a fan from the first point: exact in whole numbers.
            if (i >= 2) sum += cross(at(0), at(i - 1), at(i));
        }
        return sum;
    }

    void checkArea(const Tile& tile, const TileArea& area) {
        // Stops there; one further would be 0 again.
        if (seen_[area.number] < 255) ++seen_[area.number];
        ++counts_.areas;
        std::int64_t outlines = 0, holes = 0;
        for (std::uint32_t r = 0; r < area.ringCount; ++r) {
            const std::int64_t size = ringArea(tile, area, tile.rings[area.firstRing + r]);
            if (size == 0) report(area, "has a ring without area");
            (size > 0 ? outlines : holes) += size;
            ++(size > 0 ? counts_.parts : counts_.holes);
        }
        if (outlines + holes <= 0) report(area, "has no area left");
        std::int64_t triangles = 0;
        for (std::uint32_t t = 0; t < area.triangleCount; ++t) {
            const std::size_t at = std::size_t{area.firstTriangle + t} * 3;
            const auto corner = [&](std::size_t c) { return onGrid(tile, tile.ringPoints[tile.triangles[at + c]]); };
            const std::int64_t size = cross(corner(0), corner(1), corner(2));
            if (size <= 0) report(area, "has a triangle that does not turn left");
            triangles += size;
        }
        counts_.triangles += area.triangleCount;
        // Triangles that all turn left and sum to the area cover it exactly once.
        if (triangles != outlines + holes) report(area, "is not what its triangles sum to");
    }

    // The edges from `first` on are those of the tile's rings.
    void checkArcs(const Tile& tile, std::size_t first) {
        std::vector<Edge> wanted;
        counts_.arcs += tile.arcs.size();
        for (const TileArc& arc : tile.arcs) {
            if (arc.left == arc.right) report("an arc has the same area on both sides");
            for (std::uint32_t i = 1; i < arc.points.count; ++i) {
                const GridPoint a = onGrid(tile, tile.arcPoints[arc.points.first + i - 1]);
                const GridPoint b = onGrid(tile, tile.arcPoints[arc.points.first + i]);
                // A border between two tiles is in both, but its far side only in the other.
                if (isHere(tile, arc.left)) wanted.push_back({a, b, arc.left});
                if (isHere(tile, arc.right)) wanted.push_back({b, a, arc.right});
            }
        }
        std::vector<Edge> run(edges_.begin() + static_cast<std::ptrdiff_t>(first), edges_.end());
        std::sort(wanted.begin(), wanted.end(), isEarlier);
        std::sort(run.begin(), run.end(), isEarlier);
        const bool same = std::equal(run.begin(), run.end(), wanted.begin(), wanted.end(),
                                     [](const Edge& a, const Edge& b) { return orderOf(a) == orderOf(b); });
        if (!same) report("the rings of a tile do not run along its arcs");
    }

    static bool isHere(const Tile& tile, AreaNumber number) {
        const auto at = std::lower_bound(tile.areas.begin(), tile.areas.end(), number,
                                         [](const TileArea& one, AreaNumber n) { return one.number < n; });
        return at != tile.areas.end() && at->number == number;
    }

    void checkMeetings() {
        std::vector<Edge> once;
        std::vector<GridBox> boxes;
        for (const Edge& edge : edges_) {
            // The same edge from the other side is looked up and not compared with itself.
            // With the least of areas: what is found is the first that runs back, whichever area it is of.
            const Edge back{edge.to, edge.from, 0};
            const auto other = std::lower_bound(edges_.begin(), edges_.end(), back, isEarlier);
            const bool shared = other != edges_.end() && sameWay(*other, back);
            if (shared && orderOf(back) < orderOf({edge.from, edge.to, 0})) continue;
            once.push_back(edge);
            boxes.push_back(boxOf(edge.from, edge.to));
        }
        counts_.edges = once.size();
        // An edge can only meet one whose box touches its own.
        const BucketIndex index(boxes);
        for (std::uint32_t i = 0; i < once.size(); ++i) {
            index.visit(boxes[i], [&](std::uint32_t j) {
                // Each pair once.
                if (j > i && meetWrongly(once[i], once[j])) {
                    report("borders of the areas " + std::to_string(once[i].left) + " and " +
                           std::to_string(once[j].left) + " cross or touch");
                }
            });
        }
    }

    static bool meetWrongly(const Edge& a, const Edge& b) {
        if (!boxOf(a.from, a.to).touches(boxOf(b.from, b.to))) return false;
        // Two borders may meet in a common end; anything else is a crossing.
        const bool fromShared = a.from == b.from || a.from == b.to, toShared = a.to == b.from || a.to == b.to;
        if (!fromShared && !toShared) return segmentsMeet(a.from, a.to, b.from, b.to);
        if (fromShared && toShared) return true;  // The same edge again, the same way.
        // They share one end. Then neither may run back along the other.
        const GridPoint ownFar = fromShared ? a.to : a.from;
        const GridPoint otherFar = b.from == (fromShared ? a.from : a.to) ? b.to : b.from;
        return isOnSegment(ownFar, b.from, b.to) || isOnSegment(otherFar, a.from, a.to);
    }

    std::span<const Tile> tiles_;
    std::vector<std::uint8_t> seen_;
    const std::string& name_;
    Problems& problems_;
    std::vector<Edge> edges_;
    LodCounts counts_;
};

}  // namespace

LodCounts auditLod(std::span<const Tile> tiles, std::uint32_t areaCount, const std::string& name, Problems& problems) {
    return Audit(tiles, areaCount, name, problems).run();
}

}  // namespace dex
