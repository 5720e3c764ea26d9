#pragma once

#include <vector>

#include "gpu/device.h"
#include "gpu/software_programs.h"

namespace dex {

// The device that draws on the processor, by itself and with the same bits on every machine and as wasm. It runs no
// shaders but its own versions of our programs (gpu/software_programs.h), picked by ProgramDesc::program, and can do what
// these do: samples are four whatever was asked for, and in a pass with samples all is opaque, also the colour it begins with.
//
// The screen is as large as the last pass onto it. Once a frame has been drawn, drawing the like of it allocates nothing.
class SoftwareDevice final : public Device {
public:
    BufferId makeBuffer(const BufferDesc& desc) override;
    void writeBuffer(BufferId buffer, std::size_t offset, ByteSpan content) override;
    void drop(BufferId buffer) override;
    TextureId makeTexture(const TextureDesc& desc) override;
    void writeTexture(TextureId texture, int x, int y, int width, int height, ByteSpan content) override;
    void drop(TextureId texture) override;
    ProgramId makeProgram(const ProgramDesc& desc, std::string& log) override;
    void drop(ProgramId) override {}
    void beginPass(const PassDesc& desc) override;
    void use(ProgramId program) override;
    void useVertices(BufferId buffer, std::size_t offset) override;
    void useIndices(BufferId buffer, IndexFormat format) override;
    void useTexture(int slot, TextureId texture) override;
    void useUniforms(int slot, BufferId buffer, std::size_t offset, std::size_t size) override;
    void setBlend(Blend blend) override;
    void setScissor(std::optional<DeviceRect> rect) override;
    void drawIndexed(std::uint32_t firstIndex, std::uint32_t count) override;
    void drawQuads(std::uint32_t count) override;
    void copy(TextureId from) override;
    void endPass() override;
    void read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) override;

    // RGBA of the screen, rows from the top, until the next pass onto it.
    ByteSpan screen() const { return screen_.bytes(); }

private:
    Canvas& canvas(TextureId target) { return target ? textures_[target.id - 1].canvas : screen_; }
    SoftwareDraw call();

    std::vector<SoftwareBuffer> buffers_;  // Id − 1 is the index.
    std::vector<SoftwareTexture> textures_;
    Canvas screen_;
    SoftwareFill fill_;

    PassDesc pass_;
    Clip clip_;
    Program program_{};
    Blend blend_ = Blend::None;
    BufferId vertices_, indices_;
    std::size_t vertexOffset_ = 0;
    IndexFormat indexFormat_ = IndexFormat::U16;
    TextureId texture_;
    ByteSpan blocks_[kMaxUniformBlocks];
};

}  // namespace dex
