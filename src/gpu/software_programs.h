#pragma once

#include <cstring>

#include "gpu/programs.h"
#include "gpu/screen_cells.h"
#include "gpu/software_canvas.h"
#include "gpu/software_outline.h"

namespace dex {

struct SoftwareBuffer {
    Bytes bytes;
    std::vector<std::uint32_t> ringEnds;  // BufferDesc::ringEnds
    bool isAwaited = false;               // By a step of the screen's picture that is not drawn yet.
};

struct SoftwareTexture {
    TextureFormat format = TextureFormat::Rgba8;
    int width = 0, height = 0;
    bool smooth = false;
    Bytes texels;               // R8 and R8Ui: rows from the first.
    Canvas canvas;              // Rgba8.
    std::uint32_t version = 0;  // Of what is in it.
    bool isAwaited = false;
};

// What filling needs besides; kept from draw to draw, so that none takes memory.
struct SoftwareFill {
    OutlineFill fill;
    std::vector<Place> places;
};

// One draw call: what is in use, and where it goes.
struct SoftwareDraw {
    Canvas& canvas;
    SoftwareFill& kept;
    Clip clip;
    Blend blend = Blend::None;
    ByteSpan vertices = {};  // From the first that is in use.
    std::span<const std::uint32_t> ringEnds = {};
    ByteSpan indices = {};  // Three a triangle; empty for quads.
    IndexFormat indexFormat = IndexFormat::U16;
    std::uint32_t count = 0;  // Indices, or quads.
    ByteSpan blocks[kMaxUniformBlocks] = {};
    const SoftwareTexture* texture = nullptr;

    template <typename Vertex>
    Vertex vertex(std::size_t i) const {
        Vertex read;
        std::memcpy(&read, vertices.data() + i * sizeof(Vertex), sizeof read);
        return read;
    }
    template <typename Block>
    Block block(int slot) const {
        Block read;
        std::memcpy(&read, blocks[slot].data(), sizeof read);
        return read;
    }
};

// Draws as the program's shaders do, without them.
void draw(Program program, const SoftwareDraw& call);

// Adds to the cells what draw() would draw, piece by piece; `state` stands for all that its pieces have in common. False, and
// nothing is added, where going through the pieces would cost as much as drawing them: the map's own.
bool addPieces(Program program, const SoftwareDraw& call, std::uint64_t state, ScreenCells& cells);

}  // namespace dex
