#pragma once

#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <string_view>

#include <imgui.h>

#include "base/bytes.h"
#include "text/face.h"
#include "ui/interface.h"
#include "ui/tokens.h"

namespace dex {

// Both faces at every size of type, rasterised for one scale: Dear ImGui's font atlas. Only characters that have been
// asked for are in it; the first text with a new one makes the atlas anew before the next frame.
class Glyphs {
public:
    Glyphs();

    void setFaces(ByteSpan regular, ByteSpan semibold);
    bool hasFaces() const { return regular_ && semibold_; }

    // Device pixels for one css px of type. Call before a frame; makes the atlas if anything has changed.
    void prepare(double scale);

    ImFontAtlas& atlas() { return atlas_; }
    GlyphPicture picture() const;
    const ImFont& font(Type type) const { return *fonts_[static_cast<std::size_t>(type)]; }
    // Device px from the top of a glyph's em box to its baseline, for placing lines.
    double ascent(Type type) const { return ascents_[static_cast<std::size_t>(type)]; }
    double descent(Type type) const { return descents_[static_cast<std::size_t>(type)]; }
    // Glyphs are sharp at multiples of this, device px.
    double step() const { return step_; }

    // Notes that the text will be drawn. True if all of it is in the atlas.
    bool need(std::string_view text);
    bool isStale() const { return isStale_; }

private:
    static constexpr std::size_t kCharacters = 0x2300;  // Latin, punctuation, arrows and the minus.
    void build();

    std::optional<Face> regular_, semibold_;
    ImFontAtlas atlas_;
    std::array<ImFont*, static_cast<std::size_t>(Type::kCount)> fonts_{};
    std::array<double, static_cast<std::size_t>(Type::kCount)> ascents_{}, descents_{};
    std::bitset<kCharacters> needed_;
    double scale_ = 0, step_ = 1;
    bool isStale_ = true;
    std::uint32_t version_ = 0;
};

}  // namespace dex
