#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compile/problems.h"

class OGRSpatialReference;
class OGRCoordinateTransformation;

namespace dex {

// What is known about a file's coordinates before any is read.
struct PlaneAsk {
    std::string path;                               // In messages.
    std::string file;                               // As the recipe has it.
    const OGRSpatialReference* declared = nullptr;  // Null where the file says nothing.
    bool isWgs84ByRule = false;                     // The format's own standard says WGS 84 (GeoJSON, TopoJSON).
    std::string given;                              // The recipe's word, which goes before the file's: "EPSG:27700".
};

// From the coordinates of a layer to WGS 84 longitude and latitude.
class ToWgs84 {
public:
    // The shift from one datum to another follows from the ellipsoid: whatever lies on Airy 1830 is OSGB36, however its
    // file calls it. A datum of which nothing is known is refused, because the map would be off without a word.
    static std::optional<ToWgs84> from(const PlaneAsk& ask, Problems& problems);
    ~ToWgs84();
    ToWgs84(ToWgs84&&) noexcept;

    // In place; false where a point cannot be transformed.
    bool transform(int count, double* x, double* y) const;

    bool isInMetres() const { return isInMetres_; }  // Or in degrees.

private:
    using Step = std::unique_ptr<OGRCoordinateTransformation>;
    ToWgs84();
    Step first_, second_;  // Null: nothing to do.
    bool isInMetres_ = false;
};

}  // namespace dex
