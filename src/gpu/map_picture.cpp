#include "gpu/map_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/apart.h"
#include "gpu/blocks.h"
#include "gpu/screen_place.h"
#include "gpu/shader_sources.h"

namespace dex {
namespace {

// Texels of a row of classes, and those that the outside takes before the first area.
constexpr std::size_t kRow = 256, kOutsideTexels = 1;
static_assert(kRow == shaders::kRowMask + 1 && kRow == 1u << shaders::kRowBits);
static_assert(kOutsideTexels == shaders::kOutsideTexels);

// docs/decisions/0003-antialiasing.md
constexpr int kSamples = 4;
constexpr double kSharpRatio = 2.5;  // From this device pixel ratio on, one sample a pixel is smooth enough.

// docs/decisions/0012-processor.md
constexpr double kMaxMovingPixels = 300'000;

// Kinds of border, in the order in which they are drawn.
enum StrokeKind { kHairline, kLevelLine, kTopCasing, kTopLine, kStrokeCount };
constexpr double kStrokeWidth[kStrokeCount] = {map_look::kHairlinePx, map_look::kLevelLinePx, map_look::kTopCasingPx,
                                               map_look::kTopLinePx};

// Where the blocks stand in the uniform buffer.
constexpr std::size_t kFrameSteps = (sizeof(FrameBlock) + kBlockStep - 1) / kBlockStep;
constexpr std::size_t strokeAt(int stroke) { return (kFrameSteps + static_cast<std::size_t>(stroke)) * kBlockStep; }
constexpr std::size_t tileAt(std::size_t i) { return (kFrameSteps + kStrokeCount + i) * kBlockStep; }

template <typename Block>
void put(std::vector<std::byte>& blocks, std::size_t at, const Block& block) {
    std::memcpy(blocks.data() + at, &block, sizeof block);
}

FrameBlock frameOf(const MapTheme& theme, const ScreenPlace& place, double ratio, int widthPx, int heightPx) {
    FrameBlock frame;
    for (std::size_t i = 0; i < theme.classes.size(); ++i) {
        frame.classColours[i] = toFloats(theme.classes[i]);
        // Classes are opaque: where alpha would stand the shaders find the kind of hatch.
        frame.classColours[i].w = static_cast<float>(theme.hatches[i]);
    }
    frame.classColours[kNoDataClass] = toFloats(theme.noData);
    frame.classColours[kNoDataClass].w = static_cast<float>(Hatch::Rising);
    frame.paper = toFloats(theme.paper);
    frame.hatch = toFloats(theme.hatch);
    // Clip space is 2 wide and 2 high.
    frame.clipPerPx = {2 / static_cast<float>(widthPx), 2 / static_cast<float>(heightPx)};
    const double period = map_look::kHatchPeriodPx * ratio;
    const double along = period * std::sqrt(2.0);  // The hatch repeats so along both axes.
    // Only what is left of the last whole repeat: the world's origin is millions of pixels away in a deep zoom, and in
    // single precision the lines would jump when the map moves.
    const auto within = [along](double px) { return static_cast<float>(px - along * std::floor(px / along)); };
    frame.hatchOriginPx = {within(place.x(0)), within(place.y(0))};
    frame.hatchPeriodPx = static_cast<float>(period);
    frame.devicePixelRatio = static_cast<float>(ratio);
    frame.fade = theme.fade;
    frame.dim = theme.dim;
    return frame;
}

TileBlock blockOf(const MapTile& tile, const ScreenPlace& place) {
    const double cells = cellsPerWorld(tile.gridBits);
    // Cells are counted from a whole cell near the middle of the canvas (shaders/common/tile.glsl). The cell's number
    // and what is subtracted from it in the shader are exact in single precision; the rest, which is not, is worked out
    // here in double.
    const double centreX = place.centre.x * cells - tile.box.minX;
    const double centreY = place.centre.y * cells - tile.box.minY;
    const double originX = std::floor(centreX + 0.5), originY = std::floor(centreY + 0.5);
    const double pxPerCell = place.pxPerWorld / cells;
    TileBlock block;
    block.originCell = {static_cast<float>(originX), static_cast<float>(originY)};
    block.originPx = {static_cast<float>(place.midX + (originX - centreX) * pxPerCell),
                      static_cast<float>(place.midY + (originY - centreY) * pxPerCell)};
    block.pxPerCell = {static_cast<float>(pxPerCell), static_cast<float>(pxPerCell)};
    return block;
}

bool isInSight(const MapTile& tile, const ScreenPlace& place, int widthPx, int heightPx) {
    const double cells = cellsPerWorld(tile.gridBits);
    return place.x(tile.box.maxX / cells) >= 0 && place.x(tile.box.minX / cells) <= widthPx &&
           place.y(tile.box.maxY / cells) >= 0 && place.y(tile.box.minY / cells) <= heightPx;
}

}  // namespace

void MapPicture::setClasses(std::span<const std::uint8_t> byArea) {
    // Whole rows, and always a texel more than there are areas, for the outside.
    std::vector<std::uint8_t> texels((byArea.size() + kRow) / kRow * kRow, kNoDataClass);
    std::copy(byArea.begin(), byArea.end(), texels.begin() + kOutsideTexels);
    classesSeen_ = 0;
    for (const std::uint8_t state : byArea) classesSeen_ |= 1u << (state & kClassMask);
    if (texels == classes_) return;
    classes_ = std::move(texels);
    classesChanged_ = true;
    fresh_ = false;
}

void MapPicture::setTheme(const MapTheme& theme) {
    theme_ = theme;
    fresh_ = false;
}

// Labels, outlines and the crosshair are not asked about: they lie over the picture, and the overlay draws them each
// frame.
bool MapPicture::isUpToDate(const Scene& scene, int widthPx, int heightPx) const {
    return fresh_ && widthPx == widthPx_ && heightPx == heightPx_ && shownTiles_ == tiles_.version() &&
           scene.sight == shown_.sight && scene.tiles == shown_.tiles && scene.level == shown_.level &&
           scene.topLevel == shown_.topLevel && scene.hairlines == shown_.hairlines &&
           scene.classesVersion == shown_.classesVersion && scene.themeVersion == shown_.themeVersion;
}

void MapPicture::makeTarget(int widthPx, int heightPx, int samples) {
    if (target_ && widthPx == targetWidthPx_ && heightPx == targetHeightPx_ && samples == samples_) return;
    if (target_) device_.drop(target_);
    TextureDesc desc;
    desc.label = "map picture";
    desc.width = targetWidthPx_ = widthPx;
    desc.height = targetHeightPx_ = heightPx;
    desc.target = true;
    desc.samples = samples_ = samples;
    target_ = device_.makeTexture(desc);
}

void MapPicture::uploadClasses(RenderCounters& counters) {
    // There are failed tiles before there are classes: their patch looks up the outside.
    if (classes_.empty()) classes_.assign(kRow, kNoDataClass);
    if (classTexture_ && !classesChanged_) return;
    const auto bytes = std::as_bytes(std::span(classes_));
    const int rows = static_cast<int>(classes_.size() / kRow);
    if (classTexture_ && classTextureSize_ == classes_.size()) {
        device_.writeTexture(classTexture_, 0, 0, static_cast<int>(kRow), rows, bytes);
    } else {
        if (classTexture_) device_.drop(classTexture_);
        classTexture_ = device_.makeTexture({"classes", TextureFormat::R8Ui, static_cast<int>(kRow), rows, bytes});
        classTextureSize_ = classes_.size();
    }
    classesChanged_ = false;
    counters.uploadedBytes += bytes.size();
}

void MapPicture::uploadUniforms(RenderCounters& counters) {
    const ScreenPlace place(drawnSight_, drawnHeightPx_);
    placed_.clear();
    for (const TileKey key : shown_.tiles) {
        const MapTile* tile = tiles_.find(key);
        if (tile && isInSight(*tile, place, drawnWidthPx_, drawnHeightPx_))
            placed_.push_back({tile, tileAt(placed_.size())});
    }
    const double ratio = drawnSight_.devicePixelRatio;
    // One upload for the frame, the strokes and all tiles: a draw then only says at which offset its blocks stand.
    blocks_.assign(tileAt(placed_.size()), std::byte{0});
    put(blocks_, 0, frameOf(theme_, place, ratio, drawnWidthPx_, drawnHeightPx_));
    const Rgba8 inks[kStrokeCount] = {theme_.hairline, theme_.levelLine, theme_.topCasing, theme_.topLine};
    for (int stroke = 0; stroke < kStrokeCount; ++stroke) {
        StrokeBlock block;
        block.colour = toFloats(inks[stroke]);
        block.halfWidthPx = static_cast<float>(kStrokeWidth[stroke] * ratio / 2);
        put(blocks_, strokeAt(stroke), block);
    }
    for (const Placed& placed : placed_) put(blocks_, placed.block, blockOf(*placed.tile, place));
    uniforms_.write(blocks_);
    counters.uploadedBytes += blocks_.size();
}

void MapPicture::drawStroke(std::span<const Placed> run, int stroke, std::uint32_t with, std::uint32_t without,
                            bool ownedOnly, RenderCounters& counters) {
    device_.useUniforms(kStrokeSlot, uniforms_.id(), strokeAt(stroke), sizeof(StrokeBlock));
    for (const Placed& placed : run) {
        std::size_t at = 0;
        for (;;) {
            const PointRange pieces = nextRun(placed.tile->ranges, with, without, ownedOnly, at);
            if (pieces.count == 0) break;
            device_.useUniforms(kTileSlot, uniforms_.id(), placed.block, sizeof(TileBlock));
            // A piece stands there four times, once a corner.
            device_.useVertices(placed.tile->pieces, std::size_t{pieces.first} * 4 * sizeof(BorderPiece));
            device_.drawQuads(pieces.count);
            ++counters.drawCalls;
            counters.lineSegments += pieces.count;
        }
    }
}

bool MapPicture::hasHatch() const {
    for (std::size_t i = 0; i < theme_.hatches.size(); ++i) {
        if ((classesSeen_ >> i & 1u) != 0 && theme_.hatches[i] != Hatch::None) return true;
    }
    return (classesSeen_ >> kNoDataClass & 1u) != 0;
}

void MapPicture::drawAreas(std::span<const Placed> run, RenderCounters& counters) {
    device_.useUniforms(kFrameSlot, uniforms_.id(), 0, sizeof(FrameBlock));
    device_.useTexture(0, classTexture_);
    for (const Placed& placed : run) {
        const MapTile& tile = *placed.tile;
        // Before the first classes an area is paper, not an area without data. A failed tile shows at once.
        if (tile.indexCount == 0 || !(classesSeen_ != 0 || tile.failed)) continue;
        device_.useUniforms(kTileSlot, uniforms_.id(), placed.block, sizeof(TileBlock));
        device_.useVertices(tile.vertices, 0);
        device_.useIndices(tile.indices, tile.indexFormat);
        device_.drawIndexed(0, tile.indexCount);
        ++counters.drawCalls;
        counters.mapTriangles += tile.indexCount / 3;
    }
}

// Tiles of one level of detail: a finer run covers the borders of a coarser one that stands in for it.
void MapPicture::drawRun(std::span<const Placed> run, RenderCounters& counters) {
    // Areas cover their pixels whole; only what lies over them is blended.
    device_.setBlend(Blend::None);
    device_.use(programs_[Program::Areas]);
    drawAreas(run, counters);

    device_.setBlend(Blend::Over);
    const bool failed = std::any_of(run.begin(), run.end(), [](const Placed& placed) { return placed.tile->failed; });
    // Most maps have none: kept out of the areas' own shader, where every pixel would pay for it.
    if ((failed || hasHatch()) && programs_[Program::Hatch]) {
        device_.use(programs_[Program::Hatch]);
        drawAreas(run, counters);
    }
    device_.use(programs_[Program::Borders]);
    device_.useUniforms(kFrameSlot, uniforms_.id(), 0, sizeof(FrameBlock));
    // A border may be one of several levels. `without` leaves it to the strongest line that runs along it.
    const std::uint32_t top = 1u << shown_.topLevel;
    const std::uint32_t level = 1u << shown_.level;
    // What shows through must not be drawn twice where two tiles meet.
    if (shown_.hairlines) drawStroke(run, kHairline, 1, top | (shown_.level > 0 ? level : 0), true, counters);
    if (shown_.level > 0 && level != top) drawStroke(run, kLevelLine, level, top, true, counters);
    // The casings of all tiles before the line of any: a casing that comes later would cover a neighbour's line. Both
    // are opaque, so that a border in two tiles may be drawn twice.
    drawStroke(run, kTopCasing, top, 0, false, counters);
    drawStroke(run, kTopLine, top, 0, false, counters);
}

void MapPicture::drawMap(RenderCounters& counters) {
    counters.mapTriangles = counters.lineSegments = 0;
    ++counters.mapPictures;
    device_.setScissor(viewportPx(drawnSight_, drawnWidthPx_, drawnHeightPx_));
    for (auto first = placed_.begin(); first != placed_.end();) {
        // Coarser tiles come first (TileStore::drawn), so a run is drawn whole over the coarser one beneath it.
        const auto last = std::find_if(
            first, placed_.end(), [&](const Placed& placed) { return placed.tile->key.lod != first->tile->key.lod; });
        drawRun({first, last}, counters);
        first = last;
    }
}

// The least that leaves few enough pixels, and no fewer than the page's own.
DEX_APART void MapPicture::drawFewer() {
    const double ratio = drawnSight_.devicePixelRatio;
    const double pixels = drawnSight_.viewport.width * drawnSight_.viewport.height * ratio * ratio;
    while (enlarged_ + 1 <= ratio && pixels > kMaxMovingPixels * enlarged_ * enlarged_) ++enlarged_;
    drawnSight_.devicePixelRatio /= enlarged_;
    drawnWidthPx_ = (widthPx_ + enlarged_ - 1) / enlarged_;
    drawnHeightPx_ = (heightPx_ + enlarged_ - 1) / enlarged_;
}

DEX_APART void MapPicture::enlarge() {
    device_.setScissor(viewportPx(shown_.sight, widthPx_, heightPx_));
    device_.enlarge(target_, enlarged_);
}

void MapPicture::update(const Scene& scene, int widthPx, int heightPx, bool smoothNow, RenderCounters& counters) {
    const bool still = isUpToDate(scene, widthPx, heightPx);
    if (still && (smooth_ || scene.moving)) return;
    widthPx_ = widthPx;
    heightPx_ = heightPx;
    shown_.sight = scene.sight;
    shown_.tiles = scene.tiles;
    shown_.level = scene.level;
    shown_.topLevel = scene.topLevel;
    shown_.hairlines = scene.hairlines;
    shown_.classesVersion = scene.classesVersion;
    shown_.themeVersion = scene.themeVersion;
    shownTiles_ = tiles_.version();
    fresh_ = true;
    enlarged_ = 1;
    drawnSight_ = scene.sight;
    drawnWidthPx_ = widthPx;
    drawnHeightPx_ = heightPx;
    if (scene.moving && !smoothNow && device_.enlarges()) drawFewer();
    uploadClasses(counters);
    uploadUniforms(counters);

    // A picture is looked at closely, and takes its time.
    const int samples = smoothNow || scene.sight.devicePixelRatio < kSharpRatio ? kSamples : 1;
    // A picture that differs from the last frame's is drawn quickly, within draw(); the same scene asked for again is
    // at rest.
    smooth_ = enlarged_ == 1 && (still || smoothNow || samples == 1);
    if (!smooth_ && enlarged_ == 1) return;
    makeTarget(widthPx, heightPx, samples);
    device_.beginPass({target_, drawnWidthPx_, drawnHeightPx_, theme_.paper, smooth_ && samples > 1});
    drawMap(counters);
    device_.endPass();
}

void MapPicture::draw(RenderCounters& counters) {
    if (!smooth_ && enlarged_ == 1) return drawMap(counters);
    if (enlarged_ > 1)
        enlarge();
    else
        device_.copy(target_);
    ++counters.drawCalls;
}

void MapPicture::drop() {
    if (target_) device_.drop(target_);
    if (classTexture_) device_.drop(classTexture_);
    uniforms_.drop();
}

}  // namespace dex
