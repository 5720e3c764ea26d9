#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "gpu/counters.h"
#include "gpu/map_theme.h"
#include "gpu/programs.h"
#include "gpu/screen_place.h"
#include "gpu/stream_buffer.h"
#include "text/glyph_atlas.h"

namespace dex {

// What stands over the map picture: outlines of the area under the pointer and of the selected one, the keyboard's
// crosshair, labels.
class Overlay {
public:
    Overlay(Device& device, Programs& programs)
        : device_(device),
          programs_(programs),
          pieces_(device, "outlines", BufferKind::Vertices),
          vertices_(device, "labels", BufferKind::Vertices) {}

    void setTheme(const MapTheme& theme);
    void setFaces(const Face* regular, const Face* strong);
    void setTextScale(double scale);

    // Uploads what has changed since the last update; outside a pass.
    void update(const Scene& scene, int widthPx, int heightPx, RenderCounters& counters);
    // Draws within a pass. `frame` holds the Frame block.
    void draw(const Scene& scene, int widthPx, int heightPx, BufferId frame, RenderCounters& counters);

    void drop();

private:
    struct Line {
        double halfWidth;  // Css px.
        Rgba8 ink;
    };
    void addOutline(const Outline& outline, const ScreenPlace& place, double ratio, const Line& line);
    void addPiece(const OutlinePiece& piece) { pieceList_.insert(pieceList_.end(), 4, piece); }
    void addCrosshair(const ScreenPlace& place, double ratio);
    void addLabels(const Scene& scene, int heightPx);
    void addLine(std::string_view text, bool strong, double midX, double baseline, bool halo);
    void uploadGlyphs(RenderCounters& counters);

    Device& device_;
    Programs& programs_;
    StreamBuffer pieces_, vertices_;
    std::vector<OutlinePiece> pieceList_;  // Each four times.
    std::vector<LabelVertex> vertexList_;  // Four a glyph.

    MapTheme theme_;
    const Face* faces_[2] = {nullptr, nullptr};
    double textScale_ = 1;
    GlyphAtlas atlas_;
    double atlasRatio_ = 0;  // Device pixel ratio × text scale that the atlas is drawn for; 0: none.
    TextureId glyphs_;
    int glyphsHeight_ = 0;
    std::uint32_t glyphsVersion_ = 0;

    bool fresh_ = false;
    Scene shown_;
    int shownHeightPx_ = 0, shownWidthPx_ = 0;
};

}  // namespace dex
