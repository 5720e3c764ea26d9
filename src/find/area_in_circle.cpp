#include "find/area_in_circle.h"

namespace dex {

AreaMark AreaInCircle::operator()(GroundTile& tile, std::size_t area) const {
    if (holdsAllCorners(tile, area)) return kListed;
    if (reachesAnEdge(tile, area) || tile.surrounds(area, centre_.lon, centre_.lat)) return kTouched;
    return 0;
}

bool AreaInCircle::holdsAllCorners(GroundTile& tile, std::size_t area) const {
    for (std::size_t r = 0; r < tile.ringCount(area); ++r) {
        for (const GroundPoint corner : tile.ring(area, r)) {
            if (!edge_.holds(corner)) return false;
        }
    }
    return true;
}

bool AreaInCircle::reachesAnEdge(GroundTile& tile, std::size_t area) const {
    for (std::size_t r = 0; r < tile.ringCount(area); ++r) {
        const auto ring = tile.ring(area, r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (edge_.reaches(ring[i == 0 ? ring.size() - 1 : i - 1], ring[i])) return true;
        }
    }
    return false;
}

}  // namespace dex
