#include "app/painter.h"

#include <algorithm>
#include <utility>

#include "base/apart.h"
#include "map/hairlines.h"
#include "map/outline.h"
#include "words/measure_words.h"

namespace dex {

bool Painter::setDevice(Device* device) {
    given_.reset();
    if (!device) return false;
    given_.emplace(*device);
    if (!given_->renderer.prepare()) {
        given_.reset();
        return false;
    }
    if (regular_ && semibold_) given_->renderer.setFaces(regular_, semibold_);
    return true;
}

void Painter::setFaces(const Face* regular, const Face* semibold) {
    regular_ = regular;
    semibold_ = semibold;
    labelSource_.reset();
    if (given_) given_->renderer.setFaces(regular, semibold);
}

void Painter::dropTile(TileKey key) {
    if (given_) given_->renderer.dropTile(key);
}

std::string Painter::replaceShader(std::string_view name, std::string_view vertexShader,
                                   std::string_view fragmentShader) {
    return given_ ? given_->renderer.replaceShader(name, vertexShader, fragmentShader) : std::string();
}

void Painter::draw(const Picture& picture) {
    if (!given_ || picture.size.isEmpty()) return;
    applyLook(picture);
    scene_.sight = picture.camera.sight();
    scene_.labels.clear();
    scene_.crosshair = picture.hasCrosshair;
    scene_.moving = picture.isMoving;
    if (const AtlasHead* head = picture.library.head()) {
        upload(picture);
        outlineAreas(picture);
        const auto& shown = picture.analysis.shown();
        // Borders of the level whose classes are drawn, also while another one is loading.
        scene_.level = shown ? shown->level : picture.chosen.level;
        scene_.topLevel = head->topLevel();
        scene_.hairlines = !isPlain_ && scene_.level == 0 && showsHairlines(*head, scene_.sight.pxPerWorld);
        placeLabels(picture);
    }
    if (given_->textScale != picture.size.textScale) {
        given_->textScale = picture.size.textScale;
        given_->renderer.setTextScale(given_->textScale);
    }
    given_->renderer.draw(scene_, picture.size.widthPx(), picture.size.heightPx());
    drawPanels(picture.interface);
    ++frames_;
}

void Painter::drawPanels(const Interface& interface) {
    const auto glyphs = interface.glyphPicture();
    if (glyphs.version != given_->glyphs) {
        given_->panels.setGlyphs(glyphs.alpha, static_cast<int>(glyphs.width), static_cast<int>(glyphs.height));
        given_->glyphs = glyphs.version;
    }
    if (const auto* data = interface.drawData()) given_->panels.draw(*data);
}

void Painter::upload(const Picture& picture) {
    Renderer& renderer = given_->renderer;
    const auto& groupings = picture.library.groupings();
    const auto loaded = static_cast<std::uint32_t>(
        std::count_if(groupings.begin(), groupings.end(), [](const auto& grouping) { return !grouping.empty(); }));
    // Groupings come and never go: their number says whether there is a new one.
    if (loaded != given_->groupings) {
        renderer.setGroupings(groupings);
        given_->groupings = loaded;
    }
    const TileStore& tiles = picture.tiles;
    for (const auto key : tiles.drawn()) {
        if (const Tile* tile = tiles.tile(key)) {
            if (!renderer.hasTile(key)) renderer.loadTile(key, *tile);
        } else if (tiles.failed(key)) {
            renderer.failTile(key, tiles.info(key).box, tiles.lods()[key.lod].gridBits);
        }
    }
    if (picture.analysis.version() != given_->classes) {
        renderer.setClasses(picture.analysis.areaClasses());
        given_->classes = picture.analysis.version();
        ++scene_.classesVersion;
    }
}

void Painter::applyLook(const Picture& picture) {
    const auto& shown = picture.analysis.shown();
    const Look look = {.tokens = &tokensOf(picture.theme, picture.moreContrast),
                       .palette = paletteOf(shown ? shown->measure.kind : MeasureKind::Overall),
                       .classCount = shown ? picture.analysis.classes().classCount : kRampSteps};
    if (given_->look == look) return;
    given_->look = look;
    MapTheme theme = mapThemeOf(*look.tokens, look.palette, look.classCount);
    // Wholly faded is the colour of the paper: of areas outside the place nothing is seen, and the picture takes few
    // bytes.
    if (isPlain_) theme.fade = 1;
    given_->renderer.setTheme(theme);
    ++scene_.themeVersion;
}

void Painter::outlineAreas(const Picture& picture) {
    const TileStore& tiles = picture.tiles;
    const bool hasGrouping = outlinedGroupings_ != given_->groupings;
    const bool isNew = hasGrouping || scene_.tiles != tiles.drawn() || outlinedTiles_ != tiles.version();
    outlinedGroupings_ = given_->groupings;
    outlinedTiles_ = tiles.version();
    scene_.tiles = tiles.drawn();
    const OutlineSource selected = picture.chosen.selected;
    const OutlineSource hovered = picture.pointed == selected ? std::nullopt : picture.pointed;
    if ((hasGrouping && !compared_.empty()) || compared_ != picture.chosen.compared ||
        selection_ != picture.library.selectionVersion())
        joinAreas(picture);
    const auto together = selected                   ? std::span<const std::uint32_t>()
                          : picture.district.empty() ? std::span<const std::uint32_t>(joined_)
                                                     : picture.district;
    const bool isOther = together.data() != together_.data();
    together_ = together;
    if (together.empty() || isOther) outline(picture, selected, isNew || isOther, selected_, scene_.selected);
    if (!together.empty() && (isNew || isOther))
        scene_.selected = outlineOf(picture.tiles, picture.tiles.drawn(), {together, 1});
    outline(picture, hovered, isNew, hovered_, scene_.hovered);
}

// Nothing is joined in a first picture.
DEX_APART void Painter::joinAreas(const Picture& picture) {
    compared_ = picture.chosen.compared;
    selection_ = picture.library.selectionVersion();
    const std::span<const AreaMark> selection = picture.library.selection();
    // Made beside the last one, so that its place in memory is another: by that it is known to be new.
    std::vector<std::uint32_t> joined;
    if (!compared_.empty() || !selection.empty()) joined.resize(picture.library.head()->areaCount());
    for (std::size_t i = 0; i < selection.size(); ++i) joined[i] = (selection[i] & kChosen) != 0 ? 1 : 0;
    for (const auto& [level, area] : compared_) {
        if (level == 0) joined[area] = 1;
        const auto* grouping = level == 0 ? nullptr : picture.library.grouping(level);
        if (!grouping) continue;
        for (std::size_t i = 0; i < joined.size(); ++i) {
            if ((*grouping)[i] == area) joined[i] = 1;
        }
    }
    joined_ = std::move(joined);
}

void Painter::outline(const Picture& picture, OutlineSource area, bool isNew, OutlineSource& was, Outline& into) const {
    if (area == was && !isNew) return;
    was = area;
    into = {};
    const auto* grouping = area ? picture.library.grouping(area->level) : nullptr;
    if (!grouping) return;
    // At level 0 each area is its own, and needs no list that says so.
    const auto members = area->level == 0 ? std::span<const std::uint32_t>{} : *grouping;
    into = outlineOf(picture.tiles, picture.tiles.drawn(), {members, area->area});
}

}  // namespace dex
