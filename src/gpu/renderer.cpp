#include "gpu/renderer.h"

#include "gpu/map_picture.h"
#include "gpu/map_tiles.h"
#include "gpu/overlay.h"
#include "gpu/programs.h"

namespace dex {
struct Renderer::State {
    // Picture and overlay keep references to what stands above them: the order of the members matters.
    explicit State(Device& on)
        : device(on), programs(on), tiles(on), picture(on, programs, tiles), overlay(on, programs) {}

    Device& device;
    Programs programs;
    MapTiles tiles;
    MapPicture picture;
    Overlay overlay;
    RenderCounters counters;
    std::uint64_t countedTileBytes = 0;  // Of tiles.uploadedBytes(), already in the counters.
};

Renderer::Renderer(Device& device) : state_(std::make_unique<State>(device)) {}

Renderer::~Renderer() {
    // What draws goes before the tiles and programs that it draws with.
    state_->overlay.drop();
    state_->picture.drop();
    state_->tiles.dropAll();
    state_->programs.drop();
}

void Renderer::setGroupings(std::span<const std::vector<std::uint32_t>> byLevel) {
    state_->tiles.setGroupings(byLevel);
}
void Renderer::loadTile(TileKey key, const Tile& tile) { state_->tiles.load(key, tile); }
void Renderer::dropTile(TileKey key) { state_->tiles.drop(key); }
void Renderer::failTile(TileKey key, const GridBox& box, int gridBits) { state_->tiles.fail(key, box, gridBits); }
void Renderer::setClasses(std::span<const std::uint8_t> byArea) { state_->picture.setClasses(byArea); }

bool Renderer::hasTile(TileKey key) const {
    const MapTile* tile = state_->tiles.find(key);
    return tile && !tile->failed;
}

void Renderer::setTheme(const MapTheme& theme) {
    state_->picture.setTheme(theme);
    state_->overlay.setTheme(theme);
}

void Renderer::setFaces(const Face* regular, const Face* strong) { state_->overlay.setFaces(regular, strong); }
void Renderer::setTextScale(double scale) { state_->overlay.setTextScale(scale); }
bool Renderer::prepare() { return state_->programs.prepare(); }
bool Renderer::needsFrame() const { return !state_->picture.isSmooth(); }

bool Renderer::draw(const Scene& scene, int widthPx, int heightPx, TextureId target) {
    State& s = *state_;
    if (widthPx < 1 || heightPx < 1 || !s.programs.prepare()) return false;
    // Tiles are uploaded as they arrive, between frames; the frame that follows counts them.
    const std::uint64_t tileBytes = s.tiles.uploadedBytes();
    s.counters.uploadedBytes += tileBytes - s.countedTileBytes;
    s.countedTileBytes = tileBytes;
    s.counters.drawCalls = 0;
    // What uploads, and the pass of the map's own texture, come before the frame's pass: passes do not nest.
    s.picture.update(scene, widthPx, heightPx, static_cast<bool>(target), s.counters);
    s.overlay.update(scene, widthPx, heightPx, s.counters);
    s.device.beginPass({target, widthPx, heightPx, s.picture.paper()});
    s.picture.draw(s.counters);
    s.overlay.draw(scene, widthPx, heightPx, s.picture.frame(), s.counters);
    s.device.endPass();
    ++s.counters.frames;
    return true;
}

const RenderCounters& Renderer::counters() const { return state_->counters; }
const std::string& Renderer::failure() const { return state_->programs.log(); }

std::string Renderer::replaceShader(std::string_view name, std::string_view vertexShader,
                                    std::string_view fragmentShader) {
    std::string log = state_->programs.replace(name, vertexShader, fragmentShader);
    // The map at rest is a copy of a texture: without this it would go on showing the old shader.
    if (log.empty()) state_->picture.invalidate();
    return log;
}

}  // namespace dex
