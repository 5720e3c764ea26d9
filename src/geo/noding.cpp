#include "geo/noding.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "geo/bucket_index.h"
#include "geo/exact.h"
#include "geo/projection.h"
#include "geo/source_points.h"

namespace dex {

namespace {

constexpr int kMaxRounds = 40;
// A vertex no further than this from a neighbour's edge was on it before both were put on the source grid.
constexpr std::int64_t kOnEdgeCells = 2;

struct Edge {
    std::uint32_t a, b;  // a < b
    bool operator==(const Edge&) const = default;
    auto operator<=>(const Edge&) const = default;
};

// A vertex to be put into an edge.
struct Split {
    Edge edge;
    std::int64_t along;  // How far from edge.a, for the order.
    std::uint32_t point;
    bool operator==(const Split&) const = default;
    auto operator<=>(const Split&) const = default;
};

Edge edgeOf(std::uint32_t p, std::uint32_t q) { return {std::min(p, q), std::max(p, q)}; }

std::int64_t dot(GridPoint o, GridPoint a, GridPoint b) {
    return std::int64_t{a.x - o.x} * (b.x - o.x) + std::int64_t{a.y - o.y} * (b.y - o.y);
}

class Noder {
public:
    explicit Noder(SourceRings source) : rings_(std::move(source.rings)), points_(std::move(source.points)) {}

    std::uint32_t insertedOnEdges = 0;
    std::uint32_t crossingsResolved = 0;

    bool run() {
        findEdges();
        // Once is enough: the point of a crossing is put into both edges.
        splitAtNearVertices();
        for (int round = 0; round < kMaxRounds; ++round) {
            findEdges();
            // A crossing is rounded to the grid, which bends its edges a little and may lead them over others: so
            // again, until a round finds nothing.
            if (splitAtCrossings() == 0) return true;
        }
        return false;
    }

    std::vector<SourceRing>& rings() { return rings_; }
    std::vector<GridPoint>& points() { return points_; }

private:
    void findEdges() {
        edges_.clear();
        for (const SourceRing& ring : rings_) {
            std::uint32_t last = ring.points.back();
            for (const std::uint32_t p : ring.points) {
                edges_.push_back(edgeOf(last, p));
                last = p;
            }
        }
        std::sort(edges_.begin(), edges_.end());
    }

    // An edge that only one ring uses may be one whose neighbour has a vertex within it.
    void splitAtNearVertices() {
        std::vector<Edge> single;
        std::vector<std::uint32_t> ends;
        for (std::size_t i = 0; i < edges_.size();) {
            std::size_t end = i + 1;
            while (end < edges_.size() && edges_[end] == edges_[i]) ++end;
            if (end == i + 1) {
                single.push_back(edges_[i]);
                ends.insert(ends.end(), {edges_[i].a, edges_[i].b});
            }
            i = end;
        }
        // A vertex that stands in a neighbour's edge is itself an end of edges that one ring alone uses.
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        std::vector<GridBox> places;
        for (const std::uint32_t p : ends) places.push_back(boxOf(points_[p], points_[p]));
        const BucketIndex index(places);
        for (const Edge& edge : single) {
            const GridPoint a = points_[edge.a], b = points_[edge.b];
            GridBox reach = boxOf(a, b);
            reach.add(GridPoint{reach.minX - 2, reach.minY - 2});
            reach.add(GridPoint{reach.maxX + 2, reach.maxY + 2});
            const std::int64_t length2 = dot(a, b, b);
            index.visit(reach, [&](std::uint32_t item) {
                const std::uint32_t p = ends[item];
                if (p == edge.a || p == edge.b || !reach.contains(points_[p])) return;
                const std::int64_t along = dot(a, b, points_[p]);
                // The distance from the line times the edge's length: both sides are squared, and no root is drawn.
                const auto off = static_cast<double>(cross(a, b, points_[p]));
                if (along <= 0 || along >= length2) return;
                if (off * off > static_cast<double>(kOnEdgeCells * kOnEdgeCells) * static_cast<double>(length2)) return;
                splits_.push_back({edge, along, p});
            });
        }
        insertedOnEdges += static_cast<std::uint32_t>(apply());
    }

    std::size_t splitAtCrossings() {
        // Here an edge counts once, however many rings use it.
        edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
        std::vector<GridBox> boxes;
        boxes.reserve(edges_.size());
        for (const Edge& e : edges_) boxes.push_back(boxOf(points_[e.a], points_[e.b]));
        const BucketIndex index(boxes);
        for (std::uint32_t i = 0; i < edges_.size(); ++i) {
            index.visit(boxes[i], [&](std::uint32_t k) {
                if (k > i && boxes[i].touches(boxes[k])) splitPair(edges_[i], edges_[k]);
            });
        }
        const std::size_t count = apply();
        crossingsResolved += static_cast<std::uint32_t>(count);
        return count;
    }

    void splitPair(const Edge& e, const Edge& f) {
        const GridPoint a = points_[e.a], b = points_[e.b], c = points_[f.a], d = points_[f.b];
        if (!segmentsMeet(a, b, c, d)) return;
        bool touched = false;
        const auto touch = [&](const Edge& edge, std::uint32_t p) {
            if (p == edge.a || p == edge.b || !isOnSegment(points_[p], points_[edge.a], points_[edge.b])) return;
            splits_.push_back({edge, dot(points_[edge.a], points_[edge.b], points_[p]), p});
            touched = true;
        };
        touch(e, f.a);
        touch(e, f.b);
        touch(f, e.a);
        touch(f, e.b);
        // Ends that stand on the other edge have split it, also where the two overlap; only what is left can cross.
        if (touched || !segmentsCross(a, b, c, d)) return;
        const std::uint32_t p = pointAt(crossing(a, b, c, d));
        for (const Edge& edge : {e, f}) {
            if (p != edge.a && p != edge.b)
                splits_.push_back({edge, dot(points_[edge.a], points_[edge.b], points_[p]), p});
        }
    }

    // The grid point nearest to where two segments cross.
    static GridPoint crossing(GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
        const auto fromC = static_cast<double>(cross(a, b, c)), fromD = static_cast<double>(cross(a, b, d));
        // They cross, so c and d lie on different sides of the line through a and b, and nothing is divided by 0.
        const double t = fromC / (fromC - fromD);
        const auto between = [t](std::int32_t low, std::int32_t high) {
            return static_cast<std::int32_t>(
                low + static_cast<std::int64_t>(t * (double{1} * high - low) + (high >= low ? 0.5 : -0.5)));
        };
        return {between(c.x, d.x), between(c.y, d.y)};
    }

    std::uint32_t pointAt(GridPoint p) {
        const auto key = [](GridPoint q) {
            return static_cast<std::uint64_t>(q.x) << 32 | static_cast<std::uint32_t>(q.y);
        };
        // Most maps have no crossing, so the points are looked up only once there is one.
        if (known_.empty()) {
            for (std::uint32_t i = 0; i < points_.size(); ++i) known_.emplace(key(points_[i]), i);
        }
        const auto [place, isNew] = known_.emplace(key(p), static_cast<std::uint32_t>(points_.size()));
        if (isNew) points_.push_back(p);
        return place->second;
    }

    // Puts the collected vertices into every ring that uses their edges; returns how many there were.
    std::size_t apply() {
        std::sort(splits_.begin(), splits_.end());
        splits_.erase(std::unique(splits_.begin(), splits_.end()), splits_.end());
        const std::size_t count = splits_.size();
        if (count == 0) return 0;
        for (SourceRing& ring : rings_) {
            std::vector<std::uint32_t> split;
            split.reserve(ring.points.size());
            for (std::size_t i = 0; i < ring.points.size(); ++i) {
                const std::uint32_t p = ring.points[i], q = ring.points[(i + 1) % ring.points.size()];
                const Edge edge = edgeOf(p, q);
                split.push_back(p);
                const auto [first, last] =
                    std::equal_range(splits_.begin(), splits_.end(), Split{edge, 0, 0},
                                     [](const Split& s, const Split& t) { return s.edge < t.edge; });
                // Splits run from the edge's lower-numbered end; this ring may walk it the other way.
                if (p == edge.a) {
                    for (auto s = first; s != last; ++s) split.push_back(s->point);
                } else {
                    for (auto s = last; s != first;) split.push_back((--s)->point);
                }
            }
            ring.points = std::move(split);
            removeSpikes(ring.points);
        }
        // A part that folded flat when its points moved. findOwners() says so if it was all of an area.
        std::erase_if(rings_, [](const SourceRing& ring) { return ring.points.size() < 3; });
        splits_.clear();
        return count;
    }

    std::vector<SourceRing> rings_;
    std::vector<GridPoint> points_;
    std::vector<Edge> edges_;  // Sorted; one for each use until splitAtCrossings makes them unique.
    std::vector<Split> splits_;
    std::unordered_map<std::uint64_t, std::uint32_t> known_;
};

// Numbers the points that rings use by position.
void renumber(std::vector<SourceRing>& rings, std::vector<GridPoint>& points) {
    std::vector<bool> used(points.size(), false);
    for (const SourceRing& ring : rings) {
        for (const std::uint32_t p : ring.points) used[p] = true;
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        if (used[i]) order.push_back(i);
    }
    // The numbers of crossings depend on the order in which they were found; by position they depend on the borders
    // alone.
    std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t k) {
        return points[i].x != points[k].x ? points[i].x < points[k].x : points[i].y < points[k].y;
    });
    std::vector<std::uint32_t> numbers(points.size(), 0);
    std::vector<GridPoint> sorted;
    sorted.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        numbers[order[i]] = i;
        sorted.push_back(points[order[i]]);
    }
    for (SourceRing& ring : rings) {
        for (std::uint32_t& p : ring.points) p = numbers[p];
    }
    points = std::move(sorted);
}

}  // namespace

Result<Noded> nodeBorders(const std::vector<AreaPolygon>& areas) {
    SourceRings source = DEX_TRY(readRings(areas));
    Noded noded;
    noded.holes = source.holes;
    noded.sourcePoints = source.sourcePoints;
    noded.droppedParts = std::move(source.droppedParts);

    Noder noder(std::move(source));
    if (!noder.run()) return Error{Status::BadShape, 0};
    noded.insertedOnEdges = noder.insertedOnEdges;
    noded.crossingsResolved = noder.crossingsResolved;
    renumber(noder.rings(), noder.points());
    noded.points = std::move(noder.points());
    for (const SourceRing& ring : noder.rings()) {
        for (std::size_t i = 0; i < ring.points.size(); ++i) {
            noded.uses.push_back({ring.points[i], ring.points[(i + 1) % ring.points.size()], ring.area});
        }
    }
    return noded;
}

}  // namespace dex
