#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "archive/tile.h"
#include "gpu/device.h"
#include "map/scene.h"
#include "text/face.h"

namespace dex {

// Lines over a class, where colours alone do not tell classes apart. shaders/common/hatch.glsl counts them.
enum class Hatch : std::uint8_t { None, Rising, Falling, Across, Upright, Crossed };

// The map's colours; the table of tokens is the caller's.
struct MapTheme {
    Rgba8 paper;
    std::array<Rgba8, kNoDataClass> classes{};  // By class; only those in use need be set.
    std::array<Hatch, kNoDataClass> hatches{};
    Rgba8 noData;  // Ground of its hatch, which rises.
    Rgba8 hatch;
    Rgba8 topLine, topCasing;     // Borders of the topmost level.
    Rgba8 levelLine;              // Borders of the level that is shown.
    Rgba8 hairline;               // Borders of small areas; its alpha counts.
    Rgba8 focusDark, focusLight;  // The two-tone line.
    Rgba8 label, halo;
    float fade = 0.62f;  // How far a faded area goes towards the paper, 0–1.
    float dim = 0.78f;   // The same for a dimmed one.
};

// What has been done since the renderer was made, and what the last frame took.
struct RenderCounters {
    std::uint64_t frames = 0;
    std::uint64_t mapPictures = 0;  // Times the choropleth was drawn; the other frames copied it.
    std::uint64_t uploadedBytes = 0;
    std::uint32_t drawCalls = 0;     // Of the last frame, a copy counts as one.
    std::uint32_t mapTriangles = 0;  // Areas of the last map picture, and again for hatches.
    std::uint32_t lineSegments = 0;  // Borders of the last map picture, each two triangles.
};

// Draws a Scene: areas by class, borders, then outlines, labels and the crosshair.
//
// Areas and borders are drawn into a texture, which is copied as long as sight, size, tiles, levels, classes and theme
// stay: a frame in which only a hover, a selection, a label or a panel changed costs no triangle of the map.
// Panels are not drawn here (gpu/panel_painter.h draws them over it).
class Renderer {
public:
    // The device outlives the renderer. Nothing is made on the GPU before the first tile or frame.
    explicit Renderer(Device& device);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Parent of each small area, by level; level 0 may be empty. A level that is not here yet (empty) has no borders.
    // Copied. Borders are sorted again for all tiles.
    void setGroupings(std::span<const std::vector<std::uint32_t>> byLevel);

    // Uploads a tile. Only the borders are copied; the tile may go afterwards. A tile loaded twice is replaced.
    void loadTile(TileKey key, const Tile& tile);
    void dropTile(TileKey key);
    bool hasTile(TileKey key) const;
    // A tile that could not be loaded: where it should stand a hatched patch is drawn whenever a scene names it.
    void failTile(TileKey key, const GridBox& box, int gridBits);

    // kClassMask, kFadedFlag and kDimmedFlag of map/scene.h, one byte a small area.
    void setClasses(std::span<const std::uint8_t> byArea);
    void setTheme(const MapTheme& theme);
    // Faces of the labels, regular and strong; they outlive the renderer. Without them no label is drawn.
    void setFaces(const Face* regular, const Face* strong);
    void setTextScale(double scale);  // The page's text size against 16 px.

    // Draws the whole canvas; `widthPx` and `heightPx` are its device pixels. The viewport of the sight gets the map, the
    // rest the paper. Into `target` instead of the screen, if given (pictures, tests). False, and nothing is drawn, where
    // the GPU refuses our programs; failure() says why.
    bool draw(const Scene& scene, int widthPx, int heightPx, TextureId target = {});

    // True where the map picture was drawn quickly, because it had changed, and the next draw of the same scene makes its
    // edges smooth (docs/decisions/0003-antialiasing.md). A target gets smooth edges at once.
    bool needsFrame() const;

    // Font size of a label in css px, for the caller that places it; before the text scale.
    static double labelPx(bool strong);

    const RenderCounters& counters() const;
    const std::string& failure() const;

    // The context is gone, and Device::forgetAll has been called. Tiles must be loaded again; groupings, classes, theme
    // and faces stay.
    void forgetAll();

    // For development: compiles a program again from other sources ("areas", "borders", "hatch", "outline", "label").
    // Empty on success; otherwise the compiler's log, and the old program stays.
    std::string replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dex
