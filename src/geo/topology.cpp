#include "geo/topology.h"

#include <algorithm>

#include "base/result.h"
#include "geo/exact.h"

namespace dex {

namespace {

// The edges around each point.
struct Around {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> edges;

    Around(std::size_t pointCount, std::span<const LabelledEdge> all) : starts(pointCount + 1, 0) {
        for (const LabelledEdge& e : all) {
            ++starts[e.a + 1];
            ++starts[e.b + 1];
        }
        for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
        edges.resize(starts.back());
        std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            edges[next[all[i].a]++] = i;
            edges[next[all[i].b]++] = i;
        }
    }
    std::span<const std::uint32_t> operator[](std::uint32_t point) const {
        return std::span(edges).subspan(starts[point], starts[point + 1] - starts[point]);
    }
};

class Cutter {
public:
    Cutter(std::vector<GridPoint> points, std::vector<LabelledEdge> edges, int gridBits)
        : edges_(std::move(edges)), around_(points.size(), edges_), used_(edges_.size(), false) {
        result_.gridBits = gridBits;
        result_.points = std::move(points);
    }

    Topology run() {
        const auto count = static_cast<std::uint32_t>(result_.points.size());
        // From junctions first: begun in its middle, a border would become two arcs.
        for (std::uint32_t p = 0; p < count; ++p) {
            if (!isJunction(p)) continue;
            for (const std::uint32_t e : around_[p]) follow(p, e);
        }
        // What is left are rings without a junction.
        for (std::uint32_t p = 0; p < count; ++p) {
            for (const std::uint32_t e : around_[p]) follow(p, e);
        }
        return std::move(result_);
    }

private:
    AreaNumber leftFrom(const LabelledEdge& e, std::uint32_t p) const { return e.a == p ? e.left : e.right; }
    AreaNumber rightFrom(const LabelledEdge& e, std::uint32_t p) const { return e.a == p ? e.right : e.left; }

    bool isJunction(std::uint32_t p) const {
        const auto here = around_[p];
        // Two edges go on as one border while both have the same areas on the same sides; a dead end is a junction,
        // too.
        if (here.size() != 2) return !here.empty();
        const LabelledEdge &in = edges_[here[0]], &out = edges_[here[1]];
        return leftFrom(in, p) != rightFrom(out, p) || rightFrom(in, p) != leftFrom(out, p);
    }

    void follow(std::uint32_t from, std::uint32_t edge) {
        // From its other end, or within it, the arc has been followed already.
        if (used_[edge]) return;
        Arc arc;
        arc.first = static_cast<std::uint32_t>(result_.arcPoints.size());
        arc.left = leftFrom(edges_[edge], from);
        arc.right = rightFrom(edges_[edge], from);
        result_.arcPoints.push_back(from);
        for (std::uint32_t p = from;;) {
            used_[edge] = true;
            p = edges_[edge].a == p ? edges_[edge].b : edges_[edge].a;
            result_.arcPoints.push_back(p);
            if (p == from || isJunction(p)) break;
            // No junction, so there are two edges here, and it is the other one.
            edge = around_[p][0] == edge ? around_[p][1] : around_[p][0];
        }
        arc.count = static_cast<std::uint32_t>(result_.arcPoints.size()) - arc.first;
        result_.arcs.push_back(arc);
    }

    std::vector<LabelledEdge> edges_;
    Around around_;
    std::vector<bool> used_;
    Topology result_;
};

// For each half-arc the one that follows it around the face on its left.
std::vector<HalfArc> followers(const Topology& t) {
    const auto count = static_cast<HalfArc>(2 * t.arcs.size());
    std::vector<HalfArc> order(count);
    std::vector<GridPoint> directions(count);
    for (HalfArc h = 0; h < count; ++h) {
        order[h] = h;
        const GridPoint a = t.points[startOf(t, h)], b = t.points[pointOf(t, h, 1)];
        directions[h] = {b.x - a.x, b.y - a.y};
    }
    std::sort(order.begin(), order.end(), [&](HalfArc g, HalfArc h) {
        const std::uint32_t from = startOf(t, g), other = startOf(t, h);
        if (from != other) return from < other;
        if (isBefore(directions[g], directions[h])) return true;
        if (isBefore(directions[h], directions[g])) return false;
        return g < h;
    });
    // Arriving by twin(h), one leaves by what comes before h anticlockwise, that is next clockwise.
    std::vector<HalfArc> next(count);
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i + 1;
        while (end < order.size() && startOf(t, order[end]) == startOf(t, order[i])) ++end;
        for (std::size_t k = i; k < end; ++k) next[twin(order[k])] = order[k == i ? end - 1 : k - 1];
        i = end;
    }
    return next;
}

}  // namespace

Topology cutIntoArcs(std::vector<GridPoint> points, std::span<const LabelledEdge> edges, int gridBits) {
    std::vector<LabelledEdge> borders;
    for (const LabelledEdge& e : edges) {
        // An edge inside one area is no border.
        if (e.left != e.right) borders.push_back(e);
    }
    return Cutter(std::move(points), std::move(borders), gridBits).run();
}

Cycles findCycles(const Topology& topology) {
    const std::vector<HalfArc> next = followers(topology);
    Cycles cycles;
    constexpr std::uint32_t kNone = 0xffffffff;
    cycles.cycleOf.assign(next.size(), kNone);
    for (HalfArc h = 0; h < next.size(); ++h) {
        if (cycles.cycleOf[h] != kNone) continue;
        const auto cycle = static_cast<std::uint32_t>(cycles.starts.size());
        cycles.starts.push_back(static_cast<std::uint32_t>(cycles.halfArcs.size()));
        for (HalfArc g = h; cycles.cycleOf[g] == kNone; g = next[g]) {
            cycles.cycleOf[g] = cycle;
            cycles.halfArcs.push_back(g);
        }
    }
    cycles.starts.push_back(static_cast<std::uint32_t>(cycles.halfArcs.size()));
    return cycles;
}

std::int64_t doubleArea(const Topology& topology, std::span<const HalfArc> cycle) {
    if (cycle.empty()) return 0;
    // From a point of the cycle itself: products stay small.
    const GridPoint origin = topology.points[startOf(topology, cycle.front())];
    std::int64_t area = 0;
    for (const HalfArc h : cycle) {
        const std::uint32_t count = topology.arcs[h / 2].count;
        for (std::uint32_t k = 0; k + 1 < count; ++k) {
            area +=
                cross(origin, topology.points[pointOf(topology, h, k)], topology.points[pointOf(topology, h, k + 1)]);
        }
    }
    return area;
}

}  // namespace dex
