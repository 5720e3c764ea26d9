#include "compile/read_layer.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <memory>

#include "compile/plane.h"
#include "compile/text.h"
#include "geo/projection.h"

namespace dex {

namespace {

// What GDAL would say on standard error: kept, so that it can stand in the message.
class QuietGdal {
public:
    QuietGdal() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
};

std::string withGdalPrefix(const std::string& path) {
    std::array<unsigned char, 2> start{};
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) return path;
    const std::size_t size = VSIFReadL(start.data(), 1, start.size(), file);
    VSIFCloseL(file);
    if (size == 2 && start[0] == 0x1f && start[1] == 0x8b) return "/vsigzip/" + path;
    if (size == 2 && start[0] == 'P' && start[1] == 'K') return "/vsizip/{" + path + "}";
    return path;
}

OGRLayer* chooseLayer(GDALDataset& data, const std::string& wanted, const std::string& path, Problems& problems) {
    if (!wanted.empty()) {
        OGRLayer* layer = data.GetLayerByName(wanted.c_str());
        if (layer == nullptr) problems.add(path, "has no layer " + inQuotes(wanted));
        return layer;
    }
    // Only where there is no choice is none needed.
    if (data.GetLayerCount() == 1) return data.GetLayer(0);
    std::string names;
    for (int i = 0; i < data.GetLayerCount(); ++i)
        names += (i == 0 ? "" : ", ") + inQuotes(data.GetLayer(i)->GetName());
    problems.add(path, "has " + counted(static_cast<std::uint64_t>(data.GetLayerCount()), "layer", "layers") +
                           ". The recipe must name one of " + names);
    return nullptr;
}

// Takes rings to WGS 84 and on to the plane in which maps are stored.
class RingReader {
public:
    RingReader(const ToWgs84& way) : way_(way) {}

    std::optional<AreaPolygon::Ring> read(const OGRLinearRing& ring) {
        const int count = ring.getNumPoints();
        x_.resize(static_cast<std::size_t>(count));
        y_.resize(x_.size());
        for (int i = 0; i < count; ++i) {
            x_[static_cast<std::size_t>(i)] = ring.getX(i);
            y_[static_cast<std::size_t>(i)] = ring.getY(i);
        }
        if (!way_.transform(count, x_.data(), y_.data())) return std::nullopt;
        AreaPolygon::Ring points;
        points.reserve(x_.size());
        for (std::size_t i = 0; i < x_.size(); ++i) {
            // Beyond 85° the plane of web maps has no room. NaN fails every comparison, so it is refused here too.
            const bool onEarth = x_[i] >= -180 && x_[i] <= 180 && y_[i] >= -85 && y_[i] <= 85;
            if (!onEarth) return std::nullopt;
            points.push_back(toWorld(LonLat{x_[i], y_[i]}));
        }
        return points;
    }

    std::optional<AreaPolygon::Part> read(const OGRPolygon& polygon) {
        AreaPolygon::Part part;
        for (const OGRLinearRing* ring : polygon) {
            auto points = read(*ring);
            if (!points) return std::nullopt;
            if (!points->empty()) part.push_back(std::move(*points));
        }
        return part;
    }

private:
    const ToWgs84& way_;
    std::vector<double> x_, y_;
};

// Empty, with a sentence, where the shape is none.
std::optional<AreaPolygon> readPolygon(const OGRGeometry* geometry, RingReader& reader, const std::string& where,
                                       Problems& problems) {
    std::unique_ptr<OGRGeometry> straight;
    if (geometry != nullptr && geometry->hasCurveGeometry()) {
        // Arcs of circles become short straight lines; nothing after this knows curves.
        straight.reset(geometry->getLinearGeometry());
        geometry = straight.get();
    }
    if (geometry == nullptr || geometry->IsEmpty()) {
        problems.add(where, "has no outline");
        return std::nullopt;
    }
    AreaPolygon polygon;
    const auto kind = wkbFlatten(geometry->getGeometryType());
    std::vector<const OGRPolygon*> parts;
    if (kind == wkbPolygon) {
        parts.push_back(geometry->toPolygon());
        // Islands. All other kinds are lines and points, which have no inside.
    } else if (kind == wkbMultiPolygon) {
        for (const OGRPolygon* part : *geometry->toMultiPolygon()) parts.push_back(part);
    } else {
        problems.add(where,
                     std::string("is a ") + OGRGeometryTypeToName(geometry->getGeometryType()) + ", not a polygon");
        return std::nullopt;
    }
    for (const OGRPolygon* part : parts) {
        auto rings = reader.read(*part);
        if (!rings) {
            problems.add(where, "has a point outside the map");
            return std::nullopt;
        }
        if (!rings->empty()) polygon.parts.push_back(std::move(*rings));
    }
    return polygon;
}

std::optional<std::vector<int>> fieldsOf(OGRLayer& layer, const std::vector<std::string>& attributes,
                                         const std::string& path, Problems& problems) {
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    std::vector<int> fields;
    for (const std::string& attribute : attributes) {
        fields.push_back(definition.GetFieldIndex(attribute.c_str()));
        if (fields.back() >= 0) continue;
        std::string names;
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            names += (i == 0 ? "" : ", ") + inQuotes(definition.GetFieldDefn(i)->GetNameRef());
        }
        problems.add(path, "has no attribute " + inQuotes(attribute) + ". It has " + names);
        return std::nullopt;
    }
    return fields;
}

}  // namespace

std::optional<std::vector<Feature>> readLayer(const std::string& path, const std::string& layerName,
                                              const std::vector<std::string>& attributes, Problems& problems) {
    GDALAllRegister();
    const QuietGdal quiet;
    const std::unique_ptr<GDALDataset> data(
        GDALDataset::Open(withGdalPrefix(path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    if (data == nullptr) {
        problems.add(path, std::string("could not be read as a layer of areas: ") + CPLGetLastErrorMsg());
        return std::nullopt;
    }
    CPLErrorReset();
    OGRLayer* layer = chooseLayer(*data, layerName, path, problems);
    if (layer == nullptr) return std::nullopt;
    const auto fields = fieldsOf(*layer, attributes, path, problems);
    const std::string driver = data->GetDriverName();
    // Formats whose own standard says WGS 84, so that nothing has to be declared.
    const bool byRule = driver == "GeoJSON" || driver == "TopoJSON" || driver == "GeoJSONSeq";
    const auto way = ToWgs84::from(layer->GetSpatialRef(), byRule, path, problems);
    if (!fields || !way) return std::nullopt;

    RingReader reader(*way);
    std::vector<Feature> features;
    const std::size_t before = problems.count();
    for (const auto& source : *layer) {
        const std::string where = path + ", feature " + std::to_string(features.size() + 1);
        Feature feature;
        for (const int field : *fields) {
            const bool set = source->IsFieldSetAndNotNull(field) != 0;
            feature.attributes.emplace_back(set ? trimmed(source->GetFieldAsString(field)) : "");
        }
        auto polygon = readPolygon(source->GetGeometryRef(), reader, where, problems);
        // Reading goes on after a bad one, so that all of them are reported at once.
        if (polygon) feature.polygon = std::move(*polygon);
        features.push_back(std::move(feature));
    }
    // A file that is cut short simply has fewer features: only the error says so.
    if (CPLGetLastErrorType() >= CE_Failure)
        problems.add(path, std::string("could not be read to the end: ") + CPLGetLastErrorMsg());
    if (features.empty()) problems.add(path, "contains no areas");
    if (problems.count() != before) return std::nullopt;
    return features;
}

}  // namespace dex
