#include "gpu/panel_painter.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <imgui.h>

#include "gpu/blocks.h"
#include "gpu/programs.h"

namespace dex {
namespace {

// Dear ImGui's vertices go to the GPU as they are.
static_assert(sizeof(ImDrawVert) == sizeof(PanelVertex) && offsetof(ImDrawVert, pos) == offsetof(PanelVertex, x) &&
              offsetof(ImDrawVert, uv) == offsetof(PanelVertex, u) &&
              offsetof(ImDrawVert, col) == offsetof(PanelVertex, ink));

// Room for what is drawn now and some more, in steps of a power of two.
std::size_t roomFor(std::size_t bytes) {
    std::size_t room = 4096;
    while (room < bytes) room *= 2;
    return room;
}

}  // namespace

PanelPainter::~PanelPainter() {
    if (program_) device_.drop(program_);
    if (glyphs_) device_.drop(glyphs_);
    for (const BufferId buffer : {vertices_, indices_, uniforms_}) {
        if (buffer) device_.drop(buffer);
    }
}

void PanelPainter::setGlyphs(std::span<const std::byte> alpha, int width, int height) {
    if (glyphs_) device_.drop(glyphs_);
    TextureDesc desc{"panel glyphs", TextureFormat::R8, width, height, alpha};
    desc.smooth = true;
    glyphs_ = device_.makeTexture(desc);
}

bool PanelPainter::prepare() {
    if (!program_) {
        std::string log;
        program_ = device_.makeProgram(programDesc(Program::Panels), log);
    }
    if (!uniforms_) uniforms_ = device_.makeBuffer({"panels", BufferKind::Uniforms, sizeof(PanelBlock), {}, true});
    return static_cast<bool>(program_);
}

// All lists in one vertex and one index buffer, in order.
void PanelPainter::upload(const ImDrawData& data) {
    const auto vertexBytes = static_cast<std::size_t>(data.TotalVtxCount) * sizeof(ImDrawVert);
    const auto indexBytes = static_cast<std::size_t>(data.TotalIdxCount) * sizeof(ImDrawIdx);
    // Larger buffers take the place of these, and are kept when less is drawn.
    if (vertexBytes > vertexRoom_) {
        if (vertices_) device_.drop(vertices_);
        vertexRoom_ = roomFor(vertexBytes);
        vertices_ = device_.makeBuffer({"panels", BufferKind::Vertices, vertexRoom_, {}, true});
    }
    if (indexBytes > indexRoom_) {
        if (indices_) device_.drop(indices_);
        indexRoom_ = roomFor(indexBytes);
        indices_ = device_.makeBuffer({"panels", BufferKind::Indices, indexRoom_, {}, true});
    }
    std::size_t vertexAt = 0, indexAt = 0;
    for (const ImDrawList* list : data.CmdLists) {
        const auto vertices =
            std::as_bytes(std::span(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.Size)));
        const auto indices =
            std::as_bytes(std::span(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.Size)));
        if (!vertices.empty()) device_.writeBuffer(vertices_, vertexAt, vertices);
        if (!indices.empty()) device_.writeBuffer(indices_, indexAt, indices);
        vertexAt += vertices.size();
        indexAt += indices.size();
    }
    const PanelBlock block{{2 / data.DisplaySize.x, 2 / data.DisplaySize.y}, {data.DisplayPos.x, data.DisplayPos.y}};
    device_.writeBuffer(uniforms_, 0, std::as_bytes(std::span(&block, 1)));
}

void PanelPainter::draw(const ImDrawData& data, TextureId target) {
    drawCalls_ = 0;
    // No glyphs, no panels: plain shapes need their white texel, too.
    if (data.TotalIdxCount == 0 || !glyphs_ || !prepare()) return;
    const float ratio = data.FramebufferScale.x;
    const int width = static_cast<int>(std::lround(data.DisplaySize.x * ratio));
    const int height = static_cast<int>(std::lround(data.DisplaySize.y * ratio));
    if (width < 1 || height < 1) return;
    upload(data);

    // Without a colour to clear with: the map is there already.
    device_.beginPass({target, width, height, std::nullopt});
    device_.setBlend(Blend::Over);
    device_.use(program_);
    device_.useUniforms(0, uniforms_, 0, sizeof(PanelBlock));
    device_.useTexture(0, glyphs_);
    device_.useIndices(indices_, sizeof(ImDrawIdx) == 2 ? IndexFormat::U16 : IndexFormat::U32);
    std::size_t vertexAt = 0;
    std::uint32_t indexAt = 0;
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const auto within = [](float value, int max) {
                return std::clamp(static_cast<int>(std::lround(value)), 0, max);
            };
            const int left = within((command.ClipRect.x - data.DisplayPos.x) * ratio, width);
            const int right = within((command.ClipRect.z - data.DisplayPos.x) * ratio, width);
            const int top = within((command.ClipRect.y - data.DisplayPos.y) * ratio, height);
            const int bottom = within((command.ClipRect.w - data.DisplayPos.y) * ratio, height);
            // Clipped away whole, as a row that was scrolled out of its window.
            if (right <= left || bottom <= top || command.ElemCount == 0) continue;
            // Dear ImGui counts rows from the top, the device from the bottom.
            device_.setScissor(DeviceRect{left, height - bottom, right - left, bottom - top});
            // A list with more vertices than 16 bits can number goes on from an offset.
            device_.useVertices(vertices_, vertexAt + command.VtxOffset * sizeof(ImDrawVert));
            device_.drawIndexed(indexAt + command.IdxOffset, command.ElemCount);
            ++drawCalls_;
        }
        vertexAt += static_cast<std::size_t>(list->VtxBuffer.Size) * sizeof(ImDrawVert);
        indexAt += static_cast<std::uint32_t>(list->IdxBuffer.Size);
    }
    device_.endPass();
}

}  // namespace dex
