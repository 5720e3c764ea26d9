#include "geo/simplify.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "geo/exact.h"
#include "geo/projection.h"

namespace dex {

namespace {

std::vector<GridBox> boxesOf(const std::vector<GridPoint>& points) {
    std::vector<GridBox> boxes;
    boxes.reserve(points.size());
    for (const GridPoint p : points) boxes.push_back(boxOf(p, p));
    return boxes;
}

double distance2ToSegment(GridPoint p, GridPoint a, GridPoint b) {
    const double dx = double{1} * b.x - a.x, dy = double{1} * b.y - a.y;
    const double px = double{1} * p.x - a.x, py = double{1} * p.y - a.y;
    const double length2 = dx * dx + dy * dy, along = px * dx + py * dy;
    if (along <= 0) return px * px + py * py;
    if (along >= length2) return (px - dx) * (px - dx) + (py - dy) * (py - dy);
    const double off = px * dy - py * dx;
    return off * off / length2;
}

}  // namespace

double cellsPerGroundMetre(GridPoint place, int gridBits) {
    return cellsPerWorld(gridBits) / (kWorldMetres * groundScale(toWorld(place, gridBits).y));
}

Simplifier::Simplifier(const Topology& source)
    : source_(source), index_(boxesOf(source.points)), isEnd_(source.points.size(), false) {
    for (const Arc& arc : source_.arcs) {
        // Ends of arcs are where borders meet, and stay at every tolerance.
        isEnd_[idAt(arc, 0)] = true;
        isEnd_[idAt(arc, arc.count - 1)] = true;
    }
}

Simplifier::Simplified Simplifier::run(double toleranceMetres) {
    kept_ = isEnd_;
    for (const Arc& arc : source_.arcs) {
        // Whole cells, so that the last bits of the projection decide nothing.
        const double tolerance = std::floor(toleranceMetres * cellsPerGroundMetre(at(arc, 0), source_.gridBits));
        keepByDistance(arc, 0, arc.count - 1, tolerance);
    }
    Simplified result;
    for (std::uint32_t more = 1; more > 0;) {
        listChords();
        // The cheapest question first: the next is asked only when this one has no more to put back. It ends, for each
        // round keeps more points, and the source itself is free of all three faults.
        more = putBackSwept();
        if (more == 0) more = putBackTwins();
        if (more == 0) more = putBackMeeting();
        result.reinserted += more;
    }
    result.topology = collect();
    return result;
}

void Simplifier::keepByDistance(const Arc& arc, std::uint32_t from, std::uint32_t to, double tolerance) {
    // Douglas and Peucker's method, with a list in place of recursion, whose depth nothing would bound.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open{{from, to}};
    while (!open.empty()) {
        std::tie(from, to) = open.back();
        open.pop_back();
        if (to - from < 2) continue;
        double distance2 = 0;
        const std::uint32_t k = farthest(arc, from, to, distance2);
        // A ring is first cut at its two ends, however small it is.
        if (distance2 <= tolerance * tolerance && at(arc, from) != at(arc, to)) continue;
        keep(arc, k);
        open.push_back({k, to});
        open.push_back({from, k});
    }
}

void Simplifier::keep(const Arc& arc, std::uint32_t position) { kept_[idAt(arc, position)] = true; }

std::uint32_t Simplifier::farthest(const Arc& arc, std::uint32_t from, std::uint32_t to, double& distance2) const {
    std::uint32_t found = from + 1;
    distance2 = -1;
    const GridPoint a = at(arc, from), b = at(arc, to);
    for (std::uint32_t k = from + 1; k < to; ++k) {
        const double d = distance2ToSegment(at(arc, k), a, b);
        if (d > distance2) {
            distance2 = d;
            found = k;
        }
    }
    return found;
}

void Simplifier::listChords() {
    chords_.clear();
    for (std::uint32_t a = 0; a < source_.arcs.size(); ++a) {
        const Arc& arc = source_.arcs[a];
        std::uint32_t from = 0;
        for (std::uint32_t k = 1; k < arc.count; ++k) {
            if (!kept_[idAt(arc, k)]) continue;
            chords_.push_back({a, from, k});
            from = k;
        }
    }
}

// Whether a point that stays lies on the chord, or between it and the stretch that it replaces.
bool Simplifier::sweepsOverPoint(const Chord& chord) const {
    if (chord.to - chord.from < 2) return false;
    const Arc& arc = source_.arcs[chord.arc];
    const GridPoint a = at(arc, chord.from), b = at(arc, chord.to);
    GridBox box;
    for (std::uint32_t k = chord.from; k <= chord.to; ++k) box.add(at(arc, k));
    bool found = false;
    index_.visit(box, [&](std::uint32_t id) {
        // The chord's own ends touch it by right. A point that is left out is no border's any more.
        if (found || !kept_[id] || id == idAt(arc, chord.from) || id == idAt(arc, chord.to)) return;
        const GridPoint p = source_.points[id];
        if (!box.contains(p)) return;
        if (isOnSegment(p, a, b)) {
            found = true;
            return;
        }
        // The closed way along the stretch and back by the chord: a point that it winds round would change sides.
        int winding = 0;
        GridPoint u = b;
        for (std::uint32_t k = chord.from; k <= chord.to; ++k) {
            const GridPoint v = at(arc, k);
            if ((u.y <= p.y) != (v.y <= p.y)) {
                const int turn = side(u, v, p);
                if (v.y > u.y && turn > 0) ++winding;
                if (v.y < u.y && turn < 0) --winding;
            }
            u = v;
        }
        found = winding != 0;
    });
    return found;
}

std::uint32_t Simplifier::putBack(const Chord& chord) {
    if (chord.to - chord.from < 2) return 0;
    const Arc& arc = source_.arcs[chord.arc];
    double distance2 = 0;
    const std::uint32_t k = farthest(arc, chord.from, chord.to, distance2);
    // A chord may be at fault twice in a round: then its point is back already.
    if (kept_[idAt(arc, k)]) return 0;
    keep(arc, k);
    return 1;
}

std::uint32_t Simplifier::putBackSwept() {
    std::uint32_t count = 0;
    // All are found before any is mended: each is judged by the same points.
    std::vector<Chord> swept;
    for (const Chord& chord : chords_) {
        if (sweepsOverPoint(chord)) swept.push_back(chord);
    }
    for (const Chord& chord : swept) count += putBack(chord);
    return count;
}

// Two chords between the same two points enclose nothing: all but the straightest stretch get a point back.
std::uint32_t Simplifier::putBackTwins() {
    struct Ended {
        std::uint32_t a, b;
        double bend2;
        std::uint32_t chord;
    };
    std::vector<Ended> ended;
    for (std::uint32_t i = 0; i < chords_.size(); ++i) {
        const Arc& arc = source_.arcs[chords_[i].arc];
        const std::uint32_t p = idAt(arc, chords_[i].from), q = idAt(arc, chords_[i].to);
        double bend2 = -1;
        farthest(arc, chords_[i].from, chords_[i].to, bend2);
        ended.push_back({std::min(p, q), std::max(p, q), bend2, i});
    }
    std::sort(ended.begin(), ended.end(), [](const Ended& e, const Ended& f) {
        return std::tie(e.a, e.b, e.bend2, e.chord) < std::tie(f.a, f.b, f.bend2, f.chord);
    });
    std::uint32_t count = 0;
    for (std::size_t i = 1; i < ended.size(); ++i) {
        if (ended[i].a == ended[i - 1].a && ended[i].b == ended[i - 1].b) count += putBack(chords_[ended[i].chord]);
    }
    return count;
}

std::uint32_t Simplifier::putBackMeeting() {
    std::vector<GridBox> boxes;
    boxes.reserve(chords_.size());
    const auto ends = [&](std::uint32_t i) {
        const Arc& arc = source_.arcs[chords_[i].arc];
        return std::pair(idAt(arc, chords_[i].from), idAt(arc, chords_[i].to));
    };
    for (std::uint32_t i = 0; i < chords_.size(); ++i)
        boxes.push_back(boxOf(source_.points[ends(i).first], source_.points[ends(i).second]));
    const BucketIndex index(boxes);
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < chords_.size(); ++i) {
        const auto [a, b] = ends(i);
        index.visit(boxes[i], [&](std::uint32_t k) {
            if (k <= i || !boxes[i].touches(boxes[k])) return;
            const auto [c, d] = ends(k);
            // Chords from one point meet there; if they lay on each other, one's end would be on the other, as
            // putBackSwept() finds.
            if (a == c || a == d || b == c || b == d) return;
            if (!segmentsMeet(source_.points[a], source_.points[b], source_.points[c], source_.points[d])) return;
            count += putBack(chords_[i]) + putBack(chords_[k]);
        });
    }
    return count;
}

Topology Simplifier::collect() const {
    Topology result;
    result.gridBits = source_.gridBits;
    std::vector<std::uint32_t> numbers(source_.points.size(), 0);
    for (std::uint32_t id = 0; id < source_.points.size(); ++id) {
        if (!kept_[id]) continue;
        numbers[id] = static_cast<std::uint32_t>(result.points.size());
        result.points.push_back(source_.points[id]);
    }
    for (const Arc& arc : source_.arcs) {
        Arc shorter = arc;
        shorter.first = static_cast<std::uint32_t>(result.arcPoints.size());
        for (std::uint32_t k = 0; k < arc.count; ++k) {
            if (kept_[idAt(arc, k)]) result.arcPoints.push_back(numbers[idAt(arc, k)]);
        }
        shorter.count = static_cast<std::uint32_t>(result.arcPoints.size()) - shorter.first;
        result.arcs.push_back(shorter);
    }
    return result;
}

}  // namespace dex
