#include "find/area_in_polygon.h"

#include <algorithm>
#include <cmath>

namespace dex {

namespace {

// Two cuts this near are one: the same point, come at in two ways. Of a border of 90° it is less than a thousandth of a
// unit.
constexpr double kSame = 1e-12;

int signOf(std::int64_t x) { return (x > 0) - (x < 0); }

// How far along the edge a point on its line stands.
double shareAlong(const Polygon::Edge& edge, GroundPoint point) {
    const double east = static_cast<double>(std::int64_t{edge.to.lon} - edge.from.lon);
    const double north = static_cast<double>(std::int64_t{edge.to.lat} - edge.from.lat);
    return std::abs(east) > std::abs(north) ? static_cast<double>(std::int64_t{point.lon} - edge.from.lon) / east
                                            : static_cast<double>(std::int64_t{point.lat} - edge.from.lat) / north;
}

}  // namespace

// Where `by` meets the edge.
void AreaInPolygon::cut(const Edge& edge, const Edge& by) {
    const std::int64_t from = turn(by.from, by.to, edge.from), to = turn(by.from, by.to, edge.to);
    if (from == 0 && to == 0) {
        const double a = std::clamp(shareAlong(edge, by.from), 0.0, 1.0);
        const double b = std::clamp(shareAlong(edge, by.to), 0.0, 1.0);
        if (a == b) return;
        covered_.push_back({std::min(a, b), std::max(a, b)});
        cuts_.insert(cuts_.end(), {a, b});
        return;
    }
    if (signOf(from) * signOf(to) > 0) return;
    if (signOf(turn(edge.from, edge.to, by.from)) * signOf(turn(edge.from, edge.to, by.to)) > 0) return;
    cuts_.push_back(static_cast<double>(from) / (static_cast<double>(from) - static_cast<double>(to)));
}

// Says of each piece between two cuts where it lies.
template <typename IsWithin>
void AreaInPolygon::tell(const Edge& edge, IsWithin isWithin, Pieces& pieces) {
    cuts_.insert(cuts_.end(), {0.0, 1.0});
    std::sort(cuts_.begin(), cuts_.end());
    for (std::size_t i = 1; i < cuts_.size(); ++i) {
        const double from = cuts_[i - 1], to = cuts_[i];
        if (to - from < kSame) continue;
        const double middle = (from + to) / 2;
        const bool isOn = std::any_of(covered_.begin(), covered_.end(),
                                      [&](const Stretch& on) { return on.from < middle && middle < on.to; });
        if (isOn) {
            pieces.isOn = true;
            continue;
        }
        const double lon = edge.from.lon + middle * static_cast<double>(std::int64_t{edge.to.lon} - edge.from.lon);
        const double lat = edge.from.lat + middle * static_cast<double>(std::int64_t{edge.to.lat} - edge.from.lat);
        (isWithin(lon, lat) ? pieces.isWithin : pieces.isWithout) = true;
        // A border that is cut a thousand times would be asked a thousand times.
        if (pieces.isWithin && pieces.isWithout) break;
    }
    cuts_.clear();
    covered_.clear();
}

// Where the pieces of the area's border lie.
AreaInPolygon::Pieces AreaInPolygon::borderOf(GroundTile& tile, std::size_t area) {
    Pieces pieces;
    for (std::size_t r = 0; r < tile.ringCount(area); ++r) {
        const auto ring = tile.ring(area, r);
        // An edge that meets nothing lies where the one before it lay.
        bool isKnown = false;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Edge edge{ring[i == 0 ? ring.size() - 1 : i - 1], ring[i]};
            const auto near = polygon_.edgesNear(edge.box(), near_);
            if (near.empty() && isKnown) continue;
            for (const std::uint32_t by : near) cut(edge, polygon_.edges()[by]);
            tell(edge, [&](double lon, double lat) { return polygon_.surrounds(lon, lat); }, pieces);
            isKnown = near.empty();
            if (pieces.isWithin && pieces.isWithout) return pieces;
        }
    }
    return pieces;
}

// Whether a piece of the shape's border lies within the area.
bool AreaInPolygon::entersArea(GroundTile& tile, std::size_t area) {
    for (const std::uint32_t which : polygon_.edgesNear(tile.box(area), inBox_)) {
        const Edge& edge = polygon_.edges()[which];
        const GroundBox box = edge.box();
        for (std::size_t r = 0; r < tile.ringCount(area); ++r) {
            const auto ring = tile.ring(area, r);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Edge by{ring[i == 0 ? ring.size() - 1 : i - 1], ring[i]};
                if (by.box().touches(box)) cut(edge, by);
            }
        }
        Pieces pieces;
        tell(edge, [&](double lon, double lat) { return tile.surrounds(area, lon, lat); }, pieces);
        if (pieces.isWithin) return true;
    }
    return false;
}

AreaInPolygon::Parts AreaInPolygon::partsOf(GroundTile& tile, std::size_t area) const {
    Parts parts;
    for (std::size_t i = 0; i < tile.triangleCount(area); ++i) {
        const auto [a, b, c] = tile.triangle(area, i);
        if (turn(a, b, c) == 0) continue;
        const double lon = (static_cast<double>(a.lon) + b.lon + c.lon) / 3;
        const double lat = (static_cast<double>(a.lat) + b.lat + c.lat) / 3;
        const bool isWithin = polygon_.surrounds(lon, lat);
        parts.isAny = parts.isAny || isWithin;
        parts.isAll = parts.isAll && isWithin;
    }
    return parts;
}

AreaMark AreaInPolygon::operator()(GroundTile& tile, std::size_t area) {
    const Pieces border = borderOf(tile, area);
    if ((border.isWithin && border.isWithout) || entersArea(tile, area)) return kTouched;
    // Each part of the area is within as a whole or without. Where its border does not say which, it lies on the shape's.
    if (!border.isOn) return border.isWithin ? kListed : AreaMark{0};
    const Parts parts = partsOf(tile, area);
    if (parts.isAll && !border.isWithout) return kListed;
    return parts.isAny || border.isWithin ? kTouched : AreaMark{0};
}

}  // namespace dex
