#include "output/picture_scene.h"

#include "map/hairlines.h"
#include "map/outline.h"
#include "words/measure_words.h"

namespace dex {

Scene pictureScene(const PictureSource& source, const PicturePage& page, const TileStore& tiles) {
    const AtlasHead& head = *source.library.head();
    Scene scene;
    scene.sight = page.sight;
    scene.tiles = tiles.drawn();
    scene.level = source.chosen.level;
    scene.topLevel = head.topLevel();
    scene.hairlines =
        scene.level == 0 && showsHairlines(worldBox(head.lods[0]), head.areaCount(), page.sight.pxPerWorld);
    const auto& selected = source.chosen.selected;
    if (const auto* grouping = selected ? source.library.grouping(selected->level) : nullptr) {
        const auto members = selected->level == 0 ? std::span<const std::uint32_t>{} : *grouping;
        scene.selected = outlineOf(tiles, tiles.drawn(), {members, selected->area});
    }
    return scene;
}

MapTheme pictureTheme(const PictureSource& source, const PicturePage& page, const Tokens& tokens) {
    MapTheme theme = mapThemeOf(tokens, paletteOf(source.chosen.measure.kind), source.analysis.classes().classCount);
    theme.paper = {page.ground.r, page.ground.g, page.ground.b, 255};
    return theme;
}

}  // namespace dex
