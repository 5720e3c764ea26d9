#include "geo/settle.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "geo/bucket_index.h"
#include "geo/exact.h"

namespace dex {

namespace {

// How many cells of the coarser grid a point may move, either way.
constexpr std::int32_t kReach = 4;

class Settler {
public:
    Settler(const Topology& source, int gridBits)
        : source_(source), shift_(source.gridBits - gridBits), points_(source.points), index_(listEdges()) {
        starts_.assign(points_.size() + 1, 0);
        for (const auto& [a, b] : edges_) {
            ++starts_[a + 1];
            ++starts_[b + 1];
        }
        for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
        neighbours_.resize(starts_.back());
        std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
        for (const auto& [a, b] : edges_) {
            neighbours_[next[a]++] = b;
            neighbours_[next[b]++] = a;
        }
    }

    Settled run(int gridBits) {
        std::vector<std::uint32_t> open;
        for (std::uint32_t v = 0; v < points_.size(); ++v) {
            if (starts_[v] != starts_[v + 1]) open.push_back(v);
        }
        // To the nearest position as long as that frees others, then wherever there is room.
        settleAll(open, 0);
        Settled result;
        for (std::int32_t around = 1; around < kReach && !open.empty(); ++around) {
            const std::size_t before = open.size();
            settleAll(open, around);
            result.displaced += static_cast<std::uint32_t>(before - open.size());
        }
        // As long as it helps: each one that finds a place may be what another was waiting for.
        for (std::size_t before = open.size() + 1; !open.empty() && open.size() < before;) {
            before = open.size();
            std::erase_if(open, [&](std::uint32_t v) { return makeWay(v); });
            result.displaced += static_cast<std::uint32_t>(before - open.size());
        }
        result.stuck = static_cast<std::uint32_t>(open.size());
        result.topology = collect(gridBits);
        return result;
    }

private:
    std::vector<GridBox> listEdges() {
        const std::int32_t reach = kReach << shift_;
        std::vector<GridBox> boxes;
        for (const Arc& arc : source_.arcs) {
            const auto chain = source_.chain(arc);
            for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
                edges_.push_back({chain[k], chain[k + 1]});
                const GridBox box = boxOf(points_[chain[k]], points_[chain[k + 1]]);
                boxes.push_back({box.minX - reach, box.minY - reach, box.maxX + reach, box.maxY + reach});
            }
        }
        return boxes;
    }

    void settleAll(std::vector<std::uint32_t>& open, std::int32_t around) {
        for (std::size_t before = open.size() + 1; open.size() < before;) {
            before = open.size();
            std::erase_if(open, [&](std::uint32_t v) { return settleOne(v, around); });
        }
    }

    // Positions of the coarser grid up to `around` cells from the nearest to where a point was, nearest first.
    std::vector<GridPoint> placesFor(std::uint32_t v, std::int32_t around) const {
        const GridPoint from = source_.points[v];
        // To the nearest and not downwards; on the same grid there is nothing to round.
        const std::int32_t half = shift_ > 0 ? 1 << (shift_ - 1) : 0;
        const GridPoint nearest = {(from.x + half) >> shift_, (from.y + half) >> shift_};
        std::vector<GridPoint> places;
        for (std::int32_t dy = -around; dy <= around; ++dy) {
            for (std::int32_t dx = -around; dx <= around; ++dx) {
                places.push_back({(nearest.x + dx) << shift_, (nearest.y + dy) << shift_});
            }
        }
        const auto distance2 = [from](GridPoint p) {
            const std::int64_t x = p.x - from.x, y = p.y - from.y;
            return x * x + y * y;
        };
        // Equals stay in the order of the loops, so that every machine takes the same.
        std::stable_sort(places.begin(), places.end(),
                         [&](GridPoint p, GridPoint q) { return distance2(p) < distance2(q); });
        return places;
    }

    bool settleOne(std::uint32_t v, std::int32_t around) {
        const std::vector<GridPoint> places = placesFor(v, around);
        return std::any_of(places.begin(), places.end(), [&](GridPoint place) { return moveTo(v, place); });
    }

    // Finds room for a point by moving one of those close by to another position.
    bool makeWay(std::uint32_t v) {
        const GridPoint here = points_[v];
        const std::int32_t reach = kReach << shift_;
        std::vector<std::uint32_t> near(around(v).begin(), around(v).end());
        index_.visit({here.x, here.y, here.x, here.y}, [&](std::uint32_t e) {
            for (const std::uint32_t w : edges_[e]) {
                const GridPoint p = points_[w];
                if (w != v && std::abs(p.x - here.x) <= reach && std::abs(p.y - here.y) <= reach) near.push_back(w);
            }
        });
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const std::uint32_t w : near) {
            const GridPoint back = points_[w];
            for (const GridPoint& place : placesFor(w, kReach - 1)) {
                if (place == back || !moveTo(w, place)) continue;
                if (settleOne(v, kReach - 1)) return true;
                // No room all the same: w returns. Nothing else has moved, so its old place is free.
                points_[w] = back;
            }
        }
        return false;
    }

    std::span<const std::uint32_t> around(std::uint32_t v) const {
        return std::span(neighbours_).subspan(starts_[v], starts_[v + 1] - starts_[v]);
    }

    bool moveTo(std::uint32_t v, GridPoint to) {
        const GridPoint from = points_[v];
        if (from == to) return true;
        GridBox box = boxOf(from, to);
        // All that the move can sweep over lies within this box.
        for (const std::uint32_t n : around(v)) box.add(points_[n]);
        bool free = true;
        index_.visit(box, [&](std::uint32_t e) {
            if (free && bars(edges_[e], v, from, to)) free = false;
        });
        if (free) points_[v] = to;
        return free;
    }

    // Whether an edge or one of its ends is in the way of v and its own edges.
    bool bars(const std::array<std::uint32_t, 2>& edge, std::uint32_t v, GridPoint from, GridPoint to) const {
        const bool own = edge[0] == v || edge[1] == v;
        const GridPoint a = points_[edge[0]], b = points_[edge[1]];
        for (const std::uint32_t n : around(v)) {
            const GridPoint end = points_[n];
            for (const std::uint32_t w : edge) {
                // The edge to n sweeps this triangle when v moves.
                if (w != v && w != n && isInTriangle(points_[w], from, to, end)) return true;
            }
            if (!own && edge[0] != n && edge[1] != n && segmentsMeet(to, end, a, b)) return true;
        }
        // An edge that begins at the same neighbour may have no end in the triangle: then the way leads across it.
        return !own && segmentsMeet(from, to, a, b);
    }

    Topology collect(int gridBits) const {
        Topology result;
        result.gridBits = gridBits;
        constexpr std::uint32_t kNone = 0xffffffff;
        std::vector<std::uint32_t> numbers(points_.size(), kNone);
        for (const Arc& arc : source_.arcs) {
            const auto chain = source_.chain(arc);
            Arc kept = arc;
            kept.first = static_cast<std::uint32_t>(result.arcPoints.size());
            std::uint32_t last = chain[0];
            for (std::size_t k = 0; k < chain.size(); ++k) {
                const std::uint32_t p = chain[k];
                // On the straight line between its neighbours, where the coarser grid has moved it: left out it changes
                // nothing. Ends stay, because other arcs meet there.
                if (k > 0 && k + 1 < chain.size() && cross(points_[last], points_[p], points_[chain[k + 1]]) == 0)
                    continue;
                if (numbers[p] == kNone) {
                    numbers[p] = static_cast<std::uint32_t>(result.points.size());
                    result.points.push_back({points_[p].x >> shift_, points_[p].y >> shift_});
                }
                result.arcPoints.push_back(numbers[p]);
                last = p;
            }
            kept.count = static_cast<std::uint32_t>(result.arcPoints.size()) - kept.first;
            result.arcs.push_back(kept);
        }
        return result;
    }

    const Topology& source_;
    int shift_;
    std::vector<GridPoint> points_;
    std::vector<std::array<std::uint32_t, 2>> edges_;
    BucketIndex index_;  // Of edges, each with the reach of its ends.
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> neighbours_;
};

}  // namespace

Settled settle(const Topology& source, int gridBits) { return Settler(source, gridBits).run(gridBits); }

}  // namespace dex
