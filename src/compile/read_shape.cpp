#include "compile/read_shape.h"

#include "compile/read_layer.h"
#include "compile/text.h"
#include "map/question.h"

namespace dex {

namespace {

std::vector<GroundRing> ringsOf(const AreaPolygon& polygon) {
    std::vector<GroundRing> rings;
    for (const auto& part : polygon.parts) {
        for (const auto& ring : part) {
            GroundRing& asked = rings.emplace_back();
            for (const WorldPoint point : ring) asked.push_back(asAsked(toLonLat(point)));
        }
    }
    return rings;
}

std::string whyNot(Status status) {
    if (status == Status::TooLarge)
        return "has more than " + grouped(kMaxShapeCorners) +
               " corners, or is wider than 90°. Simplify it (ogr2ogr -simplify 0.0001), or ask for a part";
    return "has no inside: its corners lie on one line, or within a metre";
}

}  // namespace

std::optional<std::vector<Polygon>> readShapes(const std::string& path, Problems& problems) {
    const auto features =
        readLayer({.path = path, .file = {}, .layer = {}, .attributes = {}, .leaveOut = {}, .settings = {}}, problems);
    if (!features) return std::nullopt;
    std::vector<Polygon> shapes;
    for (std::size_t i = 0; i < features->size(); ++i) {
        auto shape = Polygon::of(ringsOf((*features)[i].polygon));
        if (shape.ok())
            shapes.push_back(std::move(shape).value());
        else
            problems.add(path + ", shape " + std::to_string(i + 1), whyNot(shape.error().status));
    }
    if (problems.any()) return std::nullopt;
    return shapes;
}

}  // namespace dex
