#include "archive/tile_encode.h"

#include <algorithm>

#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/tile_shape.h"
#include "geo/exact.h"
#include "geo/hilbert.h"

namespace dex {

namespace {

constexpr std::uint32_t kNone = 0xffffffff;

// Knows the borders that are to be written, and which of them are written already.
class Truth {
public:
    Truth(const Topology& topology, std::span<const AreaNumber> areas, GridPoint corner)
        : t_(topology),
          areas_(areas),
          corner_(corner),
          next_(2 * topology.arcs.size()),
          coded_(topology.arcs.size(), kNone),
          isKnown_(topology.points.size(), false) {
        const Cycles cycles = findCycles(topology);
        for (std::size_t c = 0; c < cycles.size(); ++c) {
            const auto cycle = cycles[c];
            for (std::size_t k = 0; k < cycle.size(); ++k) next_[cycle[k]] = cycle[k + 1 < cycle.size() ? k + 1 : 0];
        }
        findSeeds(cycles);
    }

    std::uint32_t componentCount() const { return static_cast<std::uint32_t>(seeds_.size()); }
    std::uint32_t rankOf(AreaNumber number) const {
        const auto place = std::lower_bound(areas_.begin(), areas_.end(), number);
        return place != areas_.end() && *place == number ? static_cast<std::uint32_t>(place - areas_.begin()) : kNone;
    }
    HalfArc trueHalf(std::uint32_t h) const { return true_[h]; }

    void start(std::uint32_t component) {
        here_ = seeds_[component];
        isKnown_[startOf(t_, here_)] = true;
    }
    GridPoint startPoint() const { return place(startOf(t_, here_)); }
    void draw(std::uint32_t in, std::uint32_t arc) {
        // The walk only knows half-arcs in the order in which it met them. This follows the same turn on the true map.
        if (in != kNone) here_ = next_[true_[in]];
        true_.push_back(here_);
        true_.push_back(twin(here_));
        // Keeps which way the walk went along the arc, in the lowest bit.
        coded_[here_ / 2] = 2 * arc | (here_ & 1);
        current_ = arc;
    }
    bool closes() {
        const std::uint32_t end = startOf(t_, twin(here_));
        const bool known = isKnown_[end];
        isKnown_[end] = true;
        return known;
    }
    std::uint32_t innerCount() const { return t_.arcs[here_ / 2].count - 2; }
    GridPoint point(std::uint32_t k) const { return place(pointOf(t_, here_, k)); }
    bool goesOn(std::uint32_t h) const { return coded_[next_[true_[h]] / 2] != kNone; }
    std::uint32_t stepsBack(const std::vector<std::uint32_t>& previous, std::uint32_t from, std::uint32_t to) const {
        // Turns about the end point until a border comes that the reader has too: from there it counts the steps.
        HalfArc onward = next_[here_];
        while (coded_[onward / 2] == kNone || coded_[onward / 2] / 2 == current_) onward = next_[twin(onward)];
        const std::uint32_t at = previous[codedHalf(onward)];
        std::uint32_t steps = 0;
        for (std::uint32_t h = from; h != at; h = previous[h]) {
            DEX_CHECK(h != to);
            ++steps;
        }
        return steps;
    }
    std::uint32_t label(std::uint32_t h) const {
        // Areas of other tiles are on the far side of a border and are named by number; the tile's own by rank.
        const AreaNumber area = areaOf(t_, true_[h]);
        if (area == kOutside) return kOutsideLabel;
        const std::uint32_t rank = rankOf(area);
        return rank != kNone ? rank : kOtherSide + area;
    }

private:
    GridPoint place(std::uint32_t point) const { return t_.points[point] - corner_; }
    std::uint32_t codedHalf(HalfArc h) const { return coded_[h / 2] ^ (h & 1); }

    // For each connected set of borders the half-arc with which it is begun: one of the tile's areas is on its left.
    void findSeeds(const Cycles& cycles) {
        std::vector<bool> seen(cycles.size(), false);
        std::vector<std::uint32_t> open;
        for (HalfArc h = 0; h < next_.size(); ++h) {
            // Begins only beside an area of this tile, so that the reader knows which side is its own.
            if (seen[cycles.cycleOf[h]] || rankOf(areaOf(t_, h)) == kNone) continue;
            seeds_.push_back(h);
            seen[cycles.cycleOf[h]] = true;
            open.assign(1, cycles.cycleOf[h]);
            while (!open.empty()) {
                const std::uint32_t cycle = open.back();
                open.pop_back();
                for (const HalfArc g : cycles[cycle]) {
                    const std::uint32_t other = cycles.cycleOf[twin(g)];
                    if (seen[other]) continue;
                    seen[other] = true;
                    open.push_back(other);
                }
            }
        }
        // Along the Hilbert curve one seed is near the next, so the step between them is short.
        std::stable_sort(seeds_.begin(), seeds_.end(), [&](HalfArc g, HalfArc h) { return distance(g) < distance(h); });
    }
    std::uint32_t distance(HalfArc h) const {
        const GridPoint p = place(startOf(t_, h));
        return hilbertDistance(static_cast<std::uint16_t>(p.x), static_cast<std::uint16_t>(p.y));
    }

    const Topology& t_;
    std::span<const AreaNumber> areas_;
    GridPoint corner_;
    std::vector<HalfArc> next_;
    std::vector<std::uint32_t> coded_;  // By arc: the half-arc coded for its way forward.
    std::vector<HalfArc> true_;         // By coded half-arc.
    std::vector<bool> isKnown_;         // By point.
    std::vector<HalfArc> seeds_;
    HalfArc here_ = 0;
    std::uint32_t current_ = 0;
};

// Whether p lies inside a ring of the tile, by counting crossings.
bool isInside(const Tile& tile, const PointRange& ring, GridPoint p) {
    bool inside = false;
    for (std::uint32_t i = 0; i < ring.count; ++i) {
        const TilePoint s = tile.ringPoints[ring.first + i], e = tile.ringPoints[ring.first + (i + 1) % ring.count];
        const GridPoint a{s.x, s.y}, b{e.x, e.y};
        // Half open in y: a crossing at a corner counts once. All in whole numbers, so there is no rounding.
        if ((a.y <= p.y) != (b.y <= p.y) && (side(a, b, p) > 0) == (b.y > a.y)) inside = !inside;
    }
    return inside;
}

bool isOnRing(const Tile& tile, const PointRange& ring, TilePoint p) {
    for (std::uint32_t i = 0; i < ring.count; ++i) {
        if (tile.ringPoints[ring.first + i] == p) return true;
    }
    return false;
}

// The place among the outlines of the one that a hole lies in: the smallest around a point of it.
std::uint32_t parentOf(const Tile& tile, const std::vector<PointRange>& rings, const std::vector<bool>& isHole,
                       std::uint32_t hole) {
    std::uint32_t found = 0, outline = 0;
    std::int64_t min = 0;
    for (std::uint32_t i = 0; i < rings.size(); ++i) {
        if (isHole[i]) continue;
        // They may touch; a point of the hole that the outline does not share decides.
        std::uint32_t k = rings[hole].first;
        while (k + 1 < rings[hole].first + rings[hole].count && isOnRing(tile, rings[i], tile.ringPoints[k])) ++k;
        // The smallest outline around it: outlines may lie within the holes of others.
        const std::int64_t size = doubleArea(tile, rings[i]);
        if (isInside(tile, rings[i], {tile.ringPoints[k].x, tile.ringPoints[k].y}) && (min == 0 || size < min)) {
            min = size;
            found = outline;
        }
        ++outline;
    }
    return found;
}

bool writeTriangles(Writing& coder, const Tile& tile, std::uint32_t& triangleCount) {
    ShapeModels models;
    for (const TilePolygon& polygon : polygonsOf(tile)) {
        std::vector<std::vector<GridPoint>> rings(polygon.holes + 1);
        std::vector<GridPoint> ring;
        for (std::uint32_t i = 0; i <= polygon.holes; ++i) {
            const PointRange& range = tile.rings[polygon.outline + i];
            for (std::uint32_t k = 0; k < range.count; ++k) {
                const TilePoint p = tile.ringPoints[range.first + k];
                rings[i].push_back({p.x, p.y});
            }
        }
        const auto triangulation = triangulate(rings);
        if (!triangulation) return false;
        ring = rings[0];
        for (const Bridge& bridge : triangulation->bridges) {
            const std::vector<GridPoint>& hole = rings[bridge.hole + 1];
            coder.even(static_cast<std::uint32_t>(ring.size()), bridge.from);
            coder.even(polygon.holes, bridge.hole);
            coder.even(static_cast<std::uint32_t>(hole.size()), bridge.holePoint);
            // A bridge makes one ring of outline and hole: there, round the hole, and back.
            std::vector<GridPoint> walked(hole.begin() + bridge.holePoint, hole.end());
            walked.insert(walked.end(), hole.begin(), hole.begin() + bridge.holePoint + 1);
            walked.push_back(ring[bridge.from]);
            ring.insert(ring.begin() + bridge.from + 1, walked.begin(), walked.end());
        }
        Ear before = Ear::None;
        std::vector<std::uint32_t> stack;
        std::size_t at = 0;
        walkTriangles(static_cast<std::uint32_t>(ring.size()), stack, [&](std::uint32_t first, std::uint32_t last) {
            const std::uint32_t third = triangulation->thirds[at++];
            codeThird(coder, models, ring, first, last, before, third);
            return third;
        });
        triangleCount += static_cast<std::uint32_t>(triangulation->thirds.size());
    }
    return true;
}

}  // namespace

Result<EncodedTile> encodeTile(const Topology& borders, std::span<const AreaNumber> areas) {
    EncodedTile result;
    TileCounts counts;
    for (const Arc& arc : borders.arcs) {
        counts.points += arc.count;
        for (const std::uint32_t p : borders.chain(arc)) result.box.add(borders.points[p]);
    }
    counts.areas = static_cast<std::uint32_t>(areas.size());
    counts.arcs = static_cast<std::uint32_t>(borders.arcs.size());
    // Points of a tile are 16 bits from its corner, here, in the file and on the GPU.
    if (result.box.maxX - result.box.minX > 0xffff || result.box.maxY - result.box.minY > 0xffff)
        return Status::TooLarge;
    if (counts.points > kMaxTilePoints) return Status::TooLarge;

    const std::vector<AreaNumber> numbers(areas.begin(), areas.end());
    Truth truth(borders, areas, {result.box.minX, result.box.minY});
    counts.components = truth.componentCount();

    ByteWriter out;
    writeMagic(out, Magic::Tile, kTileVersion);
    out.u8(static_cast<std::uint8_t>(borders.gridBits));
    out.varint(static_cast<std::uint64_t>(result.box.minX));
    out.varint(static_cast<std::uint64_t>(result.box.minY));
    out.varint(counts.areas);
    out.varint(counts.arcs);
    out.varint(counts.points);
    out.varint(counts.components);

    Writing coder;
    CountModel gaps;
    std::uint32_t next = 0;
    for (const AreaNumber number : areas) {
        gaps.code(coder, number - next);
        next = number + 1;
    }
    TileWalk<Writing> walk;
    // The same walk that a reader takes, with the truth at hand where the reader has only the stream.
    const auto walked = walk.run(coder, counts, numbers, 1u << 31, truth);
    if (!walked.ok()) return walked.error();
    Result<Tile> shaped = shapeTile(coder, walk.borders, numbers, parentOf);
    if (!shaped.ok()) return shaped.error();
    // Shaped from what was just coded, so that rings begin where the reader's will begin.
    if (!writeTriangles(coder, *shaped, result.triangleCount)) return Status::BadShape;
    out.append(coder.encoder.take());
    result.bytes = out.take();
    result.areaCount = counts.areas;
    return result;
}

}  // namespace dex
