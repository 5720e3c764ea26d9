#pragma once

#include <vector>

#include "gpu/device.h"
#include "gpu/software_programs.h"

namespace dex {

// The device that draws on the processor, by itself and with the same bits on every machine and as wasm. It runs no
// shaders but its own versions of our programs (gpu/software_programs.h), picked by ProgramDesc::program, and can do what
// these do: samples are four whatever was asked for, and in a pass with samples all is opaque, also the colour it begins with.
//
// The screen is as large as the last pass onto it. What is drawn onto it is kept as a list of steps, from a pass with a colour to
// clear with on, until somebody looks at it: then they are drawn where they differ from the picture before. Once a frame
// has been drawn, drawing the like of it allocates nothing.
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
    bool enlarges() const override { return true; }
    void enlarge(TextureId from, int times) override;
    void endPass() override;
    void read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) override;

    // From now on only what differs from the picture before is drawn on the screen. First pictures do without: each is
    // another all over, and what compares two of them can come later.
    void drawChangesAlone() { isSparing_ = true; }
    // RGBA of the screen, rows from the top, until the next pass onto it.
    ByteSpan screen();
    // A box around all that has changed on it since this was last asked; empty where nothing has.
    Clip takeChanged();

private:
    // A clear, a copy or a draw: all that it needs.
    struct Step {
        std::optional<Rgba8> clear;
        TextureId copied;
        int times = 1;  // copied is enlarged.
        Program program{};
        Clip clip;
        Blend blend = Blend::None;
        BufferId vertices, indices;
        std::size_t vertexOffset = 0;
        IndexFormat indexFormat = IndexFormat::U16;
        std::uint32_t firstIndex = 0, count = 0;
        bool isOfQuads = false;
        TextureId texture;
        struct Block {
            BufferId buffer;
            std::size_t offset = 0, size = 0;
        } blocks[kMaxUniformBlocks];
    };

    Canvas& canvas(TextureId target) { return target ? textures_[target.id - 1].canvas : screen_; }
    void take(const Step& step);
    void keep(const Step& step);
    template <typename Each>
    void forResources(const Step& step, Each&& each);
    SoftwareDraw callOf(const Step& step, Canvas& onto);
    void run(const Step& step, Canvas& onto, const Clip& part);
    std::span<const Clip> changedParts();
    void addToCells(const Step& step);
    void forgetSteps();
    void drawSteps();
    void drawKeptSteps();

    std::vector<SoftwareBuffer> buffers_;  // Id − 1 is the index.
    std::vector<SoftwareTexture> textures_;
    Canvas screen_;
    SoftwareFill fill_;

    PassDesc pass_;
    Step use_;             // What is in use.
    bool isKept_ = false;  // This pass is: its steps are drawn later.

    std::vector<Step> steps_;
    bool isSparing_ = false;
    ScreenCells cells_;
    std::uint64_t unlike_ = 0;  // Counts what is taken to differ from all before.
    Clip changed_;
};

}  // namespace dex
