#include "gpu/null_device.h"

#include <utility>

namespace dex {
namespace {

constexpr int kMaxTextureSize = 8192;

int texelBytes(TextureFormat format) { return format == TextureFormat::Rgba8 ? 4 : 1; }

}  // namespace

// A fault is noted and most calls go on, so that one mistake does not hide the next.
void NullDevice::fault(std::string_view what, std::string_view label) {
    std::string entry(what);
    if (!label.empty()) entry.append(": ").append(label);
    faults_.push_back(std::move(entry));
}

// No id is given twice: what has been dropped is found out whenever it is used again.
const NullDevice::Buffer* NullDevice::find(BufferId buffer) {
    if (buffer.id == 0 || buffer.id > buffers_.size() || !buffers_[buffer.id - 1].live) return nullptr;
    return &buffers_[buffer.id - 1];
}

const NullDevice::Texture* NullDevice::find(TextureId texture) {
    if (texture.id == 0 || texture.id > textures_.size() || !textures_[texture.id - 1].live) return nullptr;
    return &textures_[texture.id - 1];
}

std::vector<std::string> NullDevice::takeDraws() { return std::exchange(draws_, {}); }

BufferId NullDevice::makeBuffer(const BufferDesc& desc) {
    if (inPass_) fault("makeBuffer inside a pass", desc.label);
    const std::size_t size = desc.size != 0 ? desc.size : desc.content.size();
    if (size == 0) fault("makeBuffer without a size", desc.label);
    if (desc.content.size() > size) fault("makeBuffer with more content than room", desc.label);
    if (!desc.content.empty()) {
        ++counts_.uploads;
        counts_.uploadedBytes += desc.content.size();
    }
    buffers_.push_back({size, desc.kind, true});
    ++counts_.liveBuffers;
    return {static_cast<std::uint32_t>(buffers_.size())};
}

void NullDevice::writeBuffer(BufferId buffer, std::size_t offset, ByteSpan content) {
    if (inPass_) fault("writeBuffer inside a pass");
    const Buffer* found = find(buffer);
    if (!found) return fault("writeBuffer to no buffer");
    if (offset + content.size() > found->size) fault("writeBuffer beyond the end");
    ++counts_.uploads;
    counts_.uploadedBytes += content.size();
}

void NullDevice::drop(BufferId buffer) {
    if (!find(buffer)) return fault("drop of no buffer");
    buffers_[buffer.id - 1].live = false;
    --counts_.liveBuffers;
}

TextureId NullDevice::makeTexture(const TextureDesc& desc) {
    if (inPass_) fault("makeTexture inside a pass", desc.label);
    if (desc.width < 1 || desc.height < 1 || desc.width > kMaxTextureSize || desc.height > kMaxTextureSize) {
        fault("makeTexture of an impossible size", desc.label);
    }
    const auto bytes = static_cast<std::size_t>(desc.width) * static_cast<std::size_t>(desc.height) *
                       static_cast<std::size_t>(texelBytes(desc.format));
    if (!desc.content.empty()) {
        if (desc.content.size() != bytes) fault("makeTexture with content of another size", desc.label);
        ++counts_.uploads;
        counts_.uploadedBytes += desc.content.size();
    }
    if (desc.smooth && desc.format == TextureFormat::R8Ui) fault("makeTexture of smooth integers", desc.label);
    if ((desc.target || desc.samples > 1) && desc.format != TextureFormat::Rgba8)
        fault("makeTexture as such a target", desc.label);
    textures_.push_back({desc.width, desc.height, desc.format, desc.target, desc.samples, true});
    ++counts_.liveTextures;
    return {static_cast<std::uint32_t>(textures_.size())};
}

void NullDevice::writeTexture(TextureId texture, int x, int y, int width, int height, ByteSpan content) {
    if (inPass_) fault("writeTexture inside a pass");
    const Texture* found = find(texture);
    if (!found) return fault("writeTexture to no texture");
    if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > found->width || y + height > found->height) {
        fault("writeTexture beyond the edge");
    }
    if (content.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                              static_cast<std::size_t>(texelBytes(found->format))) {
        fault("writeTexture with content of another size");
    }
    ++counts_.uploads;
    counts_.uploadedBytes += content.size();
}

void NullDevice::drop(TextureId texture) {
    if (!find(texture)) return fault("drop of no texture");
    textures_[texture.id - 1].live = false;
    --counts_.liveTextures;
}

ProgramId NullDevice::makeProgram(const ProgramDesc& desc, std::string& log) {
    // One failure only: the attempt after it works, as with a shader that has been mended.
    log = std::exchange(programFailure_, {});
    if (!log.empty()) return {};
    Program program;
    program.label = desc.label;
    program.layout = desc.layout;
    for (int slot = 0; slot < kMaxTextures; ++slot) program.textures[slot] = desc.textures[slot] != nullptr;
    for (int slot = 0; slot < kMaxUniformBlocks; ++slot) program.blocks[slot] = desc.uniformBlocks[slot] != nullptr;
    program.live = true;
    programs_.push_back(std::move(program));
    ++counts_.livePrograms;
    return {static_cast<std::uint32_t>(programs_.size())};
}

void NullDevice::drop(ProgramId program) {
    if (program.id == 0 || program.id > programs_.size() || !programs_[program.id - 1].live)
        return fault("drop of no program");
    programs_[program.id - 1].live = false;
    --counts_.livePrograms;
}

void NullDevice::beginPass(const PassDesc& desc) {
    if (inPass_) fault("beginPass inside a pass");
    if (desc.target) {
        const Texture* target = find(desc.target);
        if (!target || !target->target)
            fault("beginPass into no target");
        else if (target->width != desc.width || target->height != desc.height)
            fault("beginPass of another size");
    }
    if (desc.sampled) {
        const Texture* target = find(desc.target);
        if (!target || target->samples < 2) fault("beginPass with samples that the target has not");
        if (!desc.clear) fault("beginPass with samples and without a colour");
    }
    // Every pass starts with nothing in use, so that what one pass forgot cannot be hidden by the one before it.
    inPass_ = true;
    pass_ = desc;
    program_ = {};
    indices_ = {};
    drawn_ = false;
    vertices_ = {};
    for (auto& texture : used_) texture = {};
    for (auto& block : blocks_) block = {};
    ++counts_.passes;
}

void NullDevice::use(ProgramId program) {
    if (!inPass_) fault("use outside a pass");
    if (program.id == 0 || program.id > programs_.size() || !programs_[program.id - 1].live)
        return fault("use of no program");
    program_ = program;
}

void NullDevice::useVertices(BufferId buffer, std::size_t offset) {
    if (!inPass_) fault("useVertices outside a pass");
    const Buffer* found = find(buffer);
    if (!found || found->kind != BufferKind::Vertices) return fault("useVertices of no vertex buffer");
    if (!program_) fault("useVertices without a program");
    vertices_ = buffer;
    vertexOffset_ = offset;
}

void NullDevice::useIndices(BufferId buffer, IndexFormat format) {
    if (!inPass_) fault("useIndices outside a pass");
    const Buffer* found = find(buffer);
    if (!found || found->kind != BufferKind::Indices) return fault("useIndices of no index buffer");
    indices_ = buffer;
    indexFormat_ = format;
}

void NullDevice::useTexture(int slot, TextureId texture) {
    if (!inPass_) fault("useTexture outside a pass");
    if (!find(texture)) return fault("useTexture of no texture");
    // In WebGL a draw that reads what it draws into is an error.
    if (texture == pass_.target) fault("useTexture of what is drawn into");
    if (slot < 0 || slot >= kMaxTextures) return fault("useTexture of no slot");
    used_[slot] = texture;
}

void NullDevice::useUniforms(int slot, BufferId buffer, std::size_t offset, std::size_t size) {
    if (!inPass_) fault("useUniforms outside a pass");
    const Buffer* found = find(buffer);
    if (!found || found->kind != BufferKind::Uniforms) return fault("useUniforms of no uniform buffer");
    if (offset + size > found->size) fault("useUniforms beyond the end");
    // The largest alignment that a card may ask for (gpu/blocks.h, kBlockStep).
    if (offset % 256 != 0) fault("useUniforms at an offset that is no multiple of 256");
    if (slot < 0 || slot >= kMaxUniformBlocks) return fault("useUniforms of no slot");
    blocks_[slot] = buffer;
}

void NullDevice::setBlend(Blend) {
    if (!inPass_) fault("setBlend outside a pass");
}

void NullDevice::setScissor(std::optional<DeviceRect> rect) {
    if (!inPass_) fault("setScissor outside a pass");
    if (rect && (rect->width < 0 || rect->height < 0)) fault("setScissor of a negative size");
}

void NullDevice::checkDraw() {
    if (!inPass_) return fault("draw outside a pass");
    if (!program_) return fault("draw without a program");
    const Program& program = programs_[program_.id - 1];
    if (!find(vertices_)) fault("draw without vertices", program.label);
    for (int slot = 0; slot < kMaxTextures; ++slot) {
        if (program.textures[slot] && !find(used_[slot])) fault("draw without a texture", program.label);
    }
    for (int slot = 0; slot < kMaxUniformBlocks; ++slot) {
        if (program.blocks[slot] && !find(blocks_[slot])) fault("draw without uniforms", program.label);
    }
    drawn_ = true;
    ++counts_.drawCalls;
    draws_.push_back(program.label);
}

// Which vertices the indices name is known to the GPU alone.
void NullDevice::drawIndexed(std::uint32_t firstIndex, std::uint32_t count) {
    const Buffer* indices = find(indices_);
    const std::size_t bytes = indexFormat_ == IndexFormat::U16 ? 2 : 4;
    if (!indices)
        fault("draw without indices");
    else if ((std::size_t{firstIndex} + count) * bytes > indices->size)
        fault("draw beyond the indices");
    checkDraw();
}

void NullDevice::drawQuads(std::uint32_t count) {
    const Buffer* buffer = find(vertices_);
    if (buffer && program_ &&
        vertexOffset_ + std::size_t{count} * 4 * programs_[program_.id - 1].layout.stride > buffer->size) {
        fault("draw beyond the vertices", programs_[program_.id - 1].label);
    }
    checkDraw();
}

void NullDevice::copy(TextureId from) {
    if (!inPass_) fault("copy outside a pass");
    // It would cover what has been drawn.
    if (drawn_) fault("copy after a draw");
    // OpenGL ES copies from samples and never into them.
    if (pass_.sampled) fault("copy into samples");
    if (!pass_.target && !pass_.clear) fault("copy onto a screen that was not cleared");
    const Texture* found = find(from);
    if (!found || !found->target) return fault("copy of no target");
    if (found->width != pass_.width || found->height != pass_.height) fault("copy of another size");
    ++counts_.copies;
}

void NullDevice::endPass() {
    if (!inPass_) fault("endPass outside a pass");
    inPass_ = false;
}

void NullDevice::read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) {
    if (from && !find(from)) fault("read of no texture");
    if (rgba.size() != static_cast<std::size_t>(rect.width) * static_cast<std::size_t>(rect.height) * 4)
        fault("read into another size");
    for (auto& byte : rgba) byte = std::byte{0};
}

}  // namespace dex
