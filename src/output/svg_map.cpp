#include "output/svg_map.h"

#include <algorithm>
#include <array>

#include "gpu/screen_place.h"
#include "output/hatch_path.h"
#include "output/level_rings.h"
#include "output/picture_scene.h"
#include "output/svg_text.h"

namespace dex {
namespace {

constexpr std::uint32_t kStates = 256;  // Class, faded and dimmed: a byte.

using Rings = std::vector<std::vector<PxPoint>>;

struct MapDrawing {
    const PictureSource& source;
    const PicturePage& page;
    Scene scene;
    MapTheme theme;
    std::vector<Tile> tiles;             // All that is drawn, of one level of detail.
    std::vector<std::uint32_t> stateOf;  // By small area; kNoGroup where its tile is not drawn.

    PxPoint place(WorldPoint world) const {
        const Sight& sight = page.sight;
        return {sight.viewport.x + sight.viewport.width / 2 + (world.x - sight.centre.x) * sight.pxPerWorld,
                sight.viewport.y + sight.viewport.height / 2 - (world.y - sight.centre.y) * sight.pxPerWorld};
    }
};

MapDrawing drawingOf(const PictureSource& source, const PicturePage& page, const TileStore& tiles,
                     const Tokens& tokens) {
    MapDrawing drawing{source, page, pictureScene(source, page, tiles), pictureTheme(source, page, tokens), {}, {}};
    drawing.stateOf.assign(source.library.head()->areaCount(), kNoGroup);
    const auto& states = source.analysis.areaClasses();
    for (const TileKey key : tiles.drawn()) {
        const Tile* tile = tiles.tile(key);
        if (!tile) continue;
        for (const TileArea& area : tile->areas)
            drawing.stateOf[area.number] = area.number < states.size() ? states[area.number] : kNoDataClass;
        drawing.tiles.push_back(*tile);
    }
    return drawing;
}

// How far the colour of an area goes towards the page's ground, as shaders/common/area.glsl has it.
double towardsPaper(const MapTheme& theme, std::uint32_t state) {
    return std::max((state & kFadedFlag) != 0 ? static_cast<double>(theme.fade) : 0.0,
                    (state & kDimmedFlag) != 0 ? static_cast<double>(theme.dim) : 0.0);
}

Colour mixed(Rgba8 own, Rgba8 paper, double rest) {
    const auto mix = [rest](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(a * (1 - rest) + b * rest + 0.5);
    };
    return {mix(own.r, paper.r), mix(own.g, paper.g), mix(own.b, paper.b)};
}

Colour opaque(Rgba8 colour) { return {colour.r, colour.g, colour.b}; }

Rings ringsOf(const MapDrawing& drawing, const std::vector<GridPolygon>& polygons, int gridBits) {
    Rings rings;
    const auto add = [&](const GridRing& ring) {
        std::vector<PxPoint> points;
        points.reserve(ring.size());
        for (const GridPoint p : ring) points.push_back(drawing.place(toWorld(p, gridBits)));
        points = ringWithin(points, drawing.page.map);
        if (points.size() >= 3) rings.push_back(std::move(points));
    };
    for (const GridPolygon& polygon : polygons) {
        add(polygon.outline);
        for (const GridRing& hole : polygon.holes) add(hole);
    }
    return rings;
}

// Where the screen's hatch begins, so that both are the same.
HatchRuler rulerOf(const MapDrawing& drawing) { return {drawing.place({0, 0}), map_look::kHatchPeriodPx}; }

void addHatch(const MapDrawing& drawing, const Rings& rings, std::uint32_t state, std::string& svg) {
    const std::uint32_t number = state & kClassMask;
    const bool isNoData = number == kNoDataClass;
    const Hatch kind = isNoData ? Hatch::Rising : drawing.theme.hatches[number];
    if (kind == Hatch::None) return;
    const Rgba8 ground = isNoData ? drawing.theme.noData : drawing.theme.classes[number];
    const bool isLight = 3 * ground.r + 6 * ground.g + ground.b > 5 * 255;
    const std::uint8_t grey = isLight ? 38 : 255;
    const Colour ink = isNoData ? opaque(drawing.theme.hatch) : Colour{grey, grey, grey};
    svg += svgStroke(hatchPath(rings, kind, rulerOf(drawing)), ink, kHatchLine, 1 - towardsPaper(drawing.theme, state));
}

std::string areasOf(const MapDrawing& drawing) {
    std::string svg = "<g id=\"areas\" stroke-linejoin=\"round\">\n";
    const int gridBits = drawing.tiles.empty() ? kAnchorBits : drawing.tiles[0].gridBits;
    const auto polygons = levelPolygons(drawing.tiles, drawing.stateOf, kStates);
    for (std::uint32_t state = 0; state < kStates; ++state) {
        const Rings rings = ringsOf(drawing, polygons[state], gridBits);
        if (rings.empty()) continue;
        SvgPath path;
        for (const auto& ring : rings) path.add(ring, true);
        const std::uint32_t number = state & kClassMask;
        const Rgba8 own = number == kNoDataClass ? drawing.theme.noData : drawing.theme.classes[number];
        const std::string colour = svgColour(mixed(own, drawing.theme.paper, towardsPaper(drawing.theme, state)));
        // A line of the same colour closes the seam that two edges leave where they meet.
        svg.append("<path fill=\"").append(colour).append("\" stroke=\"").append(colour);
        svg.append("\" stroke-width=\".35\" fill-rule=\"evenodd\" d=\"").append(path.text()).append("\"/>\n");
        addHatch(drawing, rings, state, svg);
    }
    return svg + "</g>\n";
}

enum Border { kHairline, kLevelLine, kTopLine, kBorders };

struct BorderPaths {
    std::array<SvgPath, kBorders> paths;
};

// Which line a border is drawn as; kBorders: none.
Border borderOf(const MapDrawing& drawing, const TileArc& arc) {
    const auto& groupings = drawing.source.library.groupings();
    const auto differs = [&](std::uint32_t level) {
        if (arc.left == kOutside || arc.right == kOutside) return true;
        if (level == 0) return arc.left != arc.right;
        return !groupings[level].empty() && groupings[level][arc.left] != groupings[level][arc.right];
    };
    const Scene& scene = drawing.scene;
    if (differs(scene.topLevel)) return kTopLine;
    if (scene.level > 0) return differs(scene.level) ? kLevelLine : kBorders;
    return scene.hairlines ? kHairline : kBorders;
}

bool holds(const Tile& tile, AreaNumber area) {
    const auto at = std::lower_bound(tile.areas.begin(), tile.areas.end(), area,
                                     [](const TileArea& one, AreaNumber number) { return one.number < number; });
    return at != tile.areas.end() && at->number == area;
}

// A border between two tiles stands in both, and is drawn once: by the tile that holds its left side, if one is drawn.
bool isOwn(const MapDrawing& drawing, const Tile& tile, const TileArc& arc) {
    const bool isLeftDrawn = arc.left != kOutside && drawing.stateOf[arc.left] != kNoGroup;
    return holds(tile, isLeftDrawn ? arc.left : arc.right);
}

std::string bordersOf(const MapDrawing& drawing) {
    BorderPaths borders;
    for (const Tile& tile : drawing.tiles) {
        for (const TileArc& arc : tile.arcs) {
            const Border border = borderOf(drawing, arc);
            if (border == kBorders || !isOwn(drawing, tile, arc)) continue;
            std::vector<PxPoint> points;
            for (std::uint32_t i = 0; i < arc.points.count; ++i) {
                const TilePoint p = tile.arcPoints[arc.points.first + i];
                points.push_back(
                    drawing.place(toWorld(GridPoint{tile.box.minX + p.x, tile.box.minY + p.y}, tile.gridBits)));
            }
            for (const auto& piece : chainWithin(points, drawing.page.map)) borders.paths[border].add(piece, false);
        }
    }
    const MapTheme& theme = drawing.theme;
    std::string svg = "<g id=\"borders\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n";
    svg += svgStroke(borders.paths[kHairline], opaque(theme.hairline), map_look::kHairlinePx, theme.hairline.a / 255.0);
    svg += svgStroke(borders.paths[kLevelLine], opaque(theme.levelLine), map_look::kLevelLinePx,
                     theme.levelLine.a / 255.0);
    svg += svgStroke(borders.paths[kTopLine], opaque(theme.topCasing), map_look::kTopCasingPx, 1);
    svg += svgStroke(borders.paths[kTopLine], opaque(theme.topLine), map_look::kTopLinePx, 1);
    return svg + "</g>\n";
}

std::string selectedOf(const MapDrawing& drawing) {
    const Outline& outline = drawing.scene.selected;
    SvgPath path;
    for (std::size_t chain = 0; chain < outline.starts.size(); ++chain) {
        const std::size_t end = chain + 1 < outline.starts.size() ? outline.starts[chain + 1] : outline.points.size();
        std::vector<PxPoint> points;
        for (std::size_t i = outline.starts[chain]; i < end; ++i) points.push_back(drawing.place(outline.points[i]));
        for (const auto& piece : chainWithin(points, drawing.page.map)) path.add(piece, false);
    }
    if (path.isEmpty()) return {};
    // The two-tone line, as gpu/overlay.cpp draws it.
    return "<g id=\"selected\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n" +
           svgStroke(path, opaque(drawing.theme.focusLight), 5.5, 1) +
           svgStroke(path, opaque(drawing.theme.focusDark), 3, 1) + "</g>\n";
}

}  // namespace

std::string svgMap(const PictureSource& source, const PicturePage& page, const TileStore& tiles, const Tokens& tokens) {
    const MapDrawing drawing = drawingOf(source, page, tiles, tokens);
    return "<g id=\"map\">\n" + areasOf(drawing) + bordersOf(drawing) + selectedOf(drawing) + "</g>\n";
}

}  // namespace dex
