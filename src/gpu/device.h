#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace dex {

// The few things that we ask of a GPU. Resources are opaque ids, 0 is none; a description says all of a resource and has
// a label for messages. Drawing is: beginPass, use…, draw, endPass; what was used stays used until the pass ends.
// A wrong id, range or order is our mistake: the null device (gpu/null_device.h) finds it in tests.
template <typename Tag>
struct GpuId {
    std::uint32_t id = 0;
    explicit operator bool() const { return id != 0; }
    friend bool operator==(GpuId, GpuId) = default;
};
using BufferId = GpuId<struct BufferTag>;
using TextureId = GpuId<struct TextureTag>;
using ProgramId = GpuId<struct ProgramTag>;

enum class BufferKind : std::uint8_t { Vertices, Indices, Uniforms };

struct BufferDesc {
    const char* label = "";
    BufferKind kind = BufferKind::Vertices;
    std::size_t size = 0;   // 0: as large as `content`.
    ByteSpan content;       // May be empty: filled later.
    bool changing = false;  // Written again again and again.
    // For a device that runs no shaders: where each ring of the vertices of areas ends. The rings of one area follow each other.
    std::span<const std::uint32_t> ringEnds = {};
};

enum class TextureFormat : std::uint8_t { R8, R8Ui, Rgba8 };

struct TextureDesc {
    const char* label = "";
    TextureFormat format = TextureFormat::Rgba8;
    int width = 0;
    int height = 0;
    ByteSpan content;     // Rows from the first, without padding; empty: undefined.
    bool smooth = false;  // Linear between texels; never for R8Ui.
    bool target = false;  // Can be drawn into (Rgba8 only).
    int samples = 1;      // Above 1: passes may draw with that many samples a pixel.
};

// One attribute of a vertex, at its location in the shader.
enum class AttributeFormat : std::uint8_t { Float2, UShort2, UByte4Unorm, UInt };  // UShort2: two floats 0–65535.
struct Attribute {
    std::uint8_t location = 0;
    AttributeFormat format = AttributeFormat::Float2;
    std::uint16_t offset = 0;
};
struct VertexLayout {
    std::span<const Attribute> attributes;  // Outlives the program.
    std::uint16_t stride = 0;
};

inline constexpr int kMaxTextures = 1;
inline constexpr int kMaxUniformBlocks = 3;
enum class Program : std::uint8_t;  // gpu/programs.h
struct ProgramDesc {
    const char* label = "";
    std::string_view vertexShader;  // `#version 300 es`.
    std::string_view fragmentShader;
    VertexLayout layout;
    const char* textures[kMaxTextures] = {nullptr};  // Samplers' names, by slot.
    const char* uniformBlocks[kMaxUniformBlocks] = {nullptr, nullptr, nullptr};
    Program program{};  // For a device that runs no shaders.
};

enum class Blend : std::uint8_t { None, Over };  // Over: colours are not premultiplied.
enum class IndexFormat : std::uint8_t { U16, U32 };

// Device pixels from the lower left corner.
struct DeviceRect {
    int x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const DeviceRect&, const DeviceRect&) = default;
};

struct Rgba8 {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Rgba8&, const Rgba8&) = default;
};

struct PassDesc {
    TextureId target;  // None: the screen.
    int width = 0,
        height = 0;  // Of what is drawn into, device px; less than all of a target only where enlarges() is true.
    std::optional<Rgba8> clear;  // Absent: what was there stays; never with samples.
    bool sampled = false;        // With the samples of the target, which are resolved when the pass ends.
};

class Device {
public:
    virtual ~Device() = default;

    virtual BufferId makeBuffer(const BufferDesc& desc) = 0;
    virtual void writeBuffer(BufferId buffer, std::size_t offset, ByteSpan content) = 0;
    virtual void drop(BufferId buffer) = 0;

    virtual TextureId makeTexture(const TextureDesc& desc) = 0;
    virtual void writeTexture(TextureId texture, int x, int y, int width, int height, ByteSpan content) = 0;
    virtual void drop(TextureId texture) = 0;

    // None where a shader does not compile or link; `log` then says why.
    virtual ProgramId makeProgram(const ProgramDesc& desc, std::string& log) = 0;
    virtual void drop(ProgramId program) = 0;

    virtual void beginPass(const PassDesc& desc) = 0;
    virtual void use(ProgramId program) = 0;
    virtual void useVertices(BufferId buffer, std::size_t offset) = 0;  // After use(program).
    virtual void useIndices(BufferId buffer, IndexFormat format) = 0;
    virtual void useTexture(int slot, TextureId texture) = 0;
    virtual void useUniforms(int slot, BufferId buffer, std::size_t offset, std::size_t size) = 0;
    virtual void setBlend(Blend blend) = 0;
    virtual void setScissor(std::optional<DeviceRect> rect) = 0;
    virtual void drawIndexed(std::uint32_t firstIndex, std::uint32_t count) = 0;
    // `count` times four vertices, each four being two triangles: their corners 0 1 2 and 2 1 3. A shader knows the
    // corner by gl_VertexID mod 4. Never instances of four vertices: a GPU in software takes each for a call of its own.
    virtual void drawQuads(std::uint32_t count) = 0;
    // Copies a target of the pass's own size onto what the pass draws into; before any draw of the pass. A pass onto the
    // screen has a colour then: Chromium empties a canvas that it has shown at the next clear or draw, but not at a copy,
    // which that would wipe out.
    virtual void copy(TextureId from) = 0;
    // True where drawing is paid for by the pixel: a pass may draw into the lower left part of a target as large as the
    // screen, and enlarge() fills the scissor with that part, each pixel `times` times along both sides. What is left of a
    // pixel at the right and lower edges is cut off.
    virtual bool enlarges() const { return false; }
    virtual void enlarge(TextureId, int /*times*/) {}
    virtual void endPass() = 0;

    // RGBA of a target, or of the screen (none), rows from the top. For tests and pictures.
    virtual void read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) = 0;
};

}  // namespace dex
