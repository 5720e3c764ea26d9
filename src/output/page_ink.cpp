#include "output/page_ink.h"

#include <algorithm>
#include <cmath>

#include "gpu/hatch_lines.h"
#include "look/sizes.h"
#include "text/measure.h"

namespace dex {
namespace {

// How many places within a pixel there are where a letter may begin. On fine pixels one is enough.
int shiftsFor(double pxPerUnit) { return pxPerUnit < 3 ? 4 : 1; }

int whole(double px) { return static_cast<int>(std::floor(px + 0.5)); }

// `cover` of 255.
void blend(std::byte* pixel, Colour colour, std::uint32_t cover) {
    const std::uint8_t channels[3] = {colour.r, colour.g, colour.b};
    for (int i = 0; i < 3; ++i) {
        const auto ground = std::to_integer<std::uint32_t>(pixel[i]);
        pixel[i] = static_cast<std::byte>((ground * (255 - cover) + channels[i] * cover + 127) / 255);
    }
}

}  // namespace

PageInk::PageInk(const PicturePage& page, const Face& regular, const Face& strong, double pxPerUnit)
    : page_(page), faces_{&regular, &strong}, pxPerUnit_(pxPerUnit), shifts_(shiftsFor(pxPerUnit)) {}

void PageInk::draw(std::span<std::byte> rgba, int width, int top) {
    const Rows rows{rgba, width, top, top + static_cast<int>(rgba.size() / 4 / static_cast<std::size_t>(width))};
    for (const PageBox& box : page_.boxes) drawBox(rows, box);
    // Rims first, so that none lies over the ink of a neighbour.
    for (const PageText& text : page_.texts) {
        if (text.hasHalo) drawText(rows, text, {page_.halo, true});
    }
    for (const PageText& text : page_.texts) drawText(rows, text, {text.ink, false});
}

void PageInk::fill(const Rows& rows, int left, int top, int right, int bottom, Colour colour) const {
    left = std::max(left, 0);
    right = std::min(right, rows.width);
    for (int y = std::max(top, rows.top); y < std::min(bottom, rows.bottom); ++y) {
        for (int x = left; x < right; ++x)
            blend(&rows.rgba[(static_cast<std::size_t>(y - rows.top) * static_cast<std::size_t>(rows.width) +
                              static_cast<std::size_t>(x)) *
                             4],
                  colour, 255);
    }
}

void PageInk::drawBox(const Rows& rows, const PageBox& box) const {
    const int left = whole(box.rect.x * pxPerUnit_), top = whole(box.rect.y * pxPerUnit_);
    // A line never vanishes.
    const int right = std::max(left + 1, whole((box.rect.x + box.rect.width) * pxPerUnit_));
    const int bottom = std::max(top + 1, whole((box.rect.y + box.rect.height) * pxPerUnit_));
    if (bottom <= rows.top || top >= rows.bottom) return;
    fill(rows, left, top, right, bottom, box.fill);
    if (box.hatch != Hatch::None) {
        const HatchLines lines{0, 0, static_cast<float>(map_look::kHatchPeriodPx * pxPerUnit_),
                               static_cast<float>(0.55 * pxPerUnit_ + 0.5)};
        for (int y = std::max(top, rows.top); y < std::min(bottom, rows.bottom); ++y) {
            for (int x = left; x < std::min(right, rows.width); ++x) {
                // From the lower left corner, so that rising lines rise.
                const float cover =
                    lines.cover(static_cast<float>(x - left) + 0.5f, static_cast<float>(bottom - y) - 0.5f, box.hatch);
                blend(&rows.rgba[(static_cast<std::size_t>(y - rows.top) * static_cast<std::size_t>(rows.width) +
                                  static_cast<std::size_t>(x)) *
                                 4],
                      box.hatchInk, static_cast<std::uint32_t>(cover * 255 + 0.5f));
            }
        }
    }
    if (box.frame <= 0) return;
    const int line = std::max(1, whole(box.frame * pxPerUnit_));
    fill(rows, left, top, right, top + line, box.frameInk);
    fill(rows, left, bottom - line, right, bottom, box.frameInk);
    fill(rows, left, top, left + line, bottom, box.frameInk);
    fill(rows, right - line, top, right, bottom, box.frameInk);
}

const GlyphBitmap& PageInk::glyph(char32_t codePoint, const PageText& text, int shift, bool isHalo) {
    const GlyphKey key{codePoint, text.px, shift, text.isStrong, isHalo};
    const auto found = glyphs_.find(key);
    if (found != glyphs_.end()) return found->second;
    const Face& face = *faces_[text.isStrong ? 1 : 0];
    GlyphBitmap made =
        face.bitmap(drawnAs(face, codePoint), text.px * pxPerUnit_, static_cast<double>(shift) / shifts_);
    if (isHalo) made = haloOf(made, map_look::kHaloPx * pxPerUnit_);
    return glyphs_.emplace(key, std::move(made)).first->second;
}

void PageInk::drawGlyph(const Rows& rows, const GlyphBitmap& glyph, int column, int baseline, Colour colour) const {
    const int left = column + glyph.left, top = baseline + glyph.top;
    for (int y = std::max(top, rows.top); y < std::min(top + glyph.height, rows.bottom); ++y) {
        const std::uint8_t* cover = glyph.cover.data() + static_cast<std::ptrdiff_t>(y - top) * glyph.width;
        for (int x = std::max(left, 0); x < std::min(left + glyph.width, rows.width); ++x) {
            const std::uint32_t here = cover[x - left];
            if (here > 0)
                blend(&rows.rgba[(static_cast<std::size_t>(y - rows.top) * static_cast<std::size_t>(rows.width) +
                                  static_cast<std::size_t>(x)) *
                                 4],
                      colour, here);
        }
    }
}

void PageInk::drawText(const Rows& rows, const PageText& text, Ink ink) {
    const double px = text.px * pxPerUnit_;
    const int baseline = whole(text.baseline * pxPerUnit_);
    // No letter reaches further than this, its rim included.
    if (baseline + 1.5 * px < rows.top || baseline - 2 * px > rows.bottom) return;
    const Face& face = *faces_[text.isStrong ? 1 : 0];
    eachLetter(face, text.text, px, text.x * pxPerUnit_, [&](char32_t codePoint, double pen) {
        const double steps = std::floor(pen * shifts_ + 0.5);
        const int column = static_cast<int>(std::floor(steps / shifts_));
        const int shift = static_cast<int>(steps) - column * shifts_;
        drawGlyph(rows, glyph(codePoint, text, shift, ink.isHalo), column, baseline, ink.colour);
    });
}

}  // namespace dex
