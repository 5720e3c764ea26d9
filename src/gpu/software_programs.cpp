#include "gpu/software_programs.h"

#include <array>
#include <bit>

#include "archive/atlas.h"
#include "gpu/blocks.h"
#include "gpu/hatch_lines.h"
#include "gpu/software_stroke.h"
#include "gpu/software_textured.h"
#include "look/tokens.h"
#include "map/scene.h"

namespace dex {
namespace {

Pixel opaque(float red, float green, float blue) {
    const auto channel = [](float value) { return static_cast<std::uint32_t>(value * 255 + 0.5f); };
    return channel(red) | channel(green) << 8 | channel(blue) << 16 | kOpaque;
}

std::uint32_t weightOf(float alpha) { return static_cast<std::uint32_t>(alpha * static_cast<float>(kWhole) + 0.5f); }

// Calls each(first, second, third) with the vertices of one triangle after another. A number that no vertex has draws
// nothing.
template <typename Vertex, typename Each>
void forTriangles(const SoftwareDraw& call, Each&& each) {
    const std::size_t vertexCount = call.vertices.size() / sizeof(Vertex);
    const auto index = [&](std::size_t i) -> std::size_t {
        if (call.indexFormat == IndexFormat::U16) {
            std::uint16_t narrow;
            std::memcpy(&narrow, call.indices.data() + i * sizeof narrow, sizeof narrow);
            return narrow;
        }
        std::uint32_t wide;
        std::memcpy(&wide, call.indices.data() + i * sizeof wide, sizeof wide);
        return wide;
    };
    const auto triangle = [&](std::size_t a, std::size_t b, std::size_t c) {
        if (a >= vertexCount || b >= vertexCount || c >= vertexCount) return;
        each(call.vertex<Vertex>(a), call.vertex<Vertex>(b), call.vertex<Vertex>(c));
    };
    if (!call.indices.empty()) {
        for (std::size_t i = 0; i + 2 < call.count; i += 3) triangle(index(i), index(i + 1), index(i + 2));
        return;
    }
    // Device::drawQuads() says which corners make the two triangles.
    for (std::size_t corner = 0; corner < std::size_t{call.count} * 4; corner += 4) {
        triangle(corner, corner + 1, corner + 2);
        triangle(corner + 2, corner + 1, corner + 3);
    }
}

// shaders/common/tile.glsl; y runs down here.
class Placing {
public:
    Placing(const TileBlock& tile, int canvasHeight) : tile_(tile), height_(static_cast<float>(canvasHeight)) {}
    float x(std::uint16_t cell) const {
        return (static_cast<float>(cell) - tile_.originCell.x) * tile_.pxPerCell.x + tile_.originPx.x;
    }
    float y(std::uint16_t cell) const {
        return height_ - ((static_cast<float>(cell) - tile_.originCell.y) * tile_.pxPerCell.y + tile_.originPx.y);
    }
    Place place(const AreaVertex& vertex) const { return {snapped(x(vertex.x)), snapped(y(vertex.y))}; }

private:
    TileBlock tile_;
    float height_;
};

// shaders/common/area.glsl: by the state of an area, what the frame makes of it.
constexpr int kStates = 256;
std::uint8_t stateOf(const SoftwareTexture& classes, std::uint32_t area) {
    const std::uint32_t texel = area + 1;  // The outside is the largest number, which wraps to 0.
    return texel < classes.texels.size() ? std::to_integer<std::uint8_t>(classes.texels[texel]) : std::uint8_t{0};
}
float towardsPaper(const FrameBlock& frame, int state) {
    // Faded and dimmed at once, an area is as pale as the stronger of the two makes it.
    return std::max((state & kFadedFlag) != 0 ? frame.fade : 0, (state & kDimmedFlag) != 0 ? frame.dim : 0);
}

// Calls each(area, rings) with the outline of one area after another, placed; until the next.
template <typename Each>
void forAreas(const SoftwareDraw& call, Each&& each) {
    const Placing placing(call.block<TileBlock>(kTileSlot), call.canvas.height());
    std::vector<Place>& places = call.kept.places;
    const auto ends = call.ringEnds;
    for (std::size_t first = 0, end = 0; first < ends.size(); first = end) {
        const std::uint32_t before = first > 0 ? ends[first - 1] : 0;
        const std::uint32_t area = call.vertex<AreaVertex>(before).area;
        places.clear();
        // The rings of one area follow each other (BufferDesc::ringEnds), and every vertex carries the number of its
        // area.
        for (std::uint32_t i = before; end < ends.size(); ++end) {
            if (call.vertex<AreaVertex>(i).area != area) break;
            for (; i < ends[end]; ++i) places.push_back(placing.place(call.vertex<AreaVertex>(i)));
        }
        each(area, Rings{places, ends.subspan(first, end - first), before});
    }
}

void drawAreas(const SoftwareDraw& call) {
    const auto frame = call.block<FrameBlock>(kFrameSlot);
    // All states are worked out beforehand, so that an area costs one look-up.
    Pixel colours[kStates];
    for (int state = 0; state < kStates; ++state) {
        const Float4& own = frame.classColours[state & kClassMask];
        const float rest = towardsPaper(frame, state), part = 1 - rest;
        colours[state] = opaque(own.x * part + frame.paper.x * rest, own.y * part + frame.paper.y * rest,
                                own.z * part + frame.paper.z * rest);
    }
    struct AreaPaint {
        Canvas& canvas;
        Blend blend;
        Pixel colour = 0;
        void span(int y, int from, int to) { canvas.fill(y, from, to, colour); }
        void part(int y, int x, std::uint32_t mask) { canvas.put(canvas.row(y)[x], mask, colour, kWhole, blend); }
    } paint{call.canvas, call.blend};
    forAreas(call, [&](std::uint32_t area, const Rings& rings) {
        paint.colour = colours[stateOf(*call.texture, area)];
        call.kept.fill.cover(call.clip, call.canvas.hasSamples(), rings, paint);
    });
}

void drawHatch(const SoftwareDraw& call) {
    const auto frame = call.block<FrameBlock>(kFrameSlot);
    struct HatchPaint final : Paint {
        HatchPaint(const SoftwareDraw& call, const HatchLines& lines)
            : canvas(call.canvas), blend(call.blend), hatch(lines) {}
        Canvas& canvas;
        Blend blend;
        HatchLines hatch;
        Pixel colour = 0;
        float alpha = 0;
        Hatch kind = Hatch::None;
        void span(int y, int from, int to) override {
            for (int x = from; x < to; ++x) part(y, x, Canvas::kAllSamples);
        }
        void part(int y, int x, std::uint32_t mask) override {
            const float fragY = static_cast<float>(canvas.height() - y) - 0.5f;
            const std::uint32_t weight = weightOf(alpha * hatch.cover(static_cast<float>(x) + 0.5f, fragY, kind));
            if (weight > 0) canvas.put(canvas.row(y)[x], mask, colour, weight, blend);
        }
    } hatch(call,
            {frame.hatchOriginPx.x, frame.hatchOriginPx.y, frame.hatchPeriodPx, 0.55f * frame.devicePixelRatio + 0.5f});
    Paint& paint = hatch;
    forAreas(call, [&](std::uint32_t area, const Rings& rings) {
        const int state = stateOf(*call.texture, area), number = state & kClassMask;
        const Float4& ground = frame.classColours[number];
        hatch.kind = static_cast<Hatch>(ground.w);
        if (hatch.kind == Hatch::None) return;
        // shaders/hatch.vert: lines of a class are light on dark and dark on light.
        const float light = ground.x * 0.3f + ground.y * 0.6f + ground.z * 0.1f > 0.5f ? 0.15f : 1.0f;
        hatch.colour =
            number == kNoDataClass ? opaque(frame.hatch.x, frame.hatch.y, frame.hatch.z) : opaque(light, light, light);
        hatch.alpha = 1 - towardsPaper(frame, state);
        call.kept.fill.cover(call.clip, call.canvas.hasSamples(), rings, paint);
    });
}

// Pieces of a border that stay so near to the beginning of the first are drawn as one, px: nobody sees their corners, and far out
// most pieces are that short.
constexpr float kJoined = 0.75f;

bool isShort(const Stroke& stroke, float toX, float toY) {
    return std::abs(toX - stroke.fromX) < kJoined && std::abs(toY - stroke.fromY) < kJoined;
}

void drawBorders(const SoftwareDraw& call) {
    const auto block = call.block<StrokeBlock>(kStrokeSlot);
    const Placing placing(call.block<TileBlock>(kTileSlot), call.canvas.height());
    Stroke stroke;
    stroke.halfWidth = block.halfWidthPx;
    // As in shaders/borders.frag: where a line shows what is beneath, round ends would be darker wherever pieces meet.
    stroke.flatEnds = block.colour.w < 1;
    stroke.colour = opaque(block.colour.x, block.colour.y, block.colour.z);
    stroke.alpha = block.colour.w;
    BorderPiece before{};
    for (std::size_t i = 0; i < call.count; ++i) {
        // A piece is stored once a corner; here one is enough.
        const auto piece = call.vertex<BorderPiece>(i * 4);
        const float toX = placing.x(piece.toX), toY = placing.y(piece.toY);
        const bool follows = i > 0 && piece.fromX == before.toX && piece.fromY == before.toY;
        before = piece;
        if (!follows || !isShort(stroke, stroke.toX, stroke.toY) || !isShort(stroke, toX, toY)) {
            if (i > 0) drawStroke(call.canvas, call.clip, call.blend, stroke);
            stroke.fromX = follows ? stroke.toX : placing.x(piece.fromX);
            stroke.fromY = follows ? stroke.toY : placing.y(piece.fromY);
        }
        stroke.toX = toX;
        stroke.toY = toY;
    }
    if (call.count > 0) drawStroke(call.canvas, call.clip, call.blend, stroke);
}

Stroke strokeOf(const SoftwareDraw& call, const OutlinePiece& piece) {
    const auto height = static_cast<float>(call.canvas.height());
    return {piece.fromX,
            height - piece.fromY,
            piece.toX,
            height - piece.toY,
            piece.halfWidthPx,
            false,
            pixelOf(piece.ink) | kOpaque,
            static_cast<float>(piece.ink.a) / 255};
}

void drawOutline(const SoftwareDraw& call) {
    for (std::size_t i = 0; i < call.count; ++i) {
        drawStroke(call.canvas, call.clip, call.blend, strokeOf(call, call.vertex<OutlinePiece>(i * 4)));
    }
}

template <typename Each>
void forLabels(const SoftwareDraw& call, Each&& each) {
    const auto height = static_cast<float>(call.canvas.height());
    const auto corner = [&](const LabelVertex& v) {
        return TexturedCorner{v.x, height - v.y, static_cast<float>(v.u), static_cast<float>(v.v), v.ink};
    };
    forTriangles<LabelVertex>(call, [&](const LabelVertex& a, const LabelVertex& b, const LabelVertex& c) {
        each(corner(a), corner(b), corner(c));
    });
}

template <typename Each>
void forPanels(const SoftwareDraw& call, Each&& each) {
    const auto panel = call.block<PanelBlock>(0);
    // From the display's px to the canvas's, which the shader reaches by way of clip space, 2 wide.
    const float scaleX = panel.clipPerPx.x * static_cast<float>(call.canvas.width()) / 2;
    const float scaleY = panel.clipPerPx.y * static_cast<float>(call.canvas.height()) / 2;
    const auto columns = static_cast<float>(call.texture->width), rows = static_cast<float>(call.texture->height);
    const auto corner = [&](const PanelVertex& v) {
        return TexturedCorner{(v.x - panel.originPx.x) * scaleX, (v.y - panel.originPx.y) * scaleY, v.u * columns,
                              v.v * rows, v.ink};
    };
    forTriangles<PanelVertex>(call, [&](const PanelVertex& a, const PanelVertex& b, const PanelVertex& c) {
        each(corner(a), corner(b), corner(c));
    });
}

void drawLabel(const SoftwareDraw& call) {
    forLabels(call, [&](const auto& a, const auto& b, const auto& c) { drawTextured(call, a, b, c); });
}

void drawPanels(const SoftwareDraw& call) {
    forPanels(call, [&](const auto& a, const auto& b, const auto& c) { drawTextured(call, a, b, c); });
}

// Of what is a whole number of words long, without gaps.
template <typename Piece>
std::uint64_t joinedAll(std::uint64_t sum, const Piece& piece) {
    using Words = std::array<std::uint64_t, sizeof(Piece) / sizeof(std::uint64_t)>;
    for (const std::uint64_t word : std::bit_cast<Words>(piece)) sum = joined(sum, word);
    return sum;
}

}  // namespace

void draw(Program program, const SoftwareDraw& call) {
    switch (program) {
#define DEX_PROGRAM(name, ...) \
    case Program::name: return draw##name(call);
#include "gpu/programs.def"
#undef DEX_PROGRAM
        case Program::kCount: break;
    }
}

bool addPieces(Program program, const SoftwareDraw& call, std::uint64_t state, ScreenCells& cells) {
    const auto addTriangle = [&](const TexturedCorner& a, const TexturedCorner& b, const TexturedCorner& c) {
        const struct {
            TexturedCorner a, b, c;
            // Fills up to whole words. Padding would do so, too, with bytes that nobody has set.
            std::uint32_t nothing;
        } piece{a, b, c, 0};
        cells.add(boxOf(call.clip, a, b, c), joinedAll(state, piece));
    };
    switch (program) {
        case Program::Label: forLabels(call, addTriangle); return true;
        case Program::Panels: forPanels(call, addTriangle); return true;
        case Program::Outline:
            for (std::size_t i = 0; i < call.count; ++i) {
                const struct {
                    OutlinePiece piece;
                    // Rows are counted from the lower edge: on a canvas of another height the same piece is elsewhere.
                    int height;
                } piece{call.vertex<OutlinePiece>(i * 4), call.canvas.height()};
                cells.add(boxOf(call.clip, strokeOf(call, piece.piece)), joinedAll(state, piece));
            }
            return true;
        default: return false;
    }
}

}  // namespace dex
