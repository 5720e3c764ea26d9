#pragma once

#include <cstdint>
#include <vector>

#include "find/area_marks.h"
#include "find/ground_tile.h"
#include "find/polygon.h"

namespace dex {

// Whether an area lies in a drawn shape whole, or at all. To share an edge or a corner is not enough: the insides have to
// meet.
//
// Every border of either is cut where it meets the other's. A piece then lies within the other, without, or on its border;
// where no piece of either lies within the other, each part of the area is within the shape or without as a whole, and any
// point of it tells which.
class AreaInPolygon {
public:
    explicit AreaInPolygon(const Polygon& polygon) : polygon_(polygon) {}

    // kInside brings kChosen and kTouched.
    AreaMark operator()(GroundTile& tile, std::size_t area);

private:
    // Where the pieces of a border lie.
    struct Pieces {
        bool isWithin = false, isWithout = false, isOn = false;
    };
    // How much of an area into which no border of the shape runs lies within the shape.
    struct Parts {
        bool isAny = false, isAll = true;
    };
    using Edge = Polygon::Edge;

    Pieces borderOf(GroundTile& tile, std::size_t area);
    bool entersArea(GroundTile& tile, std::size_t area);
    Parts partsOf(GroundTile& tile, std::size_t area) const;
    void cut(const Edge& edge, const Edge& by);
    template <typename IsWithin>
    void tell(const Edge& edge, IsWithin isWithin, Pieces& pieces);

    struct Stretch {
        double from = 0, to = 0;
    };
    const Polygon& polygon_;
    std::vector<std::uint32_t> near_ = std::vector<std::uint32_t>(64), inBox_ = std::vector<std::uint32_t>(64);
    std::vector<double> cuts_;      // Of the edge in hand, as shares of its length.
    std::vector<Stretch> covered_;  // Where the other's border lies on it.
};

}  // namespace dex
