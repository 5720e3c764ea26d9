#include "ui/glyphs.h"

#include <utility>

#include "text/measure.h"

namespace dex {

Glyphs::Glyphs() {
    atlas_.Flags =
        ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    for (std::size_t c = 0x20; c < 0x7f; ++c) needed_.set(c);
    // Marks that nearly every text has: · thin space – ’ “ ” − …
    for (const std::size_t c : {0xb7, 0x2009, 0x2013, 0x2019, 0x201c, 0x201d, 0x2212, 0x2026}) needed_.set(c);
}

void Glyphs::setFaces(ByteSpan regular, ByteSpan semibold) {
    auto plain = Face::open(Bytes(regular.begin(), regular.end()));
    auto strong = Face::open(Bytes(semibold.begin(), semibold.end()));
    if (!plain.ok() || !strong.ok()) return;
    regular_ = std::move(*plain);
    semibold_ = std::move(*strong);
    isStale_ = true;
}

void Glyphs::prepare(double scale) {
    if (scale != scale_) isStale_ = true;
    scale_ = scale;
    if (isStale_ && hasFaces()) build();
}

void Glyphs::build() {
    ImVector<ImWchar> ranges;
    for (std::size_t c = 0; c < kCharacters; ++c) {
        if (!needed_[c]) continue;
        std::size_t last = c;
        while (last + 1 < kCharacters && needed_[last + 1]) ++last;
        ranges.push_back(static_cast<ImWchar>(c));
        ranges.push_back(static_cast<ImWchar>(last));
        c = last;
    }
    ranges.push_back(0);

    atlas_.Clear();
    atlas_.TexGlyphPadding = 1;
    const int oversample = scale_ < 1.4 ? 4 : scale_ < 2.4 ? 2 : 1;
    step_ = 1.0 / oversample;
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        const Face& face = isStrong(static_cast<Type>(i)) ? *semibold_ : *regular_;
        const double px = typeSize(static_cast<Type>(i)).px * scale_;
        ascents_[i] = face.ascent(px);
        descents_[i] = -face.descent(px);
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = oversample;
        config.OversampleV = 1;
        config.GlyphRanges = ranges.Data;
        const ByteSpan file = face.file();
        // ImGui's size is from ascent to descent, ours is the em.
        fonts_[i] = atlas_.AddFontFromMemoryTTF(const_cast<std::byte*>(file.data()), static_cast<int>(file.size()),
                                                static_cast<float>(ascents_[i] + descents_[i]), &config, ranges.Data);
    }
    atlas_.Build();
    isStale_ = false;
    ++version_;
}

GlyphPicture Glyphs::picture() const {
    if (!atlas_.TexPixelsAlpha8) return {};
    const auto width = static_cast<std::uint32_t>(atlas_.TexWidth),
               height = static_cast<std::uint32_t>(atlas_.TexHeight);
    const auto* pixels = reinterpret_cast<const std::byte*>(atlas_.TexPixelsAlpha8);
    return {ByteSpan(pixels, std::size_t{width} * height), width, height, version_};
}

bool Glyphs::need(std::string_view text) {
    bool isHere = true;
    while (!text.empty()) {
        const auto c = static_cast<std::size_t>(takeCodePoint(text));
        if (c >= kCharacters || needed_[c] || c < 0x20) continue;
        needed_.set(c);
        isStale_ = true;
        isHere = false;
    }
    return isHere;
}

}  // namespace dex
