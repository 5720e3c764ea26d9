// The bodies of the templates of tile_shape.h; included by it.
#pragma once

namespace dex {

template <typename Coder>
std::uint32_t codeThird(Coder& coder, ShapeModels& models, std::span<const GridPoint> ring, std::uint32_t first,
                        std::uint32_t last, Ear& before, std::uint32_t third) {
    if (last - first == 2) return first + 1;
    const EarGuess guess = guessEar(ring, first, last);
    const auto at = [&](Ear ear) { return ear == Ear::First ? first + 1 : last - 1; };
    if (guess.likely != Ear::None) {
        const bool both = guess.other != Ear::None;
        Chance& likely = models.likely[both][last - first == 3]
                                      [static_cast<std::size_t>(before == Ear::None ? 2 : before == guess.likely)];
        if (coder.bit(likely, third == at(guess.likely))) {
            before = guess.likely;
            return at(guess.likely);
        }
        if (both && coder.bit(models.other[last - first == 3 ? 2 : before == guess.other], third == at(guess.other))) {
            before = guess.other;
            return at(guess.other);
        }
    }
    before = Ear::None;
    return first + 1 + coder.even(last - first - 1, third - first - 1);
}

template <typename Coder, typename Parent>
Result<Tile> shapeTile(Coder& coder, TileBorders& b, const std::vector<AreaNumber>& areas, const Parent& parentOf) {
    Tile tile;
    tile.arcPoints.reserve(b.points.size());
    for (const GridPoint p : b.points)
        tile.arcPoints.push_back({static_cast<std::uint16_t>(p.x), static_cast<std::uint16_t>(p.y)});
    const auto numberOf = [&](std::uint32_t label) {
        return label < kOtherSide ? areas[label] : label == kOutsideLabel ? kOutside : label - kOtherSide;
    };
    tile.arcs.reserve(b.arcs.size());
    for (std::uint32_t a = 0; a < b.arcs.size(); ++a) {
        tile.arcs.push_back(
            {{b.arcs[a].first, b.arcs[a].count}, numberOf(b.labels[2 * a]), numberOf(b.labels[2 * a + 1])});
    }

    // Cycles by area, in coded order.
    std::vector<std::uint32_t> starts(areas.size() + 1, 0), order(b.cycles.size());
    for (const std::uint32_t h : b.cycles) ++starts[b.labels[h] + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<std::uint32_t> place(starts.begin(), starts.end() - 1);
    for (const std::uint32_t h : b.cycles) order[place[b.labels[h]]++] = h;

    std::size_t ringPoints = 0;
    for (const auto& arc : b.arcs) ringPoints += 2 * (arc.count - 1);
    tile.ringPoints.reserve(ringPoints);
    const auto walk = [&](std::uint32_t head) {
        const auto first = static_cast<std::uint32_t>(tile.ringPoints.size());
        std::uint32_t h = head;
        do {
            const auto& arc = b.arcs[h / 2];
            const TilePoint* points = tile.arcPoints.data() + arc.first;
            if (h & 1) {
                for (std::uint32_t k = arc.count - 1; k > 0; --k) tile.ringPoints.push_back(points[k]);
            } else {
                tile.ringPoints.insert(tile.ringPoints.end(), points, points + arc.count - 1);
            }
            h = b.next[h];
        } while (h != head);
        return PointRange{first, static_cast<std::uint32_t>(tile.ringPoints.size()) - first};
    };

    tile.areas.reserve(areas.size());
    std::vector<PointRange> walked;
    std::vector<bool> isHole;
    std::vector<std::uint32_t> parents;
    for (std::uint32_t rank = 0; rank < areas.size(); ++rank) {
        TileArea area;
        area.number = areas[rank];
        area.firstRing = static_cast<std::uint32_t>(tile.rings.size());
        area.ringCount = starts[rank + 1] - starts[rank];
        walked.clear();
        isHole.clear();
        parents.clear();
        std::uint32_t outlines = 0;
        for (std::uint32_t i = starts[rank]; i < starts[rank + 1]; ++i) {
            walked.push_back(walk(order[i]));
            const std::int64_t size = doubleArea(tile, walked.back());
            if (walked.back().count < 3 || size == 0) return Status::BadShape;
            isHole.push_back(size < 0);
            outlines += size > 0;
        }
        if (outlines == 0) return Status::BadShape;
        for (std::uint32_t i = 0; i < walked.size(); ++i) {
            parents.push_back(isHole[i] && outlines > 1 ? coder.even(outlines, parentOf(tile, walked, isHole, i)) : 0);
        }
        for (std::uint32_t i = 0, outline = 0; i < walked.size(); ++i) {
            if (isHole[i]) continue;
            tile.rings.push_back(walked[i]);
            for (std::uint32_t k = 0; k < walked.size(); ++k) {
                if (isHole[k] && parents[k] == outline) tile.rings.push_back(walked[k]);
            }
            ++outline;
        }
        area.min = {0xffff, 0xffff};
        for (const PointRange& ring : walked) {
            for (std::uint32_t k = ring.first; k < ring.first + ring.count; ++k) {
                const TilePoint p = tile.ringPoints[k];
                area.min = {std::min(area.min.x, p.x), std::min(area.min.y, p.y)};
                area.max = {std::max(area.max.x, p.x), std::max(area.max.y, p.y)};
            }
        }
        tile.areas.push_back(area);
    }
    return tile;
}

}  // namespace dex
