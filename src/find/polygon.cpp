#include "find/polygon.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/sort.h"

namespace dex {

namespace {

constexpr std::int64_t kMaxWidth = 900'000'000;  // 90°: every product of two differences fits 64 bits.

auto keyOf(const Polygon::Edge& edge) { return std::tuple(edge.from.lon, edge.from.lat, edge.to.lon, edge.to.lat); }

// The same whichever way the edge runs.
Polygon::Edge eastward(GroundPoint a, GroundPoint b) {
    return std::tuple(a.lon, a.lat) < std::tuple(b.lon, b.lat) ? Polygon::Edge{a, b} : Polygon::Edge{b, a};
}

// Of edges that are equal those that stand alone, or the last of three.
std::vector<Polygon::Edge> withoutPairs(const std::vector<Polygon::Edge>& edges) {
    const auto order =
        orderBy(edges.size(), [&](std::uint32_t a, std::uint32_t b) { return keyOf(edges[a]) < keyOf(edges[b]); });
    std::vector<Polygon::Edge> left;
    for (const std::uint32_t i : order) {
        if (!left.empty() && keyOf(left.back()) == keyOf(edges[i])) {
            left.pop_back();
        } else {
            left.push_back(edges[i]);
        }
    }
    return left;
}

}  // namespace

GroundBox Polygon::Edge::box() const {
    return {std::min(from.lon, to.lon), std::min(from.lat, to.lat), std::max(from.lon, to.lon),
            std::max(from.lat, to.lat)};
}

Result<Polygon> Polygon::of(std::span<const GroundRing> rings) {
    Polygon made;
    std::vector<Edge> edges;
    std::size_t corners = 0;
    for (const GroundRing& ring : rings) {
        corners += ring.size();
        if (corners > kMaxShapeCorners) return Error{Status::TooLarge, corners};
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const GroundPoint from = ring[i == 0 ? ring.size() - 1 : i - 1];
            if (from != ring[i]) edges.push_back(eastward(from, ring[i]));
        }
    }
    made.edges_ = withoutPairs(edges);
    std::vector<GridBox> boxes;
    for (const Edge& edge : made.edges_) {
        boxes.push_back(edge.box());
        made.box_.add(boxes.back());
    }
    if (made.box_.empty()) return Error{Status::BadShape, 0};
    const std::int64_t width = std::int64_t{made.box_.maxX} - made.box_.minX;
    const std::int64_t height = std::int64_t{made.box_.maxY} - made.box_.minY;
    if (width > kMaxWidth || height > kMaxWidth) return Error{Status::TooLarge, 0};
    const Edge first = made.edges_[0];
    const bool isLine = std::all_of(made.edges_.begin(), made.edges_.end(), [&](const Edge& edge) {
        return turn(first.from, first.to, edge.from) == 0 && turn(first.from, first.to, edge.to) == 0;
    });
    if (isLine) return Error{Status::BadShape, 0};
    made.bytes_ = AreaIndex::pack(boxes);
    // Packed a line ago, so it can be opened.
    made.index_ = AreaIndex::open(made.bytes_).value();
    return made;
}

std::span<const std::uint32_t> Polygon::edgesNear(const GroundBox& box, std::vector<std::uint32_t>& found) const {
    std::size_t count = index_.search(box, found);
    if (count > found.size()) {
        found.resize(std::max(count, 2 * found.size()));
        count = index_.search(box, found);
    }
    return std::span(found).first(count);
}

bool Polygon::contains(GroundPoint point) const {
    if (!box_.contains({point.lon, point.lat})) return false;
    bool isInside = false;
    std::vector<std::uint32_t> found(64);
    // A ray to the east crosses what lies on it. An edge counts from its lower end up to, not including, its upper one.
    for (const std::uint32_t i : edgesNear({point.lon, point.lat, box_.maxX, point.lat}, found)) {
        const Edge& edge = edges_[i];
        const std::int64_t side = turn(edge.from, edge.to, point);
        if (side == 0 && edge.box().contains({point.lon, point.lat})) return true;
        const bool fromAbove = edge.from.lat > point.lat, toAbove = edge.to.lat > point.lat;
        if (fromAbove != toAbove && (side > 0) == toAbove) isInside = !isInside;
    }
    return isInside;
}

bool Polygon::surrounds(double lon, double lat) const {
    if (!(lon >= box_.minX && lon <= box_.maxX && lat >= box_.minY && lat <= box_.maxY)) return false;
    bool isInside = false;
    std::vector<std::uint32_t> found(64);
    const auto south = static_cast<std::int32_t>(std::floor(lat)), west = static_cast<std::int32_t>(std::floor(lon));
    for (const std::uint32_t i : edgesNear({west, south, box_.maxX, south + 1}, found)) {
        const auto& [from, to] = edges_[i];
        if ((from.lat > lat) == (to.lat > lat)) continue;
        const double along = (lat - from.lat) / (static_cast<double>(to.lat) - from.lat);
        if (from.lon + along * (static_cast<double>(to.lon) - from.lon) > lon) isInside = !isInside;
    }
    return isInside;
}

}  // namespace dex
