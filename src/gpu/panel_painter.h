#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "gpu/device.h"

struct ImDrawData;

namespace dex {

// Draws Dear ImGui's draw data over what is there already. Vertices, clip rectangles and display size are device px, so
// its FramebufferScale is 1. There is one texture, the glyph picture.
class PanelPainter {
public:
    // The device outlives the painter. Nothing is made on the GPU before the first call.
    explicit PanelPainter(Device& device) : device_(device) {}
    ~PanelPainter();
    PanelPainter(const PanelPainter&) = delete;
    PanelPainter& operator=(const PanelPainter&) = delete;

    // One byte of coverage a pixel, rows from the top; copied. Call it whenever the picture's version has changed.
    void setGlyphs(std::span<const std::byte> alpha, int width, int height);

    // Draws into the screen, or into `target`, whose size must be the display size. Without glyphs
    // nothing is drawn.
    void draw(const ImDrawData& data, TextureId target = {});

    std::uint32_t drawCalls() const { return drawCalls_; }  // Of the last draw.

private:
    bool prepare();
    void upload(const ImDrawData& data);

    Device& device_;
    ProgramId program_;
    TextureId glyphs_;
    BufferId vertices_, indices_, uniforms_;
    std::size_t vertexRoom_ = 0, indexRoom_ = 0;  // Bytes.
    std::uint32_t drawCalls_ = 0;
};

}  // namespace dex
