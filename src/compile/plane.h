#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compile/problems.h"
#include "geo/projection.h"

class OGRSpatialReference;
class OGRCoordinateTransformation;

namespace dex {

// From the coordinates of a layer to WGS 84 longitude and latitude.
class ToWgs84 {
public:
    // `declared` may be null where the format's own rule says WGS 84 (GeoJSON, TopoJSON).
    static std::optional<ToWgs84> from(const OGRSpatialReference* declared, bool wgs84ByRule, const std::string& file,
                                       Problems& problems);
    ~ToWgs84();
    ToWgs84(ToWgs84&&) noexcept;

    // In place; false where a point cannot be transformed.
    bool transform(int count, double* x, double* y) const;

private:
    using Step = std::unique_ptr<OGRCoordinateTransformation>;
    ToWgs84();
    Step first_, second_;  // Null: nothing to do.
};

}  // namespace dex
