#include "archive/tiling.h"

#include <algorithm>
#include <span>

#include "archive/tile_encode.h"
#include "geo/hilbert.h"

namespace dex {

namespace {

class Tiler {
public:
    Tiler(const Topology& topology, std::uint32_t areaCount)
        : topology_(topology),
          arcsOf_(areaCount),
          numbers_(topology.points.size(), 0),
          stamps_(topology.points.size(), 0) {
        std::vector<GridBox> boxes(areaCount);
        GridBox whole;
        for (std::uint32_t a = 0; a < topology.arcs.size(); ++a) {
            const Arc& arc = topology.arcs[a];
            for (const AreaNumber area : {arc.left, arc.right}) {
                if (area == kOutside) continue;
                arcsOf_[area].push_back(a);
                for (const std::uint32_t p : topology.chain(arc)) boxes[area].add(topology.points[p]);
                whole.add(boxes[area]);
            }
        }
        int shift = 0;
        // The curve has 16 bits a side. A larger map is looked at more coarsely, because only the order counts.
        while (std::max(whole.maxX - whole.minX, whole.maxY - whole.minY) >> shift > 0xffff) ++shift;
        std::vector<std::uint32_t> distances(areaCount);
        for (std::uint32_t i = 0; i < areaCount; ++i) {
            const auto middle = [shift](std::int32_t low, std::int32_t high, std::int32_t from) {
                return static_cast<std::uint16_t>((low + (high - low) / 2 - from) >> shift);
            };
            distances[i] = hilbertDistance(middle(boxes[i].minX, boxes[i].maxX, whole.minX),
                                           middle(boxes[i].minY, boxes[i].maxY, whole.minY));
            order_.push_back(i);
        }
        std::stable_sort(order_.begin(), order_.end(),
                         [&](AreaNumber i, AreaNumber k) { return distances[i] < distances[k]; });
    }

    Result<Done> run(std::uint32_t areasPerTile) {
        const auto count = static_cast<std::uint32_t>(order_.size());
        // Rounded, then cut into equal parts: no last tile is left with the few areas that did not fit.
        const std::uint32_t tileCount = areasPerTile == 0 ? 1 : std::max(1u, (count + areasPerTile / 2) / areasPerTile);
        for (std::uint32_t i = 0; i < tileCount; ++i) {
            const auto at = [&](std::uint32_t k) {
                return static_cast<std::size_t>(std::uint64_t{count} * k / tileCount);
            };
            DEX_TRY(encode(at(i), at(i + 1)));
        }
        return Done{};
    }

    std::vector<EncodedTile> tiles;

private:
    // Areas from … to of the order as one tile, or as two halves where that is too much.
    Result<Done> encode(std::size_t from, std::size_t to) {
        std::vector<AreaNumber> areas(order_.begin() + static_cast<std::ptrdiff_t>(from),
                                      order_.begin() + static_cast<std::ptrdiff_t>(to));
        // The curve has chosen them; inside a tile they stand by number, and only the gaps are written.
        std::sort(areas.begin(), areas.end());
        Result<EncodedTile> tile = encodeTile(select(areas), areas);
        if (tile.ok()) {
            tiles.push_back(std::move(tile).value());
            return Done{};
        }
        if (tile.error().status != Status::TooLarge || to - from < 2) return Error{tile.error().status, areas.front()};
        DEX_TRY(encode(from, from + (to - from) / 2));
        return encode(from + (to - from) / 2, to);
    }

    // The borders of some areas.
    Topology select(const std::vector<AreaNumber>& areas) {
        std::vector<std::uint32_t> arcs;
        for (const AreaNumber area : areas) arcs.insert(arcs.end(), arcsOf_[area].begin(), arcsOf_[area].end());
        std::sort(arcs.begin(), arcs.end());
        arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
        Topology part;
        part.gridBits = topology_.gridBits;
        // A point is in this part if it has the newest stamp, so nothing is cleared from one tile to the next.
        ++stamp_;
        for (const std::uint32_t a : arcs) {
            Arc arc = topology_.arcs[a];
            const auto chain = topology_.chain(arc);
            arc.first = static_cast<std::uint32_t>(part.arcPoints.size());
            for (const std::uint32_t p : chain) {
                if (stamps_[p] != stamp_) {
                    stamps_[p] = stamp_;
                    numbers_[p] = static_cast<std::uint32_t>(part.points.size());
                    part.points.push_back(topology_.points[p]);
                }
                part.arcPoints.push_back(numbers_[p]);
            }
            part.arcs.push_back(arc);
        }
        return part;
    }

    const Topology& topology_;
    std::vector<std::vector<std::uint32_t>> arcsOf_;
    std::vector<AreaNumber> order_;
    std::vector<std::uint32_t> numbers_, stamps_;  // By point.
    std::uint32_t stamp_ = 0;
};

}  // namespace

Result<std::vector<EncodedTile>> encodeTiles(const Topology& topology, std::uint32_t areaCount,
                                             std::uint32_t areasPerTile) {
    Tiler tiler(topology, areaCount);
    DEX_TRY(tiler.run(areasPerTile));
    return std::move(tiler.tiles);
}

}  // namespace dex
