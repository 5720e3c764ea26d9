#pragma once

#include <cstdint>

#include <imgui.h>

#include "gpu/device.h"

namespace dex {

// Draws Dear ImGui's draw data over what the screen holds. ImTextureID holds a TextureId's number.
//
// Frame: if fontsVersion changed, setFonts(*io.Fonts) before ImGui::NewFrame; ImGui::Render(); draw(*ImGui::GetDrawData()).
// display size is in css px and FramebufferScale the device pixel ratio, so that clip rectangles land on device pixels.
class PanelPainter {
public:
    explicit PanelPainter(Device& device) : device_(device) {}
    PanelPainter(const PanelPainter&) = delete;
    PanelPainter& operator=(const PanelPainter&) = delete;

    // Builds the atlas if need be, uploads its coverage as an R8 texture, sets its TexID and frees the pixels' copy.
    void setFonts(ImFontAtlas& fonts);

    // Draws into the screen, or into `target`, whose size in device px must be display size × scale.
    void draw(const ImDrawData& data, TextureId target = {});

    std::uint32_t drawCalls() const { return drawCalls_; }  // Of the last draw.

    // The context is gone: call setFonts again.
    void forgetAll();

private:
    void prepare();

    Device& device_;
    ProgramId program_;
    TextureId fonts_;
    BufferId vertices_, indices_, uniforms_;
    std::size_t vertexRoom_ = 0, indexRoom_ = 0;
    std::uint32_t drawCalls_ = 0;
};

}  // namespace dex
