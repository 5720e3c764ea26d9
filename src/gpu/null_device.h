#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gpu/device.h"

namespace dex {

// A device without a GPU, for tests: every call is checked and counted, nothing is drawn. Targets read as zeros.
class NullDevice final : public Device {
public:
    // Mistakes found so far, one an entry: an unknown id, a range beyond its end, a call outside a pass.
    const std::vector<std::string>& faults() const { return faults_; }

    struct Counts {
        std::uint32_t passes = 0, drawCalls = 0, copies = 0;
        std::uint32_t uploads = 0;  // makeBuffer and makeTexture with content, writeBuffer, writeTexture.
        std::uint64_t uploadedBytes = 0;
        std::uint32_t liveBuffers = 0, liveTextures = 0, livePrograms = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };
    const Counts& counts() const { return counts_; }

    // Labels of the programs drawn with, in order, since the last call.
    std::vector<std::string> takeDraws();

    // The next makeProgram fails with this log.
    void failNextProgram(std::string log) { programFailure_ = std::move(log); }

    BufferId makeBuffer(const BufferDesc& desc) override;
    void writeBuffer(BufferId buffer, std::size_t offset, ByteSpan content) override;
    void drop(BufferId buffer) override;
    TextureId makeTexture(const TextureDesc& desc) override;
    void writeTexture(TextureId texture, int x, int y, int width, int height, ByteSpan content) override;
    void drop(TextureId texture) override;
    ProgramId makeProgram(const ProgramDesc& desc, std::string& log) override;
    void drop(ProgramId program) override;
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

private:
    struct Buffer {
        std::size_t size = 0;
        BufferKind kind = BufferKind::Vertices;
        bool live = false;
    };
    struct Texture {
        int width = 0, height = 0;
        TextureFormat format = TextureFormat::Rgba8;
        bool target = false;
        int samples = 1;
        bool live = false;
    };
    struct Program {
        std::string label;
        VertexLayout layout;
        bool textures[kMaxTextures] = {}, blocks[kMaxUniformBlocks] = {};
        bool live = false;
    };

    void fault(std::string_view what, std::string_view label = {});
    const Buffer* find(BufferId buffer);
    const Texture* find(TextureId texture);
    void checkDraw();

    std::vector<std::string> faults_;
    std::vector<std::string> draws_;
    std::string programFailure_;
    Counts counts_;
    std::vector<Buffer> buffers_;  // Id − 1 is the index.
    std::vector<Texture> textures_;
    std::vector<Program> programs_;
    bool inPass_ = false;
    PassDesc pass_;
    ProgramId program_;
    BufferId vertices_;
    std::size_t vertexOffset_ = 0;
    BufferId indices_;
    IndexFormat indexFormat_ = IndexFormat::U16;
    TextureId used_[kMaxTextures];
    BufferId blocks_[kMaxUniformBlocks];
    bool drawn_ = false;
};

}  // namespace dex
