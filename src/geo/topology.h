#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/area.h"
#include "geo/grid.h"

namespace dex {

// A border between junctions: a chain of points whose left and right sides each lie in one area. Closed, without a
// junction, when its first point is its last.
struct Arc {
    std::uint32_t first = 0;  // Into Topology::arcPoints.
    std::uint32_t count = 0;  // Both ends included.
    AreaNumber left = kOutside;
    AreaNumber right = kOutside;
};

// The borders of a set of areas, each stored once. Arcs meet at junctions and nowhere else; a point that is no
// junction belongs to one arc.
struct Topology {
    int gridBits = 0;
    std::vector<GridPoint> points;
    std::vector<std::uint32_t> arcPoints;  // Into points.
    std::vector<Arc> arcs;

    std::span<const std::uint32_t> chain(const Arc& arc) const {
        return std::span(arcPoints).subspan(arc.first, arc.count);
    }
    bool isClosed(const Arc& arc) const { return arcPoints[arc.first] == arcPoints[arc.first + arc.count - 1]; }
};

// A piece of border with what lies on either side of the way from a to b.
struct LabelledEdge {
    std::uint32_t a = 0, b = 0;  // Points.
    std::uint32_t left = kOutside, right = kOutside;
};

// Joins edges into arcs as long as two of them with the same two sides meet. Edges with the same on both sides are
// left out. The order of arcs and their direction depend on the points alone.
Topology cutIntoArcs(std::vector<GridPoint> points, std::span<const LabelledEdge> edges, int gridBits);

// Half-arc 2i is arc i as stored, 2i + 1 is arc i backwards; the area of a half-arc is on its left.
using HalfArc = std::uint32_t;
inline HalfArc twin(HalfArc h) { return h ^ 1; }
inline AreaNumber areaOf(const Topology& t, HalfArc h) { return h & 1 ? t.arcs[h / 2].right : t.arcs[h / 2].left; }
inline std::uint32_t startOf(const Topology& t, HalfArc h) {
    const Arc& arc = t.arcs[h / 2];
    return t.arcPoints[h & 1 ? arc.first + arc.count - 1 : arc.first];
}
// The k-th point of a half-arc, 0 being where it starts.
inline std::uint32_t pointOf(const Topology& t, HalfArc h, std::uint32_t k) {
    const Arc& arc = t.arcs[h / 2];
    return t.arcPoints[h & 1 ? arc.first + arc.count - 1 - k : arc.first + k];
}

// The borders of all faces: each cycle keeps one face on its left and turns at each junction as sharply left as it
// can. So an outline runs anticlockwise, a hole clockwise, and parts that touch at a point are cycles of their own.
struct Cycles {
    std::vector<HalfArc> halfArcs;       // In the order of the walk.
    std::vector<std::uint32_t> starts;   // Of each cycle in halfArcs, and the end.
    std::vector<std::uint32_t> cycleOf;  // By half-arc.

    std::size_t size() const { return starts.size() - 1; }
    std::span<const HalfArc> operator[](std::size_t i) const {
        return std::span(halfArcs).subspan(starts[i], starts[i + 1] - starts[i]);
    }
};
Cycles findCycles(const Topology& topology);

// Twice the area that a cycle encloses, negative for holes, in cells.
std::int64_t doubleArea(const Topology& topology, std::span<const HalfArc> cycle);

}  // namespace dex
