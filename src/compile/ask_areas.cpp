#include "compile/ask_areas.h"

#include <algorithm>

#include "compile/locate_postcode.h"
#include "compile/read_area_list.h"
#include "compile/read_shape.h"
#include "compile/text.h"
#include "find/within.h"
#include "map/question.h"
#include "map/tile_store.h"
#include "model/answer.h"

namespace dex {

namespace {

// All of the map, in 1e-7 degrees.
GroundBox groundOf(const AtlasHead& head) {
    const WorldBox world = worldBox(head.lods.back());
    const GroundPoint low = toGround(toLonLat(WorldPoint{world.minX, world.minY}));
    const GroundPoint high = toGround(toLonLat(WorldPoint{world.maxX, world.maxY}));
    return {low.lon, low.lat, high.lon, high.lat};
}

GroundBox swapped(const GroundBox& box) { return {box.minY, box.minX, box.maxY, box.maxX}; }

// Nothing of the map is near: there would be an answer all the same, but hardly to what was meant.
void checkNear(const AtlasHead& head, const AskedShape& shape, const std::string& file, Problems& wrong) {
    const GroundBox map = groundOf(head), asked = boxOf(shape);
    if (map.touches(asked)) return;
    std::string hint;
    const auto* circle = std::get_if<Circle>(&shape);
    if (map.touches(swapped(asked)))
        hint = circle ? ". Latitude comes first: did you mean " +
                            circleText({{circle->centre.lat, circle->centre.lon}, circle->metres}) + "?"
                      : std::string(". Longitude comes first in such a file: is it the other way round here?");
    wrong.add(circle ? "--circle" : file, "lies nowhere near the map" + hint);
}

std::optional<Circle> circleAsked(const AskOptions& options, Problems& wrong) {
    const auto circle = parseCircle(options.circle);
    if (!circle)
        wrong.add("--circle", "expected latitude, longitude and whole metres up to " + grouped(kMaxCircleMetres) +
                                  ", as 51.474,-0.069,800, found " + inQuotes(options.circle));
    return circle;
}

std::optional<Circle> circleAround(const AtlasFolder& atlas, const AskOptions& options, const Library& library,
                                   Problems& wrong, Problems& problems) {
    if (!options.within || *options.within < 1 || *options.within > kMaxCircleMetres) {
        wrong.add("--within",
                  "expected how many metres around the postcode, 1 to " + grouped(kMaxCircleMetres) + ": --within 800");
        return std::nullopt;
    }
    auto finder = PostcodeFinder::open(atlas, 0, "--postcode", problems);
    if (!finder) return std::nullopt;
    std::string trouble;
    const auto point = finder->pointOf(options.postcode, library.names(0)->boxes, trouble);
    if (!point) wrong.add("--postcode", trouble);
    if (!point || problems.any()) return std::nullopt;
    return Circle{asAsked(toLonLat(*point)), *options.within};
}

std::vector<AskedShape> shapesOf(std::vector<Polygon> polygons) {
    std::vector<AskedShape> shapes;
    for (Polygon& polygon : polygons) shapes.emplace_back(std::move(polygon));
    return shapes;
}

// What the options draw; empty where something is wrong.
std::vector<AskedShape> shapesAsked(const AtlasFolder& atlas, const AskOptions& options, const Library& library,
                                    Problems& wrong, Problems& problems) {
    if (!options.shape.empty()) {
        auto polygons = readShapes(options.shape, wrong);
        return polygons ? shapesOf(std::move(*polygons)) : std::vector<AskedShape>();
    }
    const auto circle =
        options.circle.empty() ? circleAround(atlas, options, library, wrong, problems) : circleAsked(options, wrong);
    std::vector<AskedShape> shapes;
    if (circle) shapes.emplace_back(*circle);
    return shapes;
}

// The tiles of the finest level of detail that any of the shapes reaches.
std::optional<std::vector<Tile>> tilesNear(const AtlasFolder& atlas, const std::vector<AskedShape>& shapes,
                                           Problems& problems) {
    const std::size_t lod = atlas.head().lods.size() - 1;
    const Lod& finest = atlas.head().lods[lod];
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < finest.tiles.size(); ++i) {
        const WorldBox box = worldBox(finest, finest.tiles[i]);
        const bool isNear = std::any_of(shapes.begin(), shapes.end(),
                                        [&](const AskedShape& shape) { return touches(box, worldBoxOf(shape)); });
        if (!isNear) continue;
        auto tile = atlas.tile(lod, i, problems);
        if (!tile) return std::nullopt;
        tiles.push_back(std::move(*tile));
    }
    return tiles;
}

AreaMarks marksOf(const std::vector<LevelArea>& areas, const Library& library) {
    AreaMarks marks(library.head()->areaCount(), 0);
    for (const LevelArea& area : areas) {
        const auto& grouping = *library.grouping(area.level);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (grouping[i] == area.area) marks[i] = kListed;
        }
    }
    return marks;
}

}  // namespace

std::optional<AreaMarks> askedAreas(const AtlasFolder& atlas, const AskOptions& options, const Library& library,
                                    Problems& wrong, Problems& problems) {
    if (!options.areas.empty()) {
        const auto areas = readAreaList(options.areas, atlas, library, wrong, problems);
        return areas ? std::optional(marksOf(*areas, library)) : std::nullopt;
    }
    const std::vector<AskedShape> shapes = shapesAsked(atlas, options, library, wrong, problems);
    for (const AskedShape& shape : shapes) checkNear(atlas.head(), shape, options.shape, wrong);
    if (shapes.empty() || wrong.any() || problems.any()) return std::nullopt;
    const auto tiles = tilesNear(atlas, shapes, problems);
    if (!tiles) return std::nullopt;
    std::vector<GroundTile> ground(tiles->begin(), tiles->end());
    std::vector<GroundTile*> all;
    for (GroundTile& tile : ground) all.push_back(&tile);
    AreaMarks marks(library.head()->areaCount(), 0);
    for (const AskedShape& shape : shapes) add(marks, within(shape, library.points()->all, all));
    return marks;
}

bool answerView(const AtlasFolder& atlas, const ViewState& view, Library& library, Problems& wrong,
                Problems& problems) {
    const Question question = questionOf(view.asked);
    if (question.empty()) return true;
    if (!atlas.supply(filesOfAnswer(question, atlas.head()), library, problems)) return false;
    std::vector<Tile> tiles;
    for (const std::uint16_t number : tilesOfAnswer(question, atlas.head())) {
        auto tile = atlas.tile(atlas.head().lods.size() - 1, number, problems);
        if (!tile) return false;
        tiles.push_back(std::move(*tile));
    }
    std::vector<GroundTile> ground(tiles.begin(), tiles.end());
    std::vector<GroundTile*> all;
    for (GroundTile& tile : ground) all.push_back(&tile);
    Answer found = answer(question, library, all);
    for (const std::string& text : found.unknown)
        wrong.add("--view", "the atlas has no area, or several, called " + inQuotes(text) + ", which the view selects");
    library.select(std::move(found.marks));
    return !wrong.any();
}

}  // namespace dex
