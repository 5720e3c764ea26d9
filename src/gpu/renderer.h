#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "archive/tile.h"
#include "gpu/counters.h"
#include "gpu/device.h"
#include "gpu/map_theme.h"
#include "map/scene.h"
#include "text/face.h"

namespace dex {

// Draws a Scene: areas by class, borders, then outlines, labels and the crosshair.
//
// Areas and borders are drawn into a texture, which is copied as long as sight, size, tiles, levels, classes and theme
// stay: a frame in which only a hover, a selection, a label or a panel changed costs no triangle of the map.
// Panels are not drawn here (gpu/panel_painter.h draws them over it).
class Renderer {
public:
    // The device outlives the renderer. Nothing is made on the GPU before prepare(), the first tile or frame.
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

    // Makes the programs without which there is no map. False where the GPU refuses one; failure() says why.
    bool prepare();

    // Draws the whole canvas; `widthPx` and `heightPx` are its device pixels. The viewport of the sight gets the map, the
    // rest the paper. Into `target` instead of the screen, if given (pictures, tests). False, and nothing is drawn, where
    // the GPU refuses our programs; failure() says why.
    bool draw(const Scene& scene, int widthPx, int heightPx, TextureId target = {});

    // True where the map picture was drawn quickly, because it had changed, and the next draw of the same scene makes its
    // edges smooth (docs/decisions/0003-antialiasing.md). A target gets smooth edges at once.
    bool needsFrame() const;

    const RenderCounters& counters() const;
    const std::string& failure() const;

    // For development: compiles a program again from other sources ("areas", "borders", "hatch", "outline", "label").
    // Empty on success; otherwise the compiler's log, and the old program stays.
    std::string replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dex
