#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "look/sizes.h"
#include "map/scene.h"
#include "text/face.h"
#include "text/shelves.h"
#include "ui/glyph_picture.h"

namespace dex {

// A character as it is drawn: its corners in device px from the pen on the baseline, y down, and where they lie in the
// picture, 0 to 1.
struct TypeGlyph {
    float left = 0, top = 0, right = 0, bottom = 0;  // All 0: nothing to draw.
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float advance = 0;
};

// Both faces at every size of type, rasterised into one picture for one scale. Only characters that have been asked for
// are in it; the first text with a new one makes the picture again before the next frame.
class Glyphs {
public:
    Glyphs();

    // They outlive the glyphs, or are set again.
    void setFaces(const Face* regular, const Face* semibold);
    bool hasFaces() const { return regular_ && semibold_; }

    // Device pixels for one css px of type. Call before a frame; makes the picture if anything has changed.
    void prepare(double scale);

    GlyphPicture picture() const;
    // A place of full cover in the picture, 0 to 1, for shapes.
    PxPoint white() const;

    // What is not in the picture, or not in the face, is a question mark.
    const TypeGlyph& glyph(Type type, char32_t c) const {
        const std::size_t place = c < kCharacters ? places_[c] : 0;
        return glyphs_[static_cast<std::size_t>(type) * drawn_ + (place < drawn_ ? place : 0)];
    }
    // Glyphs are sharp at multiples of this, device px.
    double step() const { return step_; }

    // Notes that the text will be drawn. True if all of it is in the picture.
    bool need(std::string_view text);
    bool isStale() const { return isStale_; }

private:
    static constexpr std::size_t kCharacters = 0x2300;  // Latin, punctuation, arrows and the minus.
    bool need(char32_t c);
    void build();

    const Face *regular_ = nullptr, *semibold_ = nullptr;
    std::vector<char32_t> characters_;                 // In the order in which they were asked for.
    std::array<std::uint16_t, kCharacters> places_{};  // In `characters_`; 0, the question mark's, until asked for.
    std::size_t drawn_ = 0;                            // As many of them are in the picture.
    std::vector<TypeGlyph> glyphs_;                    // Of each type, in the order of `characters_`.
    Shelves shelves_;
    double scale_ = 0, step_ = 1;
    bool isStale_ = true;
    std::uint32_t version_ = 0;
};

}  // namespace dex
