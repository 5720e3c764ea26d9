#include "compile/read_polygon.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "compile/file_settings.h"
#include "geo/projection.h"

namespace dex {

namespace {

// "530,000.25" is more than a person needs to recognise a coordinate.
std::string shortly(double value) {
    // Beyond that it is a mistake of the file's, and any size will do.
    value = std::clamp(value, -1e15, 1e15);
    const auto tenths = static_cast<long long>(value * 10 + (value < 0 ? -0.5 : 0.5));
    const long long whole = tenths / 10, rest = tenths < 0 ? -(tenths % 10) : tenths % 10;
    const std::string sign = tenths < 0 && whole == 0 ? "-" : "";
    return sign + std::to_string(whole) + (rest == 0 ? "" : "." + std::to_string(rest));
}

}  // namespace

void CoordinateBox::add(double x, double y) {
    minX = std::min(minX, x);
    minY = std::min(minY, y);
    maxX = std::max(maxX, x);
    maxY = std::max(maxY, y);
}

std::optional<AreaPolygon::Ring> PolygonReader::ring(const OGRLinearRing& ring) {
    const int count = ring.getNumPoints();
    x_.resize(static_cast<std::size_t>(count));
    y_.resize(x_.size());
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        x_[at] = isSwapped_ ? ring.getY(i) : ring.getX(i);
        y_[at] = isSwapped_ ? ring.getX(i) : ring.getY(i);
        seen_.add(x_[at], y_[at]);
    }
    trouble_ = Trouble::OutsideMap;
    if (!way_.transform(count, x_.data(), y_.data())) return std::nullopt;
    // Longitudes from 0 to 360, as the Pacific counts them.
    const bool isBeyond = !x_.empty() && *std::min_element(x_.begin(), x_.end()) >= 180;
    if (isBeyond) std::for_each(x_.begin(), x_.end(), [](double& x) { x -= 360; });
    AreaPolygon::Ring points;
    points.reserve(x_.size());
    for (std::size_t i = 0; i < x_.size(); ++i) {
        // From one edge of the map to the other in one step: the shape goes round the back of the world.
        const bool isAcross = (x_[i] > 180 && x_[i] <= 360) || (i > 0 && std::abs(x_[i] - x_[i - 1]) > 180);
        // Beyond 85° the plane of web maps has no room. NaN fails every comparison, so it is refused here too.
        const bool isOnEarth = x_[i] >= -180 && x_[i] <= 360 && y_[i] >= -85 && y_[i] <= 85;
        if (isOnEarth && isAcross) trouble_ = Trouble::AcrossDateLine;
        if (!isOnEarth || isAcross) return std::nullopt;
        points.push_back(toWorld(LonLat{x_[i], y_[i]}));
    }
    trouble_ = Trouble::None;
    return points;
}

std::optional<AreaPolygon::Part> PolygonReader::part(const OGRPolygon& polygon) {
    AreaPolygon::Part part;
    for (const OGRLinearRing* one : polygon) {
        auto points = ring(*one);
        if (!points) return std::nullopt;
        if (!points->empty()) part.push_back(std::move(*points));
    }
    return part;
}

void PolygonReader::collect(const OGRGeometry& geometry, std::vector<const OGRPolygon*>& parts) {
    const auto kind = wkbFlatten(geometry.getGeometryType());
    if (kind == wkbPolygon) {
        parts.push_back(geometry.toPolygon());
    } else if (kind == wkbMultiPolygon || kind == wkbGeometryCollection) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) collect(*part, parts);
    } else {
        // Lines and points, which have no inside. Repairing a shape leaves them in collections.
        hasDropped_ = true;
    }
}

std::optional<AreaPolygon> PolygonReader::read(const OGRGeometry* geometry) {
    std::unique_ptr<OGRGeometry> straight;
    if (geometry != nullptr && geometry->hasCurveGeometry()) {
        // Arcs of circles become short straight lines; nothing after this knows curves.
        straight.reset(geometry->getLinearGeometry());
        geometry = straight.get();
    }
    hasDropped_ = false;
    trouble_ = Trouble::NoOutline;
    if (geometry == nullptr || geometry->IsEmpty()) return std::nullopt;
    std::vector<const OGRPolygon*> parts;
    collect(*geometry, parts);
    trouble_ = Trouble::NoPolygon;
    if (parts.empty()) return std::nullopt;
    trouble_ = Trouble::None;
    AreaPolygon polygon;
    for (const OGRPolygon* one : parts) {
        auto rings = part(*one);
        if (!rings) return std::nullopt;
        if (!rings->empty()) polygon.parts.push_back(std::move(*rings));
    }
    return polygon;
}

namespace {

// What to do about a file that is read otherwise than it was meant; where no recipe names it, it has to be changed itself.
std::string remedy(const std::string& file, const char* setting, const char* value, const char* change) {
    return file.empty() ? change : settingText(file, setting, value);
}

}  // namespace

std::string coordinateTrouble(const CoordinateBox& seen, const ToWgs84& way, const std::string& file) {
    if (seen.empty()) return {};
    const auto larger = [](double a, double b) { return std::abs(a) > std::abs(b) ? a : b; };
    const std::string like =
        "has coordinates like " + shortly(larger(seen.minX, seen.maxX)) + ", " + shortly(larger(seen.minY, seen.maxY));
    if (way.isInMetres()) {
        if (!seen.isWithin(180, 90)) return {};
        return like + ", which are degrees, and declares a plane in metres. Give it its plane: " +
               remedy(file, "plane", "EPSG:4326", "ogr2ogr -a_srs EPSG:4326");
    }
    if (seen.isWithin(360, 90)) return {};
    if (seen.isWithin(90, 180)) {
        return like + ": latitude comes first. Say so: " +
               remedy(file, "order", "latitude-first", "ogr2ogr -swap_xy, or write longitude first");
    }
    // The British National Grid is 700 km wide and 1,300 km high.
    const bool isBritish = seen.minX >= 0 && seen.minY >= 0 && seen.isWithin(700000, 1300000);
    return like + ", which are metres and no degrees. Give it its plane: " +
           (isBritish ? remedy(file, "plane", "EPSG:27700", "ogr2ogr -s_srs EPSG:27700 -t_srs EPSG:4326") +
                            " if it is the British National Grid"
                      : remedy(file, "plane", "EPSG:3857", "ogr2ogr -s_srs EPSG:3857 -t_srs EPSG:4326") +
                            ", if it is Web Mercator");
}

}  // namespace dex
