#include "ui/glyphs.h"

#include <cmath>

#include "text/measure.h"

namespace dex {
namespace {

constexpr int kMinWidth = 512, kMaxWidth = 4096, kMaxHeight = 8192;  // Of the picture.

// A width at which the picture is about as high.
int widthFor(double area) {
    int width = kMinWidth;
    while (width < kMaxWidth && static_cast<double>(width) * width < area) width *= 2;
    return width;
}

}  // namespace

Glyphs::Glyphs() {
    // The first: it stands for whatever the faces lack.
    characters_.push_back('?');
    for (char32_t c = 0x20; c < 0x7f; ++c) need(c);
    // Marks that nearly every text has.
    need("·–’“”−…");
}

void Glyphs::setFaces(const Face* regular, const Face* semibold) {
    regular_ = regular;
    semibold_ = semibold;
    isStale_ = true;
}

void Glyphs::prepare(double scale) {
    if (scale != scale_) isStale_ = true;
    scale_ = scale;
    if (isStale_ && hasFaces()) build();
}

void Glyphs::build() {
    // Texels a device px across: the coarser the screen, the more it shows where in a pixel a letter stands.
    const int columns = scale_ < 1.4 ? 4 : scale_ < 2.4 ? 2 : 1;
    step_ = 1.0 / columns;
    drawn_ = characters_.size();
    double area = 0;
    for (const TypeSize& size : kTypeSizes) area += size.px * scale_ * size.px * scale_;
    // A glyph fills about half of its square.
    shelves_.reset(widthFor(area / 2 * columns * static_cast<double>(drawn_)), kMaxHeight);
    shelves_.place({2, 2, 0, 0, std::vector<std::uint8_t>(4, 255)});  // The first place: white.

    glyphs_.assign(kTypeSizes.size() * drawn_, {});
    std::size_t at = 0;
    for (std::size_t i = 0; i < kTypeSizes.size(); ++i) {
        const Face& face = isStrong(static_cast<Type>(i)) ? *semibold_ : *regular_;
        // From ascent to descent it is whole device px; what that takes off the ascent moves the baseline.
        const double nominal = kTypeSizes[i].px * scale_, high = face.ascent(nominal) - face.descent(nominal);
        const double px = nominal * std::floor(high) / high;
        const auto drop = static_cast<float>(std::floor(face.ascent(px)) + 1 - std::floor(face.ascent(nominal) + 0.5));
        for (const char32_t c : characters_) {
            TypeGlyph& glyph = glyphs_[at++];
            if (!face.has(c)) {
                // The first of this type, the question mark.
                glyph = glyphs_[i * drawn_];
                continue;
            }
            glyph.advance = static_cast<float>(face.advance(c, px));
            const GlyphBitmap bitmap = face.finely(c, px, columns);
            const Shelves::Place place = shelves_.place(bitmap);
            if (place.width == 0) continue;
            const auto step = static_cast<float>(step_);
            glyph.left = (static_cast<float>(bitmap.left) - static_cast<float>(columns - 1) / 2) * step;
            glyph.right = glyph.left + static_cast<float>(bitmap.width) * step;
            glyph.top = static_cast<float>(bitmap.top) + drop;
            glyph.bottom = glyph.top + static_cast<float>(bitmap.height);
            glyph.u0 = place.x;
            glyph.v0 = place.y;
            glyph.u1 = static_cast<float>(place.x + place.width);
            glyph.v1 = static_cast<float>(place.y + place.height);
        }
    }
    // The picture's height is known only now.
    const float u = 1 / static_cast<float>(shelves_.width()), v = 1 / static_cast<float>(shelves_.height());
    for (TypeGlyph& glyph : glyphs_) {
        glyph.u0 *= u;
        glyph.u1 *= u;
        glyph.v0 *= v;
        glyph.v1 *= v;
    }
    isStale_ = false;
    ++version_;
}

// The corner that its four white texels share: smoothing between them changes nothing.
PxPoint Glyphs::white() const {
    return {2 / static_cast<float>(shelves_.width()), 2 / static_cast<float>(shelves_.height())};
}

GlyphPicture Glyphs::picture() const {
    return {std::as_bytes(shelves_.pixels()), static_cast<std::uint32_t>(shelves_.width()),
            static_cast<std::uint32_t>(shelves_.height()), version_};
}

bool Glyphs::need(char32_t c) {
    // What has no place in the table is drawn as a question mark, however often it is asked for.
    if (c < 0x20 || c >= kCharacters || c == '?' || places_[c] > 0) return true;
    places_[c] = static_cast<std::uint16_t>(characters_.size());
    characters_.push_back(c);
    isStale_ = true;
    return false;
}

bool Glyphs::need(std::string_view text) {
    bool isHere = true;
    while (!text.empty()) isHere = need(takeCodePoint(text)) && isHere;
    return isHere;
}

}  // namespace dex
