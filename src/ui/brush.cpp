#include "ui/brush.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/measure.h"
#include "ui/drawing.h"

namespace dex {
namespace {

ImU32 inkOf(Colour colour, std::uint8_t alpha = 255) { return IM_COL32(colour.r, colour.g, colour.b, alpha); }

// To device px, wherever that is.
ImVec2 scaled(PxPoint point, double scale) {
    const auto by = static_cast<float>(scale);
    return {static_cast<float>(point.x) * by, static_cast<float>(point.y) * by};
}

// To device px, on whole ones.
ImVec2 snapped(const Brush& brush, double x, double y) { return {brush.snap(x), brush.snap(y)}; }

struct Corners {
    Corners(const Brush& brush, const PxRect& rect)
        : from(snapped(brush, rect.x, rect.y)), to(snapped(brush, rect.x + rect.width, rect.y + rect.height)) {}
    ImVec2 from, to;
};

}  // namespace

float Brush::snap(double length) const { return static_cast<float>(std::floor(length * scale_ + 0.5)); }

// Rounded down unless it is nearly a pixel more: thin lines stay thin.
float Brush::thickness(double px) const { return std::max(1.0f, static_cast<float>(std::floor(px * scale_ + 0.3))); }

void Brush::pushClip(const PxRect& rect) {
    const Corners at(*this, rect);
    drawing_.list(layer_).PushClipRect(at.from, at.to, true);
}

void Brush::popClip() { drawing_.list(layer_).PopClipRect(); }

void Brush::fill(const PxRect& rect, Colour colour, double corner, std::uint8_t alpha) {
    const Corners at(*this, rect);
    drawing_.list(layer_).AddRectFilled(at.from, at.to, inkOf(colour, alpha), static_cast<float>(corner * scale_));
}

void Brush::frame(const PxRect& rect, Colour colour, double corner, double width) {
    ImDrawList& list = drawing_.list(layer_);
    // Half a line inwards: the whole line lies within the rect.
    const float line = thickness(width), half = line / 2;
    const Corners at(*this, rect);
    list.PathRect({at.from.x + half, at.from.y + half}, {at.to.x - half, at.to.y - half},
                  std::max(0.0f, static_cast<float>(corner * scale_) - half));
    list.PathStroke(inkOf(colour), ImDrawFlags_Closed, line);
}

void Brush::lineAcross(double x, double y, double width, Colour colour) {
    const ImVec2 from = snapped(*this, x, y);
    drawing_.list(layer_).AddRectFilled(from, {snap(x + width), from.y + thickness(1)}, inkOf(colour));
}

void Brush::lineDown(double x, double y, double height, Colour colour) {
    const ImVec2 from = snapped(*this, x, y);
    drawing_.list(layer_).AddRectFilled(from, {from.x + thickness(1), snap(y + height)}, inkOf(colour));
}

void Brush::disc(double x, double y, double radius, Colour colour) {
    drawing_.list(layer_).AddCircleFilled(snapped(*this, x, y), static_cast<float>(radius * scale_), inkOf(colour));
}

void Brush::ring(double x, double y, double radius, Colour colour, double width) {
    const float line = thickness(width);
    drawing_.list(layer_).AddCircle(snapped(*this, x, y), static_cast<float>(radius * scale_) - line / 2, inkOf(colour),
                                    0, line);
}

void Brush::stroke(std::initializer_list<PxPoint> points, Colour colour, double width, bool closed) {
    ImDrawList& list = drawing_.list(layer_);
    for (const PxPoint& point : points) list.PathLineTo(scaled(point, scale_));
    list.PathStroke(inkOf(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness(width));
}

void Brush::triangle(PxPoint a, PxPoint b, PxPoint c, Colour colour) {
    drawing_.list(layer_).AddTriangleFilled(scaled(a, scale_), scaled(b, scale_), scaled(c, scale_), inkOf(colour));
}

void Brush::hatch(const PxRect& rect, Colour colour, Hatch kind) {
    if (kind == Hatch::None) return;
    const auto [from, to] = Corners(*this, rect);
    const float step = static_cast<float>(5 * scale_), height = to.y - from.y;
    const bool rises = kind == Hatch::Rising || kind == Hatch::Crossed,
               falls = kind == Hatch::Falling || kind == Hatch::Crossed;
    const auto line = [&](float x0, float y0, float x1, float y1) {
        drawing_.list(layer_).AddLine({x0, y0}, {x1, y1}, inkOf(colour), thickness(1));
    };
    pushClip(rect);
    // A slanting line that ends in the rect begins as far left of it as the rect is high.
    for (float x = from.x - height + step / 2; x < to.x; x += step) {
        if (rises) line(x, to.y, x + height, from.y);
        if (falls) line(x, from.y, x + height, to.y);
        if (kind == Hatch::Upright) line(x, from.y, x, to.y);
    }
    for (float y = from.y + step / 2; kind == Hatch::Across && y < to.y; y += step) line(from.x, y, to.x, y);
    popClip();
}

void Brush::shadow(const PxRect& rect, double corner) {
    // A soft edge of 24 px, 6 px down: rings that grow fainter outwards.
    constexpr int kRings = 16;
    double shown = 0;
    for (int i = kRings; i > 0; --i) {
        const double grow = 1.25 * i, share = 1 - static_cast<double>(i - 1) / kRings;
        // What all rings to here shall come to, less what they have come to in whole steps of alpha.
        const double goal = tokens_->shadowAlpha * 0.55 * share * share;
        const double alpha = std::floor(goal - shown + 0.5);
        if (alpha < 1) continue;
        shown += alpha;
        fill({rect.x - grow, rect.y - grow + 6, rect.width + 2 * grow, rect.height + 2 * grow}, tokens_->shade,
             corner + grow, static_cast<std::uint8_t>(alpha));
    }
}

double Brush::widthOf(Type type, std::string_view text) const {
    // Characters that are new make the picture of glyphs stale, and the frame is made once more (Interface::draw).
    glyphs_.need(text);
    double width = 0;
    while (!text.empty()) width += static_cast<double>(glyphs_.glyph(type, takeCodePoint(text)).advance);
    return width / scale_;
}

double Brush::run(float x, float baseline, Type type, Colour colour, std::string_view text) {
    ImDrawList& list = drawing_.list(layer_);
    const ImU32 ink = inkOf(colour);
    const double step = glyphs_.step();
    double pen = x;
    while (!text.empty()) {
        const TypeGlyph& glyph = glyphs_.glyph(type, takeCodePoint(text));
        if (glyph.right > glyph.left) {
            // Glyphs are sharp at whole steps alone. The pen keeps its fractions, so that letters do not drift apart.
            const auto at = static_cast<float>(std::floor(pen / step + 0.5) * step);
            list.PrimReserve(6, 4);
            list.PrimRectUV({at + glyph.left, baseline + glyph.top}, {at + glyph.right, baseline + glyph.bottom},
                            {glyph.u0, glyph.v0}, {glyph.u1, glyph.v1}, ink);
        }
        pen += static_cast<double>(glyph.advance);
    }
    return pen - static_cast<double>(x);
}

std::string Brush::shortened(Type type, std::string_view text, double width) const {
    if (widthOf(type, text) <= width) return std::string(text);
    const std::string dots = "…";
    double room = width - widthOf(type, dots);
    std::string_view rest = text;
    std::size_t kept = 0;
    while (!rest.empty()) {
        std::string_view before = rest;
        takeCodePoint(rest);
        // Letter by letter: glyphs are not kerned here, so widths add up.
        room -= widthOf(type, before.substr(0, before.size() - rest.size()));
        if (room < 0) break;
        kept = text.size() - rest.size();
    }
    while (kept > 0 && text[kept - 1] == ' ') --kept;
    return std::string(text.substr(0, kept)) + dots;
}

double Brush::text(const PxRect& row, Type type, Colour colour, std::string_view text, Align align) {
    if (text.empty()) return 0;
    // Whole, also where it is shortened below.
    if (heard_) heard_->emplace_back(text);
    const std::string line = shortened(type, text, row.width + 0.5);
    const double width = widthOf(type, line);
    const double x = align == Align::Left    ? row.x
                     : align == Align::Right ? row.x + row.width - width
                                             : row.x + (row.width - width) / 2;
    // The middle of the capitals stands in the middle of the row.
    const double middle = (row.y + row.height / 2) * scale_;
    const double capital = 0.727 * static_cast<double>(typeSize(type).px) * scale_;
    run(snap(x), static_cast<float>(std::floor(middle + capital / 2 + 0.5)), type, colour, line);
    return width;
}

std::vector<std::string> Brush::linesOf(Type type, std::string_view text, double width, std::size_t maxLines) const {
    std::vector<std::string> lines;
    const double space = widthOf(type, " ");
    while (!text.empty() && lines.size() < maxLines) {
        double used = 0;
        std::size_t end = 0, next = 0;
        while (next < text.size()) {
            const auto stop = std::min(text.find(' ', next), text.size());
            const double word = widthOf(type, text.substr(next, stop - next));
            if (end > 0 && used + space + word > width + 0.5) break;
            used += end > 0 ? space + word : word;
            end = stop;
            next = stop + 1;
        }
        // The last line takes all that is left, and ends in dots where that does not fit. So does a word that is wider
        // than a line.
        const bool isLast = lines.size() + 1 == maxLines;
        lines.push_back(isLast || used > width + 0.5 ? shortened(type, isLast ? text : text.substr(0, end), width)
                                                     : std::string(text.substr(0, end)));
        text = isLast || next >= text.size() ? std::string_view{} : text.substr(next);
    }
    return lines;
}

double Brush::heightOf(Type type, std::string_view text, double width, std::size_t maxLines) const {
    return static_cast<double>(linesOf(type, text, width, maxLines).size()) * static_cast<double>(typeSize(type).line);
}

double Brush::paragraph(const PxRect& rect, Type type, Colour colour, std::string_view text, std::size_t maxLines,
                        double line) {
    if (heard_ && !text.empty()) heard_->emplace_back(text);
    // Told once as a whole, not again line by line.
    auto* const heard = std::exchange(heard_, nullptr);
    if (line <= 0) line = typeSize(type).line;
    double y = rect.y;
    for (const auto& one : linesOf(type, text, rect.width, maxLines)) {
        this->text({rect.x, y, rect.width, line}, type, colour, one);
        y += line;
    }
    heard_ = heard;
    return y - rect.y;
}

}  // namespace dex
