#include "geo/ownership.h"

#include <algorithm>
#include <map>
#include <utility>

#include "geo/bucket_index.h"
#include "geo/exact.h"
#include "geo/projection.h"

namespace dex {

namespace {

// How often each area claims a place; sorted by area, no zeros.
using Claims = std::vector<std::pair<AreaNumber, int>>;

Claims sum(const Claims& a, const Claims& b, int sign) {
    Claims result;
    for (std::size_t i = 0, k = 0; i < a.size() || k < b.size();) {
        if (k == b.size() || (i < a.size() && a[i].first < b[k].first)) {
            result.push_back(a[i++]);
        } else if (i == a.size() || b[k].first < a[i].first) {
            result.push_back({b[k].first, sign * b[k].second});
            ++k;
        } else {
            const int count = a[i].second + sign * b[k].second;
            if (count != 0) result.push_back({a[i].first, count});
            ++i;
            ++k;
        }
    }
    return result;
}

// The smallest of those that claim a place, the first of equals.
AreaNumber ownerOf(const Claims& claims, const std::vector<std::int64_t>& sizes) {
    AreaNumber owner = kOutside;
    for (const auto& [area, count] : claims) {
        if (count > 0 && (owner == kOutside || sizes[area] < sizes[owner])) owner = area;
    }
    return owner;
}

// Twice the area of each area, as its rings enclose it.
std::vector<std::int64_t> sizesOf(const Noded& noded, std::uint32_t areaCount) {
    std::vector<std::int64_t> sizes(areaCount, 0);
    // Each area from a point of its own, which keeps the sums far within 64 bits.
    std::vector<std::uint32_t> origins(areaCount, kOutside);
    for (const Noded::Use& use : noded.uses) {
        if (origins[use.area] == kOutside) origins[use.area] = use.a;
        sizes[use.area] += cross(noded.points[origins[use.area]], noded.points[use.a], noded.points[use.b]);
    }
    return sizes;
}

int claimantsOf(const Claims& claims) {
    return static_cast<int>(std::count_if(claims.begin(), claims.end(), [](const auto& c) { return c.second > 0; }));
}

// Numbers for sets of claims, so that an edge's label is two numbers. No claims are kOutside.
class ClaimBook {
public:
    std::uint32_t number(Claims claims) {
        if (claims.empty()) return kOutside;
        const auto [place, isNew] = numbers_.emplace(std::move(claims), static_cast<std::uint32_t>(book_.size()));
        if (isNew) book_.push_back(&place->first);
        return place->second;
    }
    const Claims& operator[](std::uint32_t number) const { return number == kOutside ? none_ : *book_[number]; }

private:
    std::map<Claims, std::uint32_t> numbers_;
    std::vector<const Claims*> book_;
    Claims none_;
};

// One edge for each pair of points, labelled by what the rings that use it claim on either side.
std::vector<LabelledEdge> labelEdges(std::vector<Noded::Use>& uses, ClaimBook& book) {
    const auto low = [](const Noded::Use& u) { return std::min(u.a, u.b); };
    const auto high = [](const Noded::Use& u) { return std::max(u.a, u.b); };
    std::sort(uses.begin(), uses.end(), [&](const Noded::Use& u, const Noded::Use& v) {
        return std::tuple(low(u), high(u), u.area, u.a) < std::tuple(low(v), high(v), v.area, v.a);
    });
    std::vector<LabelledEdge> edges;
    for (std::size_t i = 0; i < uses.size();) {
        // Rings run with their area on the left: a use from a to b claims the left side, one from b to a the right.
        const std::uint32_t a = low(uses[i]), b = high(uses[i]);
        Claims net;  // Positive: claimed on the left of a → b.
        for (; i < uses.size() && low(uses[i]) == a && high(uses[i]) == b; ++i) {
            net = sum(net, {{uses[i].area, 1}}, uses[i].a == a ? 1 : -1);
        }
        Claims left, right;
        for (const auto& [area, count] : net) {
            if (count > 0) left.push_back({area, count});
            if (count < 0) right.push_back({area, -count});
        }
        // An area that claims both sides of an edge, as two parts of it that share one, has no border there.
        if (!net.empty()) edges.push_back({a, b, book.number(std::move(left)), book.number(std::move(right))});
    }
    return edges;
}

// Finds the claims of every face from the changes that borders make, beginning outside.
class FaceClaims {
public:
    FaceClaims(const Topology& topology, const Cycles& cycles, const ClaimBook& book)
        : t_(topology), cycles_(cycles), book_(book), claims_(cycles.size()), known_(cycles.size(), false) {
        std::vector<std::uint32_t> outers;
        const std::vector<std::uint32_t> component = components();
        for (std::uint32_t c = 0; c < cycles.size(); ++c) {
            // A cycle that runs clockwise goes round its component from outside; each component has one.
            if (doubleArea(t_, cycles_[c]) < 0) outers.push_back(c);
        }
        // The component that encloses another begins further west.
        std::vector<GridPoint> west(cycles.size());
        for (const std::uint32_t c : outers) west[c] = westmost(c);
        std::sort(outers.begin(), outers.end(), [&](std::uint32_t i, std::uint32_t k) {
            return std::pair(west[i].x, west[i].y) < std::pair(west[k].x, west[k].y);
        });
        // With one component there is nothing to look up: around it is the outside.
        if (outers.size() > 1) {
            for (std::uint32_t a = 0; a < t_.arcs.size(); ++a) {
                for (std::uint32_t k = 0; k + 1 < t_.arcs[a].count; ++k) {
                    segments_.push_back({2 * a, k});
                    boxes_.push_back(boxOf(at(2 * a, k), at(2 * a, k + 1)));
                }
            }
        }
        const BucketIndex index(boxes_);
        // In that order: what lies around a component is known only once its surroundings are.
        for (const std::uint32_t c : outers) spread(c, claimsAround(index, west[c], component, component[c]));
    }

    const Claims& of(HalfArc h) const { return claims_[cycles_.cycleOf[h]]; }
    const Claims& ofCycle(std::uint32_t cycle) const { return claims_[cycle]; }
    bool complete() const { return std::find(known_.begin(), known_.end(), false) == known_.end(); }

private:
    struct Segment {
        HalfArc halfArc;
        std::uint32_t k;
    };

    GridPoint at(HalfArc h, std::uint32_t k) const { return t_.points[pointOf(t_, h, k)]; }

    // By cycle: the number of the connected set of borders that it belongs to.
    std::vector<std::uint32_t> components() const {
        std::vector<std::uint32_t> component(cycles_.size(), 0xffffffff), open;
        for (std::uint32_t c = 0; c < cycles_.size(); ++c) {
            if (component[c] != 0xffffffff) continue;
            component[c] = c;
            open.assign(1, c);
            while (!open.empty()) {
                const std::uint32_t cycle = open.back();
                open.pop_back();
                for (const HalfArc h : cycles_[cycle]) {
                    const std::uint32_t other = cycles_.cycleOf[twin(h)];
                    if (component[other] != 0xffffffff) continue;
                    component[other] = c;
                    open.push_back(other);
                }
            }
        }
        return component;
    }

    GridPoint westmost(std::uint32_t cycle) const {
        GridPoint found = at(cycles_[cycle].front(), 0);
        for (const HalfArc h : cycles_[cycle]) {
            for (std::uint32_t k = 0; k < t_.arcs[h / 2].count; ++k) {
                const GridPoint p = at(h, k);
                if (std::pair(p.x, p.y) < std::pair(found.x, found.y)) found = p;
            }
        }
        return found;
    }

    // What is claimed just west of a component: the face that one meets first when going west.
    Claims claimsAround(const BucketIndex& index, GridPoint from, const std::vector<std::uint32_t>& component,
                        std::uint32_t own) const {
        double nearest = 0;
        const Segment* hit = nullptr;
        bool hitRising = false;
        index.visit({0, from.y, from.x, from.y}, [&](std::uint32_t i) {
            const Segment& s = segments_[i];
            // Its own borders do not lie between it and what is around it.
            if (component[cycles_.cycleOf[s.halfArc]] == own) return;
            const GridPoint a = at(s.halfArc, s.k), b = at(s.halfArc, s.k + 1);
            // Half open, so that a vertex exactly on the way west counts for one of its two segments.
            if ((a.y <= from.y) == (b.y <= from.y)) return;
            const double x = a.x + (double{1} * from.y - a.y) * (double{1} * b.x - a.x) / (double{1} * b.y - a.y);
            if (x >= from.x || (hit != nullptr && x <= nearest)) return;
            nearest = x;
            hit = &s;
            hitRising = b.y > a.y;
        });
        if (hit == nullptr) return {};
        // East of a rising segment is its right side.
        return of(hitRising ? twin(hit->halfArc) : hit->halfArc);
    }

    void spread(std::uint32_t outer, Claims around) {
        claims_[outer] = std::move(around);
        known_[outer] = true;
        std::vector<std::uint32_t> open{outer};
        while (!open.empty()) {
            const std::uint32_t cycle = open.back();
            open.pop_back();
            for (const HalfArc h : cycles_[cycle]) {
                const std::uint32_t other = cycles_.cycleOf[twin(h)];
                if (known_[other]) continue;
                known_[other] = true;
                // Crossing the border from left to right, its left claims end and its right ones begin; all others hold
                // on both sides.
                claims_[other] = sum(sum(claims_[cycle], book_[areaOf(t_, h)], -1), book_[areaOf(t_, twin(h))], 1);
                open.push_back(other);
            }
        }
    }

    const Topology& t_;
    const Cycles& cycles_;
    const ClaimBook& book_;
    std::vector<Claims> claims_;
    std::vector<bool> known_;
    std::vector<Segment> segments_;
    std::vector<GridBox> boxes_;
};

}  // namespace

Result<Owned> findOwners(Noded noded, std::uint32_t areaCount) {
    ClaimBook book;
    const std::vector<std::int64_t> sizes = sizesOf(noded, areaCount);
    std::vector<LabelledEdge> edges = labelEdges(noded.uses, book);
    noded.uses = {};
    const Topology claimed = cutIntoArcs(std::move(noded.points), edges, kSourceBits);
    const Cycles cycles = findCycles(claimed);
    const FaceClaims faces(claimed, cycles, book);
    if (!faces.complete()) return Error{Status::BadShape, 0};

    Owned owned;
    for (std::uint32_t c = 0; c < cycles.size(); ++c) {
        // A hole in such a face is a cycle of the same claims, and its area is negative: the sum is right.
        if (claimantsOf(faces.ofCycle(c)) < 2) continue;
        const double y = toWorld(claimed.points[startOf(claimed, cycles[c].front())], kSourceBits).y;
        const double cellMetres = kWorldMetres / cellsPerWorld(kSourceBits) * groundScale(y);
        owned.overlapSquareMetres += static_cast<double>(doubleArea(claimed, cycles[c])) / 2 * cellMetres * cellMetres;
    }

    edges.clear();
    std::vector<bool> seen(areaCount, false);
    for (std::uint32_t a = 0; a < claimed.arcs.size(); ++a) {
        // A face goes to one area, and so no place is drawn twice.
        const AreaNumber left = ownerOf(faces.of(2 * a), sizes), right = ownerOf(faces.of(2 * a + 1), sizes);
        if (left != kOutside) seen[left] = true;
        if (right != kOutside) seen[right] = true;
        const auto chain = claimed.chain(claimed.arcs[a]);
        for (std::size_t k = 0; k + 1 < chain.size(); ++k) edges.push_back({chain[k], chain[k + 1], left, right});
    }
    const auto lost = std::find(seen.begin(), seen.end(), false);
    // An area that owns nothing lies whole under smaller ones, or has folded flat.
    if (lost != seen.end()) return Error{Status::BadShape, static_cast<std::uint64_t>(lost - seen.begin())};
    // A border between two faces of one owner drops out, and arcs that it separated become one.
    owned.topology = cutIntoArcs(claimed.points, edges, kSourceBits);
    return owned;
}

}  // namespace dex
