#include "compile/plane.h"

#include <ogr_spatialref.h>

#include <string_view>

namespace dex {

namespace {

// EPSG:1314, "OSGB36 to WGS 84 (6)": position vector, on the ellipsoids of both; degrees in and out, longitude first.
constexpr const char* kOsgb36ToWgs84 =
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 "
    "+step +proj=cart +ellps=airy +step +proj=helmert +convention=position_vector "
    "+x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489 "
    "+step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg";

using Step = std::unique_ptr<OGRCoordinateTransformation>;

void longitudeFirst(OGRSpatialReference& plane) { plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER); }

bool isOsgb36(const OGRSpatialReference& plane) {
    const char* datum = plane.GetAttrValue("DATUM");
    const std::string_view name = datum == nullptr ? "" : datum;
    return name.find("OSGB") != std::string_view::npos ||
           name.find("Ordnance_Survey_of_Great_Britain") != std::string_view::npos ||
           name.find("Ordnance Survey of Great Britain") != std::string_view::npos;
}

bool isWgs84(const OGRSpatialReference& plane) {
    const char* datum = plane.GetAttrValue("DATUM");
    const std::string_view name = datum == nullptr ? "" : datum;
    return plane.IsGeographic() && (name.find("WGS_1984") != std::string_view::npos ||
                                    name.find("World Geodetic System 1984") != std::string_view::npos);
}

Step between(const OGRSpatialReference& from, const OGRSpatialReference& to, const char* operation) {
    OGRCoordinateTransformationOptions options;
    if (operation != nullptr) options.SetCoordinateOperation(operation, false);
    return Step(OGRCreateCoordinateTransformation(&from, &to, options));
}

}  // namespace

ToWgs84::ToWgs84() = default;
ToWgs84::~ToWgs84() = default;
ToWgs84::ToWgs84(ToWgs84&&) noexcept = default;

std::optional<ToWgs84> ToWgs84::from(const OGRSpatialReference* declared, bool wgs84ByRule, const std::string& file,
                                     Problems& problems) {
    // PROJ would fetch grids where it may, and the same recipe would give other bytes elsewhere.
    OSRSetPROJEnableNetwork(FALSE);
    ToWgs84 way;
    if (declared == nullptr || declared->IsEmpty()) {
        // GeoJSON has no projection to declare: its standard says WGS 84.
        if (wgs84ByRule) return way;
        problems.add(file, "does not declare its projection");
        return std::nullopt;
    }
    if (isWgs84(*declared)) return way;

    OGRSpatialReference plane(*declared), wgs84;
    wgs84.importFromEPSG(4326);
    longitudeFirst(plane);
    longitudeFirst(wgs84);
    // For the National Grid, PROJ chooses between operations by what is installed. So that one is named here.
    if (!isOsgb36(plane)) {
        way.first_ = between(plane, wgs84, nullptr);
    } else {
        std::unique_ptr<OGRSpatialReference> degrees(plane.CloneGeogCS());
        longitudeFirst(*degrees);
        if (!plane.IsGeographic()) way.first_ = between(plane, *degrees, nullptr);
        // An operation of one's own is given coordinates in the order of the planes' axes: these have longitude first.
        OGRSpatialReference airy, wgs84Axes;
        airy.importFromProj4("+proj=longlat +ellps=airy +no_defs");
        wgs84Axes.importFromProj4("+proj=longlat +ellps=WGS84 +no_defs");
        way.second_ = between(airy, wgs84Axes, kOsgb36ToWgs84);
        if (plane.IsGeographic()) way.first_ = std::move(way.second_);
        if (!plane.IsGeographic() && way.second_ == nullptr) way.first_ = nullptr;
    }
    if (way.first_ != nullptr) return way;
    problems.add(file, "has a projection that cannot be converted to WGS 84");
    return std::nullopt;
}

bool ToWgs84::transform(int count, double* x, double* y) const {
    if (first_ != nullptr && !first_->Transform(count, x, y)) return false;
    return second_ == nullptr || second_->Transform(count, x, y);
}

}  // namespace dex
