#include "geo/source_points.h"

#include <algorithm>

#include "geo/exact.h"
#include "geo/noding.h"
#include "geo/projection.h"

namespace dex {

namespace {

using Key = std::uint64_t;

Key keyOf(GridPoint p) {
    return static_cast<Key>(static_cast<std::uint32_t>(p.x)) << 32 | static_cast<std::uint32_t>(p.y);
}

// For each of the sorted keys the position of the first key of its cluster: keys in adjoining cells, and those in
// cells adjoining these, are one point.
class Clusters {
public:
    explicit Clusters(const std::vector<Key>& keys) : heads_(keys.size()) {
        for (std::uint32_t i = 0; i < heads_.size(); ++i) heads_[i] = i;
        std::size_t east = 0;  // First key not before the cell to the south-east.
        for (std::uint32_t i = 0; i < keys.size(); ++i) {
            if (i + 1 < keys.size() && keys[i + 1] == keys[i] + 1) join(i, i + 1);
            // The cell to the east. Keys run northwards within a column, so that the three cells to the east follow
            // each other.
            const Key next = keys[i] + (Key{1} << 32);
            while (east < keys.size() && keys[east] + 1 < next) ++east;
            for (std::size_t k = east; k < keys.size() && keys[k] <= next + 1; ++k)
                join(i, static_cast<std::uint32_t>(k));
        }
    }

    std::uint32_t head(std::uint32_t i) {
        // Each step halves the way for the next one who asks.
        while (heads_[i] != i) i = heads_[i] = heads_[heads_[i]];
        return i;
    }

private:
    void join(std::uint32_t i, std::uint32_t k) {
        i = head(i);
        k = head(k);
        // The lowest key is always the head, in whatever order clusters grow together.
        heads_[std::max(i, k)] = std::min(i, k);
    }
    std::vector<std::uint32_t> heads_;
};

std::int64_t doubleAreaOf(const std::vector<std::uint32_t>& ring, const std::vector<GridPoint>& points) {
    std::int64_t area = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        area += cross(points[ring[0]], points[ring[i]], points[ring[i + 1]]);
    return area;
}

}  // namespace

void removeSpikes(std::vector<std::uint32_t>& ring) {
    std::vector<std::uint32_t> kept;
    kept.reserve(ring.size());
    for (const std::uint32_t p : ring) {
        kept.push_back(p);
        // What one removal brings together may be a spike again.
        while (kept.size() >= 2) {
            const std::size_t n = kept.size();
            if (kept[n - 1] == kept[n - 2]) {
                kept.pop_back();
            } else if (n >= 3 && kept[n - 1] == kept[n - 3]) {
                kept.resize(n - 2);
            } else {
                break;
            }
        }
    }
    // The same around the place where the ring closes.
    std::size_t first = 0;
    while (kept.size() - first >= 2) {
        if (kept[first] == kept.back()) {
            kept.pop_back();
        } else if (kept.size() - first >= 3 && kept[first] == kept[kept.size() - 2]) {
            kept.resize(kept.size() - 2);
        } else if (kept.size() - first >= 3 && kept[first + 1] == kept.back()) {
            first += 1;
            kept.pop_back();
        } else {
            break;
        }
    }
    kept.erase(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(first));
    if (kept.size() < 3) kept.clear();
    ring = std::move(kept);
}

Result<SourceRings> readRings(const std::vector<AreaPolygon>& areas) {
    SourceRings result;
    std::vector<Key> keys;
    for (const AreaPolygon& area : areas) {
        for (const AreaPolygon::Part& part : area.parts) {
            for (const AreaPolygon::Ring& ring : part) {
                result.sourcePoints += ring.size();
                for (const WorldPoint p : ring) keys.push_back(keyOf(toGrid(p, kSourceBits)));
            }
        }
    }
    // By position: numbers of points do not depend on the order of areas or rings.
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    keys.shrink_to_fit();
    Clusters clusters(keys);
    result.points.reserve(keys.size());
    for (const Key key : keys) {
        result.points.push_back({static_cast<std::int32_t>(key >> 32), static_cast<std::int32_t>(key & 0xffffffff)});
    }
    const auto numberOf = [&](WorldPoint p) {
        const auto place = std::lower_bound(keys.begin(), keys.end(), keyOf(toGrid(p, kSourceBits)));
        return clusters.head(static_cast<std::uint32_t>(place - keys.begin()));
    };

    for (AreaNumber number = 0; number < areas.size(); ++number) {
        const std::size_t before = result.rings.size();
        for (const AreaPolygon::Part& part : areas[number].parts) {
            for (std::size_t i = 0; i < part.size(); ++i) {
                SourceRing ring{number, {}};
                ring.points.reserve(part[i].size());
                for (const WorldPoint p : part[i]) ring.points.push_back(numberOf(p));
                removeSpikes(ring.points);
                const std::int64_t area = doubleAreaOf(ring.points, result.points);
                if (area == 0) {
                    result.droppedParts.push_back(number);
                    // An outline without an inside takes its holes with it.
                    if (i == 0) break;
                    continue;
                }
                // Publishers' rings run either way; from here on outlines run anticlockwise and holes clockwise.
                if ((area > 0) != (i == 0)) std::reverse(ring.points.begin(), ring.points.end());
                if (i > 0) ++result.holes;
                result.rings.push_back(std::move(ring));
            }
        }
        if (result.rings.size() == before) return Error{Status::BadShape, number};
    }
    return result;
}

}  // namespace dex
