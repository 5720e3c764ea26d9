#include "gpu/software_textured.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dex {
namespace {

// A number that is known at three corners and linear between them.
struct Plane {
    float origin = 0, perX = 0, perY = 0;
    float at(float x, float y) const { return origin + x * perX + y * perY; }
    friend bool operator==(const Plane&, const Plane&) = default;
};

// Places of the corners and what all planes over them share.
class Corners {
public:
    Corners(const TexturedCorner& a, const TexturedCorner& b, const TexturedCorner& c)
        : x_(a.x), y_(a.y), bx_(b.x - a.x), by_(b.y - a.y), cx_(c.x - a.x), cy_(c.y - a.y) {
        turn_ = bx_ * cy_ - by_ * cx_;
    }
    // Turned round so that it also holds for what is no number.
    bool isFlat() const { return !(std::abs(turn_) > 1e-9f); }
    Plane plane(float a, float b, float c) const {
        const float toB = b - a, toC = c - a;
        const float perX = (toB * cy_ - toC * by_) / turn_, perY = (toC * bx_ - toB * cx_) / turn_;
        return {a - x_ * perX - y_ * perY, perX, perY};
    }

private:
    float x_, y_, bx_, by_, cx_, cy_, turn_;
};

// 0–255.
std::uint32_t texel(const SoftwareTexture& texture, int x, int y) {
    x = std::clamp(x, 0, texture.width - 1);
    y = std::clamp(y, 0, texture.height - 1);
    const std::size_t at =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(x);
    return std::to_integer<std::uint32_t>(texture.texels[at]);
}

std::uint32_t sample(const SoftwareTexture& texture, float u, float v) {
    if (!texture.smooth) return texel(texture, floorOf(u), floorOf(v));
    // 1/256 of a texel, between the middles of four.
    const std::int32_t fineU = floorOf(u * 256 - 127.5f), fineV = floorOf(v * 256 - 127.5f);
    const int x = fineU >> 8, y = fineV >> 8;
    const auto right = static_cast<std::uint32_t>(fineU & 255), below = static_cast<std::uint32_t>(fineV & 255);
    const std::uint32_t upper = texel(texture, x, y) * (256 - right) + texel(texture, x + 1, y) * right;
    // On the middle of a row the row beneath would weigh nothing.
    if (below == 0) return (upper + 128) >> 8;
    const std::uint32_t lower = texel(texture, x, y + 1) * (256 - right) + texel(texture, x + 1, y + 1) * right;
    return (upper * (256 - below) + lower * below + 32768) >> 16;
}

std::uint32_t weightOf(std::uint32_t alpha, std::uint32_t cover) {
    const std::uint32_t both = (alpha * cover + 127) / 255;
    // 0–255 becomes 0–kWhole, both ends exactly.
    return both + (both >> 7);
}

// One colour and one cover all over.
struct PlainPaint final : Paint {
    PlainPaint(const SoftwareDraw& call, Pixel ink, std::uint32_t cover)
        : canvas(call.canvas), blend(call.blend), colour(ink), weight(cover) {}
    Canvas& canvas;
    Blend blend;
    Pixel colour;
    std::uint32_t weight;
    void span(int y, int from, int to) override {
        if (weight == kWhole) return canvas.fill(y, from, to, colour);
        for (int x = from; x < to; ++x) part(y, x, Canvas::kAllSamples);
    }
    void part(int y, int x, std::uint32_t mask) override { canvas.put(canvas.row(y)[x], mask, colour, weight, blend); }
};

struct TexturedPaint final : Paint {
    explicit TexturedPaint(const SoftwareDraw& call) : canvas(call.canvas), blend(call.blend), texture(*call.texture) {}
    Canvas& canvas;
    Blend blend;
    const SoftwareTexture& texture;
    Plane u, v, ink[4];
    Rgba8 only;  // Where all corners have the same ink.
    bool oneInk = false;
    bool isLetter = false;        // At its own size: a texel for each pixel,
    int toColumn = 0, toRow = 0;  // so far from its place.

    void span(int y, int from, int to) override {
        for (int x = from; x < to; ++x) part(y, x, Canvas::kAllSamples);
    }
    void part(int y, int x, std::uint32_t mask) override {
        const float midX = static_cast<float>(x) + 0.5f, midY = static_cast<float>(y) + 0.5f;
        const std::uint32_t cover =
            isLetter ? texel(texture, x + toColumn, y + toRow) : sample(texture, u.at(midX, midY), v.at(midX, midY));
        if (cover == 0) return;
        Rgba8 own = only;
        if (!oneInk) {
            const auto channel = [&](const Plane& plane) {
                return static_cast<std::uint8_t>(std::clamp(plane.at(midX, midY), 0.0f, 255.0f) + 0.5f);
            };
            own = {channel(ink[0]), channel(ink[1]), channel(ink[2]), channel(ink[3])};
        }
        const std::uint32_t weight = weightOf(own.a, cover);
        // The ink's alpha is in the weight already.
        if (weight > 0) canvas.put(canvas.row(y)[x], mask, pixelOf(own) | kOpaque, weight, blend);
    }
};

}  // namespace

Clip boxOf(const Clip& clip, const TexturedCorner& a, const TexturedCorner& b, const TexturedCorner& c) {
    // On the left one pixel more, for what is negative: division rounds towards 0. On the right it is the last pixel.
    const auto column = [](float x) { return snapped(x) / kPlacesPerPx; };
    return common(clip, {column(std::min({a.x, b.x, c.x})) - 1, column(std::min({a.y, b.y, c.y})) - 1,
                         column(std::max({a.x, b.x, c.x})) + 1, column(std::max({a.y, b.y, c.y})) + 1});
}

void drawTextured(const SoftwareDraw& call, const TexturedCorner& a, const TexturedCorner& b, const TexturedCorner& c) {
    const Clip box = boxOf(call.clip, a, b, c);
    if (box.left >= box.right || box.top >= box.bottom) return;
    const Corners corners(a, b, c);
    if (corners.isFlat()) return;
    const auto cover = [&](Paint&& paint) {
        const auto place = [](const TexturedCorner& corner) { return Place{snapped(corner.x), snapped(corner.y)}; };
        const Place places[] = {place(a), place(b), place(c)};
        constexpr std::uint32_t kEnds[] = {3};
        call.kept.fill.cover(call.clip, call.canvas.hasSamples(), {places, kEnds}, paint);
    };
    const bool oneInk = a.ink == b.ink && b.ink == c.ink;
    if (oneInk && a.u == b.u && b.u == c.u && a.v == b.v && b.v == c.v) {
        // Dear ImGui's plain shapes point every corner at one white texel: no look-up a pixel, and whole runs are
        // filled.
        const std::uint32_t weight = weightOf(a.ink.a, sample(*call.texture, a.u, a.v));
        if (weight > 0) cover(PlainPaint(call, pixelOf(a.ink) | kOpaque, weight));
        return;
    }
    TexturedPaint paint(call);
    paint.u = corners.plane(a.u, b.u, c.u);
    paint.v = corners.plane(a.v, b.v, c.v);
    paint.toColumn = floorOf(paint.u.origin);
    paint.toRow = floorOf(paint.v.origin);
    paint.isLetter = paint.u == Plane{static_cast<float>(paint.toColumn), 1, 0} &&
                     paint.v == Plane{static_cast<float>(paint.toRow), 0, 1};
    paint.only = a.ink;
    paint.oneInk = oneInk;
    if (!oneInk) {
        paint.ink[0] = corners.plane(a.ink.r, b.ink.r, c.ink.r);
        paint.ink[1] = corners.plane(a.ink.g, b.ink.g, c.ink.g);
        paint.ink[2] = corners.plane(a.ink.b, b.ink.b, c.ink.b);
        paint.ink[3] = corners.plane(a.ink.a, b.ink.a, c.ink.a);
    }
    cover(std::move(paint));
}

}  // namespace dex
