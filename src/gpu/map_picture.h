#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gpu/counters.h"
#include "gpu/map_theme.h"
#include "gpu/map_tiles.h"
#include "gpu/programs.h"
#include "gpu/stream_buffer.h"

namespace dex {

struct ScreenPlace;

// Areas and borders. While they change they are drawn straight into a frame's own pass, a sample a pixel; at rest they are
// drawn once more, smoothly, into a texture as large as the canvas, which is copied as long as nothing of them changes.
// A processor that would have too many pixels to draw while they move draws fewer, in a part of that texture, and enlarges them.
class MapPicture {
public:
    // Everything outlives the picture.
    MapPicture(Device& device, Programs& programs, const MapTiles& tiles)
        : device_(device), programs_(programs), tiles_(tiles), uniforms_(device, "map", BufferKind::Uniforms) {}

    void setClasses(std::span<const std::uint8_t> byArea);
    void setTheme(const MapTheme& theme);

    // Before the frame's pass: makes the texture where this scene is at rest or `smoothNow`; counts what it took.
    void update(const Scene& scene, int widthPx, int heightPx, bool smoothNow, RenderCounters& counters);
    // Within the pass, first of all: copies the texture, or draws.
    void draw(RenderCounters& counters);
    Rgba8 paper() const { return theme_.paper; }
    bool isSmooth() const { return smooth_; }
    // The Frame block of the last update.
    BufferId frame() const { return uniforms_.id(); }

    void invalidate() { fresh_ = false; }
    void drop();

private:
    struct Placed {
        const MapTile* tile = nullptr;
        std::size_t block = 0;  // Where its TileBlock stands in the uniforms.
    };

    bool isUpToDate(const Scene& scene, int widthPx, int heightPx) const;
    void makeTarget(int widthPx, int heightPx, int samples);
    void uploadClasses(RenderCounters& counters);
    void uploadUniforms(RenderCounters& counters);
    void drawFewer();  // Pixels, where there would be too many.
    void enlarge();
    void drawMap(RenderCounters& counters);
    void drawRun(std::span<const Placed> run, RenderCounters& counters);
    void drawAreas(std::span<const Placed> run, RenderCounters& counters);
    bool hasHatch() const;  // Of any area that is not of a failed tile.
    void drawStroke(std::span<const Placed> run, int stroke, std::uint32_t with, std::uint32_t without, bool ownedOnly,
                    RenderCounters& counters);

    Device& device_;
    Programs& programs_;
    const MapTiles& tiles_;
    StreamBuffer uniforms_;
    std::vector<std::byte> blocks_;
    std::vector<Placed> placed_;

    std::vector<std::uint8_t> classes_;  // As texels: the outside, which is no data, then the areas; whole rows.
    std::uint32_t classesSeen_ = 0;      // A bit a class.
    bool classesChanged_ = false;
    TextureId classTexture_;
    std::size_t classTextureSize_ = 0;

    MapTheme theme_;
    TextureId target_;
    int targetWidthPx_ = 0, targetHeightPx_ = 0, samples_ = 1;

    bool fresh_ = false;
    bool smooth_ = true;  // The texture shows it.
    Scene shown_;         // Without overlays.
    int widthPx_ = 0, heightPx_ = 0;
    int enlarged_ = 1;  // Px of the canvas along each side of a pixel of the picture.
    // The sight and size that the picture is drawn with: those of the canvas, or so many times less.
    Sight drawnSight_;
    int drawnWidthPx_ = 0, drawnHeightPx_ = 0;
    std::uint32_t shownTiles_ = 0;  // MapTiles::version of it.
};

}  // namespace dex
