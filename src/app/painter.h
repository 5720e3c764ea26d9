#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/canvas.h"
#include "gpu/panel_painter.h"
#include "gpu/renderer.h"
#include "look/tokens.h"
#include "map/camera.h"
#include "map/labels.h"
#include "map/tile_store.h"
#include "model/analysis.h"
#include "model/chosen.h"
#include "model/library.h"
#include "ui/interface.h"

namespace dex {

// What there is to draw in this frame, as the app holds it.
struct Picture {
    const Library& library;  // Without a head the canvas is paper and panels.
    const Analysis& analysis;
    const Chosen& chosen;
    const TileStore& tiles;
    const Camera& camera;
    const Interface& interface;  // Its panels, as it last drew them.
    const Layout& layout;        // Where the labels find the panels.
    CanvasSize size;
    ThemeChoice theme = ThemeChoice::Light;  // Resolved: Light, Dark or Grey.
    bool moreContrast = false;
    std::optional<LevelArea> pointed;
    // By small area: 1 for those that are outlined together while none is selected. Empty: none, or what is compared or
    // selected by a question.
    std::span<const std::uint32_t> district = {};
    bool hasCrosshair = false;
    bool isMoving = false;  // Scene::moving
};

// Draws the map and the panels over it. It remembers what the device was last given, so that a frame uploads only what
// has changed since.
class Painter {
public:
    // Null: there is none (yet, or any more). The device outlives its use here. What stood on the last one is let go by
    // its names, also where its context is lost already: to delete names of a dead context is harmless. A new device is
    // given everything again. False, and there is none, where it refuses our programs.
    bool setDevice(Device* device);
    bool hasDevice() const { return given_.has_value(); }
    // They outlive the painter, or are set again. Labels wait for both.
    void setFaces(const Face* regular, const Face* semibold);
    // As App::setPlain says.
    void setPlain() { isPlain_ = true; }

    // Nothing without a device or on an empty canvas.
    void draw(const Picture& picture);
    // The next draw does better without anything new (Renderer::needsFrame).
    bool needsFrame() const { return given_ && given_->renderer.needsFrame(); }
    // The next sight has nothing to do with the last one: labels need not stay where they stand.
    void jump() { labels_.startAnew(); }
    void dropTile(TileKey key);

    std::uint64_t frames() const { return frames_; }  // Drawn so far, on all devices.
    RenderCounters counters() const { return given_ ? given_->renderer.counters() : RenderCounters(); }
    // For development: Renderer::replaceShader; empty without a device.
    std::string replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader);

private:
    // What the colours were made of.
    struct Look {
        const Tokens* tokens = nullptr;
        Palette palette = Palette::Sequential;
        std::uint32_t classCount = 0;
        friend bool operator==(const Look&, const Look&) = default;
    };
    // All that goes with a device, and the marks of what it was given: in a struct, so that none outlives it.
    struct Given {
        explicit Given(Device& device) : renderer(device), panels(device) {}
        Renderer renderer;
        PanelPainter panels;
        double textScale = 1;
        std::uint32_t glyphs = 0;     // GlyphPicture::version
        std::uint32_t groupings = 0;  // How many levels have theirs.
        std::uint32_t classes = 0;    // Analysis::version
        std::optional<Look> look;
    };
    // What the candidates for labels were made of, besides the faces.
    struct LabelSource {
        std::uint32_t level = 0;  // That is drawn.
        bool hasStrong = false, hasOther = false;
        double textScale = 1;
        friend bool operator==(const LabelSource&, const LabelSource&) = default;
    };
    // What an outline was made of, besides the tiles.
    using OutlineSource = std::optional<LevelArea>;

    void applyLook(const Picture& picture);
    void upload(const Picture& picture);
    void outlineAreas(const Picture& picture);
    void outline(const Picture& picture, OutlineSource area, bool isNew, OutlineSource& was, Outline& into) const;
    void joinAreas(const Picture& picture);
    void drawPanels(const Interface& interface);
    // painter_labels.cpp
    void placeLabels(const Picture& picture);
    void makeLabelCandidates(const Picture& picture);

    std::optional<Given> given_;
    const Face* regular_ = nullptr;
    const Face* semibold_ = nullptr;
    bool isPlain_ = false;

    Scene scene_;
    OutlineSource selected_, hovered_;
    std::span<const std::uint32_t> together_;  // A district, or joined_: outlined as one.
    std::vector<LevelArea> compared_;          // What joined_ was made of,
    std::uint32_t selection_ = 0;              // and which version of the selection (Library::selectionVersion).
    std::vector<std::uint32_t> joined_;    // By small area: 1 for those of the areas compared, and of the selection.
    std::uint32_t outlinedTiles_ = 0;      // TileStore::version
    std::uint32_t outlinedGroupings_ = 0;  // As Given::groupings.
    Labels labels_;
    std::optional<LabelSource> labelSource_;
    std::uint64_t frames_ = 0;
};

}  // namespace dex
