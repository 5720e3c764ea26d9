#include "compile/read_layer.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <set>
#include <string_view>

#include "compile/layer_text.h"
#include "compile/plane.h"
#include "compile/read_polygon.h"
#include "compile/text.h"
#include "compile/zip_members.h"
#include "table/clean.h"

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

// The one that is wanted, or the only one with geometry: tables that a program keeps beside it (styles) are no layers.
OGRLayer* chooseLayer(GDALDataset& data, const LayerAsk& ask, Problems& problems) {
    if (!ask.layer.empty()) {
        OGRLayer* layer = data.GetLayerByName(ask.layer.c_str());
        if (layer == nullptr) problems.add(ask.path, "has no layer " + inQuotes(ask.layer));
        return layer;
    }
    std::vector<OGRLayer*> layers;
    std::string names;
    for (int i = 0; i < data.GetLayerCount(); ++i) {
        OGRLayer* layer = data.GetLayer(i);
        if (data.GetLayerCount() > 1 && layer->GetGeomType() == wkbNone) continue;
        names += (layers.empty() ? "" : ", ") + inQuotes(layer->GetName());
        layers.push_back(layer);
    }
    // Only where there is no choice is none needed.
    if (layers.size() == 1) return layers[0];
    if (layers.empty()) {
        problems.add(ask.path, "has no layer of " + ask.things);
        return nullptr;
    }
    problems.add(ask.path, "has " + counted(layers.size(), "layer", "layers") + ". Name one of " + names +
                               " in the recipe, where it names the file: \"layer\"");
    return nullptr;
}

std::optional<std::vector<int>> fieldsOf(OGRLayer& layer, const LayerAsk& ask, LayerText& texts, Problems& problems) {
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    std::vector<std::string> names;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        names.push_back(texts.text(definition.GetFieldDefn(i)->GetNameRef()).value_or(""));
    }
    std::vector<int> fields;
    for (const std::string& attribute : ask.attributes) {
        auto found = std::find(names.begin(), names.end(), cleaned(attribute));
        // A .dbf writes names in capitals as it likes, and GDAL minds no case either.
        if (found == names.end()) {
            found = std::find_if(names.begin(), names.end(),
                                 [&](const std::string& name) { return EQUAL(name.c_str(), attribute.c_str()); });
        }
        if (found == names.end()) {
            std::string list;
            for (const std::string& name : names) list += (list.empty() ? "" : ", ") + inQuotes(name);
            problems.add(ask.path, "has no attribute " + inQuotes(attribute) + ". It has " + list);
            return std::nullopt;
        }
        fields.push_back(static_cast<int>(found - names.begin()));
    }
    return fields;
}

using Dataset = std::unique_ptr<GDALDataset>;

Dataset openLayers(const std::string& path, const char* const* options) {
    return Dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options, nullptr));
}

// GDAL's own words, where it has some.
std::string whyUnreadable(const std::string& path) {
    std::array<unsigned char, 2> start{};
    if (VSILFILE* file = VSIFOpenL(path.c_str(), "rb"); file != nullptr) {
        VSIFReadL(start.data(), 1, start.size(), file);
        VSIFCloseL(file);
    }
    // A byte-order mark, either way round.
    if (start[0] + start[1] == 0xff + 0xfe) return "it is UTF-16. Save it as UTF-8";
    const std::string said = CPLGetLastErrorMsg();
    return said.empty() ? "it is in no format that GDAL knows" : said;
}

// The attributes of a layer's features, one after the other.
class AttributeReader {
public:
    AttributeReader(const LayerAsk& ask, LayerText& texts, std::vector<int> fields, Problems& problems)
        : ask_(ask), texts_(texts), fields_(std::move(fields)), problems_(problems) {}

    std::vector<std::string> read(const OGRFeature& source) {
        ++count_;
        std::vector<std::string> attributes;
        for (const int field : fields_) {
            // One that is not set is blank; whether it may be is for those to say who asked for it.
            const bool isSet = source.IsFieldSetAndNotNull(field) != 0;
            auto text = isSet ? textOf(source, field) : std::string();
            if (!text) {
                problems_.add(ask_.path + ", feature " + std::to_string(count_) + ", attribute " +
                                  inQuotes(ask_.attributes[attributes.size()]),
                              "is not " + texts_.expected() + ". Name the encoding that it has: " +
                                  settingText(ask_.file, "encoding", "windows-1252"));
                text = std::string();
            }
            attributes.push_back(std::move(*text));
        }
        return attributes;
    }

    // Of the feature that was read last.
    std::string where(const std::vector<std::string>& attributes) const {
        const std::string code = attributes.empty() ? std::string() : attributes[0];
        return ask_.path + ", feature " + std::to_string(count_) + (code.empty() ? "" : ", " + inQuotes(code));
    }

    void finish() {
        if (const std::string note = texts_.note(); !note.empty()) {
            problems_.note(ask_.path, note + ". If letters are wrong, name its encoding: " +
                                          settingText(ask_.file, "encoding", "windows-1250"));
        }
    }

private:
    // A code that a program keeps as a decimal number is whole all the same: 101001 and not 101001.0000.
    std::optional<std::string> textOf(const OGRFeature& source, int field) {
        const bool isReal = source.GetFieldDefnRef(field)->GetType() == OFTReal;
        // 0.5 stands for whatever is not whole.
        const double value = isReal ? source.GetFieldAsDouble(field) : 0.5;
        if (value == std::floor(value) && std::abs(value) < 1e15)
            return std::to_string(static_cast<std::int64_t>(value));
        return texts_.text(source.GetFieldAsString(field));
    }

    const LayerAsk& ask_;
    LayerText& texts_;
    std::vector<int> fields_;
    Problems& problems_;
    std::size_t count_ = 0;
};

// Reads one layer of areas, feature by feature; goes on after a bad one, so that all of them are reported at once.
class FeatureReader {
public:
    FeatureReader(const LayerAsk& ask, const ToWgs84& way, LayerText& texts, std::vector<int> fields,
                  Problems& problems)
        : ask_(ask),
          way_(way),
          attributes_(ask, texts, std::move(fields), problems),
          problems_(problems),
          polygons_(way, ask.settings.isLatitudeFirst) {}

    void read(const OGRFeature& source) {
        Feature feature;
        feature.attributes = attributes_.read(source);
        const std::string code = feature.attributes.empty() ? std::string() : feature.attributes[0];
        if (std::count(ask_.leaveOut.begin(), ask_.leaveOut.end(), code) > 0) {
            leftOut_.insert(code);
            return;
        }
        const std::string where = attributes_.where(feature.attributes);
        auto polygon = polygons_.read(source.GetGeometryRef());
        if (polygon && polygons_.hasDropped())
            problems_.note(where, "has lines or points beside its polygons. They are left out");
        if (!polygon && !explain(where, source.GetGeometryRef())) return;
        if (polygon) feature.polygon = std::move(*polygon);
        features_.push_back(std::move(feature));
    }

    std::vector<Feature> finish() {
        const std::string trouble = coordinateTrouble(polygons_.seen(), way_, ask_.file);
        // One sentence for all: that it is so everywhere explains each of them.
        if (!trouble.empty()) {
            problems_.add(ask_.path, trouble);
        } else {
            for (const std::string& where : outside_) problems_.add(where, "has a point outside the map");
        }
        attributes_.finish();
        for (const std::string& code : ask_.leaveOut) {
            // A typing error would leave in what is not wanted.
            if (leftOut_.count(code) == 0) problems_.add(ask_.path, "has no area " + inQuotes(code) + " to leave out");
        }
        if (features_.empty()) problems_.add(ask_.path, "contains no " + ask_.things);
        return std::move(features_);
    }

private:
    // False where the feature is left out, with a note.
    bool explain(const std::string& where, const OGRGeometry* geometry) {
        switch (polygons_.trouble()) {
            case PolygonReader::Trouble::NoOutline:
                problems_.note(where, "has no outline, and is left out");
                return false;
            case PolygonReader::Trouble::NoPolygon:
                problems_.add(where, std::string("is a ") + OGRGeometryTypeToName(geometry->getGeometryType()) +
                                         ", not a polygon");
                break;
            case PolygonReader::Trouble::AcrossDateLine:
                problems_.add(where,
                              "lies across the 180th meridian, where the map has its edge. Cut it in two there "
                              "(ogr2ogr -wrapdateline), or leave it out: \"base\": {\"leaveOut\": [its code]}");
                break;
            case PolygonReader::Trouble::OutsideMap: outside_.push_back(where); break;
            case PolygonReader::Trouble::None: break;
        }
        return true;
    }

    const LayerAsk& ask_;
    const ToWgs84& way_;
    AttributeReader attributes_;
    Problems& problems_;
    PolygonReader polygons_;
    std::vector<Feature> features_;
    std::vector<std::string> outside_;
    std::set<std::string> leftOut_;
};

// The same of a layer of points.
class PointReader {
public:
    PointReader(const LayerAsk& ask, const ToWgs84& way, LayerText& texts, std::vector<int> fields, Problems& problems)
        : ask_(ask), way_(way), attributes_(ask, texts, std::move(fields), problems), problems_(problems) {}

    void read(const OGRFeature& source) {
        PointFeature feature{attributes_.read(source), {}, {}};
        feature.where = attributes_.where(feature.attributes);
        const OGRGeometry* geometry = source.GetGeometryRef();
        if (geometry != nullptr && !geometry->IsEmpty()) {
            if (wkbFlatten(geometry->getGeometryType()) == wkbPoint)
                feature.place = placeOf(*geometry->toPoint(), feature.where);
            else
                problems_.add(feature.where, std::string("is a ") + OGRGeometryTypeToName(geometry->getGeometryType()) +
                                                 ", not a point");
        }
        features_.push_back(std::move(feature));
    }

    std::vector<PointFeature> finish() {
        if (const std::string trouble = coordinateTrouble(seen_, way_, ask_.file); !trouble.empty())
            problems_.add(ask_.path, trouble);
        attributes_.finish();
        return std::move(features_);
    }

private:
    std::optional<LonLat> placeOf(const OGRPoint& point, const std::string& where) {
        double x = point.getX(), y = point.getY();
        if (ask_.settings.isLatitudeFirst) std::swap(x, y);
        seen_.add(x, y);
        // What is no number fails every comparison, and is refused with the others.
        if (way_.transform(1, &x, &y) && x >= -180 && x <= 180 && y >= -90 && y <= 90) return LonLat{x, y};
        if (coordinateTrouble(seen_, way_, ask_.file).empty()) problems_.add(where, "is no place on Earth");
        return std::nullopt;
    }

    const LayerAsk& ask_;
    const ToWgs84& way_;
    AttributeReader attributes_;
    Problems& problems_;
    CoordinateBox seen_;
    std::vector<PointFeature> features_;
};

template <typename Reader>
auto readThrough(const LayerAsk& ask, Problems& problems) -> std::optional<decltype(std::declval<Reader&>().finish())> {
    GDALAllRegister();
    const QuietGdal quiet;
    const auto path = readablePath(ask.path, MemberKind::Layer, problems);
    if (!path) return std::nullopt;
    Dataset data = openLayers(*path, nullptr);
    const bool isShapefile = data != nullptr && std::string_view(data->GetDriverName()) == "ESRI Shapefile";
    // Its bytes as they are: what it declares about them may be wrong, and then GDAL would hand out neither.
    constexpr std::array<const char*, 2> kRaw = {"ENCODING=", nullptr};
    if (isShapefile) data = openLayers(*path, kRaw.data());
    if (data == nullptr) {
        problems.add(ask.path, "could not be read as a layer of " + ask.things + ": " + whyUnreadable(*path));
        return std::nullopt;
    }
    // From here on an error means that reading broke off, and not that opening was difficult.
    CPLErrorReset();
    OGRLayer* layer = chooseLayer(*data, ask, problems);
    if (layer == nullptr) return std::nullopt;
    if (layer->GetFeatureCount() == 0) {
        problems.add(ask.path, "contains no " + ask.things);
        return std::nullopt;
    }
    LayerText texts(*layer, isShapefile, ask.settings.encoding);
    const auto fields = fieldsOf(*layer, ask, texts, problems);
    const std::string driver = data->GetDriverName();
    // Formats whose own standard says WGS 84, so that nothing has to be declared.
    const bool isByRule = driver == "GeoJSON" || driver == "TopoJSON" || driver == "GeoJSONSeq";
    const auto way =
        ToWgs84::from({ask.path, ask.file, layer->GetSpatialRef(), isByRule, ask.settings.plane}, problems);
    if (!fields || !way) return std::nullopt;

    const std::size_t before = problems.count();
    Reader reader(ask, *way, texts, *fields, problems);
    for (const auto& source : *layer) reader.read(*source);
    // A file that is cut short simply has fewer features: only the error says so.
    if (CPLGetLastErrorType() >= CE_Failure)
        problems.add(ask.path, std::string("could not be read to the end: ") + CPLGetLastErrorMsg());
    auto features = reader.finish();
    if (problems.count() != before) return std::nullopt;
    return features;
}

}  // namespace

std::optional<std::vector<Feature>> readLayer(const LayerAsk& ask, Problems& problems) {
    return readThrough<FeatureReader>(ask, problems);
}

std::optional<std::vector<PointFeature>> readPointLayer(const LayerAsk& ask, Problems& problems) {
    return readThrough<PointReader>(ask, problems);
}

}  // namespace dex
