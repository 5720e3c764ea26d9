#include "compile/plane.h"

#include <ogr_spatialref.h>

#include <cmath>
#include <string_view>

#include "compile/file_settings.h"
#include "compile/text.h"

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

bool isNear(double a, double b, double within) { return std::abs(a - b) <= within; }

// Metres, and one over the flattening.
bool isOnAiry1830(const OGRSpatialReference& plane) {
    return isNear(plane.GetSemiMajor(), 6377563.396, 0.01) && isNear(plane.GetInvFlattening(), 299.3249646, 1e-5);
}

// GRS 80 and WGS 84 differ by a tenth of a millimetre. What is measured on them is within a metre or two of WGS 84.
bool isOnModernEllipsoid(const OGRSpatialReference& plane) {
    return isNear(plane.GetSemiMajor(), 6378137, 0.01) && isNear(plane.GetInvFlattening(), 298.2572, 1e-3);
}

// By its parameters: programs write its name in many ways.
bool isBritishGrid(const OGRSpatialReference& plane) {
    const char* projection = plane.GetAttrValue("PROJECTION");
    return projection != nullptr && std::string_view(projection) == SRS_PT_TRANSVERSE_MERCATOR &&
           isNear(plane.GetNormProjParm(SRS_PP_LATITUDE_OF_ORIGIN), 49, 1e-6) &&
           isNear(plane.GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN), -2, 1e-6) &&
           isNear(plane.GetNormProjParm(SRS_PP_SCALE_FACTOR), 0.9996012717, 1e-8) &&
           isNear(plane.GetNormProjParm(SRS_PP_FALSE_EASTING), 400000, 0.01) &&
           isNear(plane.GetNormProjParm(SRS_PP_FALSE_NORTHING), -100000, 0.01);
}

bool isWgs84(const OGRSpatialReference& plane) {
    const char* datum = plane.GetAttrValue("DATUM");
    const std::string_view name = datum == nullptr ? "" : datum;
    const bool isNamed = name.find("WGS_1984") != std::string_view::npos ||
                         name.find("World Geodetic System 1984") != std::string_view::npos;
    return plane.IsGeographic() && isNamed && isOnModernEllipsoid(plane) && plane.GetPrimeMeridian() == 0 &&
           isNear(plane.GetAngularUnits(), 0.0174532925199433, 1e-12);
}

Step between(const OGRSpatialReference& from, const OGRSpatialReference& to, const char* operation,
             bool isRoughAllowed = true) {
    OGRCoordinateTransformationOptions options;
    if (operation != nullptr) options.SetCoordinateOperation(operation, false);
    // Where PROJ knows no shift between two datums it would leave it out and say nothing.
    options.SetBallparkAllowed(isRoughAllowed);
    return Step(OGRCreateCoordinateTransformation(&from, &to, options));
}

std::string datumOf(const OGRSpatialReference& plane) {
    const char* datum = plane.GetAttrValue("DATUM");
    return datum == nullptr ? "" : datum;
}

}  // namespace

ToWgs84::ToWgs84() = default;
ToWgs84::~ToWgs84() = default;
ToWgs84::ToWgs84(ToWgs84&&) noexcept = default;

std::optional<ToWgs84> ToWgs84::from(const PlaneAsk& ask, Problems& problems) {
    // PROJ would fetch grids where it may, and the same recipe would give other bytes elsewhere.
    OSRSetPROJEnableNetwork(FALSE);
    ToWgs84 way;
    const auto refuse = [&](const std::string& what) {
        problems.add(ask.path, what + ": " + settingText(ask.file, "plane", "EPSG:27700") +
                                   " for the British National Grid, \"EPSG:4326\" for longitude and latitude");
        return std::nullopt;
    };
    OGRSpatialReference plane, wgs84;
    if (!ask.given.empty()) {
        if (plane.SetFromUserInput(ask.given.c_str()) != OGRERR_NONE) {
            problems.add(ask.path, "the plane " + inQuotes(ask.given) + " that the recipe gives it is not known");
            return std::nullopt;
        }
    } else if (ask.declared != nullptr && !ask.declared->IsEmpty()) {
        plane = *ask.declared;
    } else {
        // GeoJSON has no projection to declare: its standard says WGS 84.
        if (ask.isWgs84ByRule) return way;
        return refuse("does not declare its projection. Put the .prj file beside it, or give it a plane");
    }
    way.isInMetres_ = plane.IsProjected() != 0;
    // Without steps transform() leaves coordinates as they are.
    if (isWgs84(plane)) return way;

    wgs84.importFromEPSG(4326);
    longitudeFirst(plane);
    longitudeFirst(wgs84);
    if (isBritishGrid(plane) && !isOnAiry1830(plane)) {
        return refuse("declares the British National Grid on another ellipsoid than its own. Give it a plane");
    }
    if (isOnAiry1830(plane)) {
        // PROJ chooses between operations by what is installed. So that one is named here.
        std::unique_ptr<OGRSpatialReference> degrees(plane.CloneGeogCS());
        longitudeFirst(*degrees);
        if (!plane.IsGeographic()) way.first_ = between(plane, *degrees, nullptr);
        // An operation of one's own is given coordinates in the order of the planes' axes: these have longitude first.
        OGRSpatialReference airy, wgs84Axes;
        airy.importFromProj4("+proj=longlat +ellps=airy +no_defs");
        wgs84Axes.importFromProj4("+proj=longlat +ellps=WGS84 +no_defs");
        way.second_ = between(airy, wgs84Axes, kOsgb36ToWgs84);
        if (plane.IsGeographic()) way.first_ = std::move(way.second_);
        // Half of the way would leave the points on Airy's ellipsoid, some hundred metres off.
        if (!plane.IsGeographic() && way.second_ == nullptr) way.first_ = nullptr;
    } else {
        way.first_ = between(plane, wgs84, nullptr, isOnModernEllipsoid(plane));
    }
    if (way.first_ != nullptr) return way;
    return refuse("has the datum " + inQuotes(datumOf(plane)) +
                  ", of which it is not known how it lies to WGS 84. Give it a plane");
}

bool ToWgs84::transform(int count, double* x, double* y) const {
    if (first_ != nullptr && !first_->Transform(count, x, y)) return false;
    return second_ == nullptr || second_->Transform(count, x, y);
}

}  // namespace dex
