#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "find/area_index.h"
#include "geo/ground.h"

namespace dex {

using GroundRing = std::vector<GroundPoint>;
inline constexpr std::size_t kMaxShapeCorners = 20'000;

// A shape as somebody drew it: even-odd over all its rings, so that it may cross itself, have holes and several parts. Its
// edges are straight in degrees, and belong to it.
class Polygon {
public:
    struct Edge {
        GroundPoint from, to;
        GroundBox box() const;
    };

    // Rings may repeat their first point. Edges that lie on one another in pairs bound nothing and are left out. Fails with
    // TooLarge where there are more than kMaxShapeCorners or it is wider or higher than 90°, with BadShape where nothing is
    // left to bound anything.
    static Result<Polygon> of(std::span<const GroundRing> rings);

    Polygon(Polygon&&) = default;
    Polygon& operator=(Polygon&&) = default;

    bool contains(GroundPoint point) const;  // Or an edge does.

    // Of a place between whole ones that lies on no edge.
    bool surrounds(double lon, double lat) const;

    const GroundBox& box() const { return box_; }
    std::span<const Edge> edges() const { return edges_; }

    // The edges whose box touches this one, as positions in edges(). Valid until the next call with the same list.
    std::span<const std::uint32_t> edgesNear(const GroundBox& box, std::vector<std::uint32_t>& found) const;

private:
    Polygon() = default;

    std::vector<Edge> edges_;
    GroundBox box_;
    Bytes bytes_;
    AreaIndex index_;  // Of the edges' boxes; a view of bytes_.
};

// Twice the signed area of the triangle; positive where a, b, c turn left. Their differences are below 180°.
inline std::int64_t turn(GroundPoint a, GroundPoint b, GroundPoint c) {
    return (std::int64_t{b.lon} - a.lon) * (std::int64_t{c.lat} - a.lat) -
           (std::int64_t{b.lat} - a.lat) * (std::int64_t{c.lon} - a.lon);
}

}  // namespace dex
