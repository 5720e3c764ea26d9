#include "output/picture_scene.h"

#include "map/hairlines.h"
#include "map/outline.h"
#include "words/measure_words.h"

namespace dex {
namespace {

void addOutline(const PictureSource& source, const TileStore& tiles, LevelArea area, Outline& all) {
    const auto* grouping = source.library.grouping(area.level);
    if (!grouping) return;
    const auto members = area.level == 0 ? std::span<const std::uint32_t>{} : *grouping;
    const Outline own = outlineOf(tiles, tiles.drawn(), {members, area.area});
    const auto first = static_cast<std::uint32_t>(all.points.size());
    for (const std::uint32_t start : own.starts) all.starts.push_back(first + start);
    all.points.insert(all.points.end(), own.points.begin(), own.points.end());
}

}  // namespace

Scene pictureScene(const PictureSource& source, const PicturePage& page, const TileStore& tiles) {
    const AtlasHead& head = *source.library.head();
    Scene scene;
    scene.sight = page.sight;
    scene.tiles = tiles.drawn();
    scene.level = source.chosen.level;
    scene.topLevel = head.topLevel();
    scene.hairlines = scene.level == 0 && showsHairlines(head, page.sight.pxPerWorld);
    if (source.chosen.selected) addOutline(source, tiles, *source.chosen.selected, scene.selected);
    if (!source.chosen.selected && !source.view.asked.empty() && !source.library.selection().empty())
        addOutline(source, tiles, {source.library.selectionLevel(), 0}, scene.selected);
    for (const LevelArea& area : source.outlined) addOutline(source, tiles, area, scene.selected);
    return scene;
}

MapTheme pictureTheme(const PictureSource& source, const PicturePage& page, const Tokens& tokens) {
    MapTheme theme = mapThemeOf(tokens, paletteOf(source.chosen.measure.kind), source.analysis.classes().classCount);
    theme.paper = {page.ground.r, page.ground.g, page.ground.b, 255};
    return theme;
}

}  // namespace dex
