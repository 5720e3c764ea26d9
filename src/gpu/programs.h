#pragma once

#include <array>
#include <string>
#include <string_view>

#include "gpu/device.h"

namespace dex {

enum class Program : std::uint8_t {
#define DEX_PROGRAM(name, ...) name,
#include "gpu/programs.def"
#undef DEX_PROGRAM
    kCount
};
inline constexpr auto kProgramCount = static_cast<std::size_t>(Program::kCount);

// Its shaders, layout and names; all that is in it lives as long as the program runs.
ProgramDesc programDesc(Program program);

// Slots of uniform blocks, in all programs of the map.
inline constexpr int kFrameSlot = 0;
inline constexpr int kTileSlot = 1;
inline constexpr int kStrokeSlot = 2;

// The GPU programs of a map, made when they are first asked for.
class Programs {
public:
    explicit Programs(Device& device) : device_(device) {}

    // Makes those without which there is no map; false where the GPU refuses one, and log() says why.
    bool prepare();
    // Made when it is first asked for; none where the GPU refuses it.
    ProgramId operator[](Program program);
    const std::string& log() const { return log_; }

    // Renderer::replaceShader.
    std::string replace(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader);

    void drop();

private:
    Device& device_;
    std::array<ProgramId, kProgramCount> made_;
    std::string log_;
};

// The layouts in which vertices are handed in. A piece of a border or outline is handed in four times, once a corner.
struct AreaVertex {
    std::uint16_t x = 0, y = 0;  // Cells.
    std::uint32_t area = 0;
};
struct BorderPiece {
    std::uint16_t fromX = 0, fromY = 0, toX = 0, toY = 0;  // Cells.
    friend bool operator==(const BorderPiece&, const BorderPiece&) = default;
};
struct OutlinePiece {
    float fromX = 0, fromY = 0, toX = 0, toY = 0;  // Device px from the lower left corner.
    float halfWidthPx = 0, unused = 0;
    Rgba8 ink;
};
struct LabelVertex {
    float x = 0, y = 0;  // Device px from the lower left corner.
    std::uint16_t u = 0, v = 0;
    Rgba8 ink;
};
struct PanelVertex {     // As Dear ImGui leaves it.
    float x = 0, y = 0;  // Device px from the top left corner.
    float u = 0, v = 0;  // 0–1 across the glyph picture.
    Rgba8 ink;
};
static_assert(sizeof(AreaVertex) == 8 && sizeof(BorderPiece) == 8 && sizeof(OutlinePiece) == 28 &&
              sizeof(LabelVertex) == 16 && sizeof(PanelVertex) == 20);

}  // namespace dex
