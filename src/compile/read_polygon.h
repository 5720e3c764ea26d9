#pragma once

#include <optional>
#include <vector>

#include "compile/plane.h"
#include "geo/area.h"

class OGRGeometry;
class OGRLinearRing;
class OGRPolygon;

namespace dex {

// West, south, east and north of coordinates in whatever unit they are.
struct CoordinateBox {
    double minX = 1e300, minY = 1e300, maxX = -1e300, maxY = -1e300;

    void add(double x, double y);
    bool empty() const { return minX > maxX; }
    bool isWithin(double x, double y) const { return minX >= -x && maxX <= x && minY >= -y && maxY <= y; }
};

// Takes shapes to WGS 84 and on to the plane in which maps are stored.
class PolygonReader {
public:
    enum class Trouble : std::uint8_t { None, NoOutline, NoPolygon, OutsideMap, AcrossDateLine };

    // `isSwapped`: the file has latitude, or north, first.
    PolygonReader(const ToWgs84& way, bool isSwapped) : way_(way), isSwapped_(isSwapped) {}

    // The polygons of a shape, those of collections too; `trouble()` says why there are none.
    std::optional<AreaPolygon> read(const OGRGeometry* geometry);

    Trouble trouble() const { return trouble_; }
    // Whether the last shape had lines or points besides, which have no inside.
    bool hasDropped() const { return hasDropped_; }
    // All coordinates that were read, as the file has them, x first.
    const CoordinateBox& seen() const { return seen_; }

private:
    void collect(const OGRGeometry& geometry, std::vector<const OGRPolygon*>& parts);
    std::optional<AreaPolygon::Ring> ring(const OGRLinearRing& ring);
    std::optional<AreaPolygon::Part> part(const OGRPolygon& polygon);

    const ToWgs84& way_;
    bool isSwapped_;
    Trouble trouble_ = Trouble::None;
    bool hasDropped_ = false;
    CoordinateBox seen_;
    std::vector<double> x_, y_;
};

// Why coordinates cannot be where their plane puts them, and what to set; blank where nothing speaks against it.
std::string coordinateTrouble(const CoordinateBox& seen, const ToWgs84& way, const std::string& file);

}  // namespace dex
