#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace dex {

// How much of each pixel a glyph covers, 0–255, rows from the top.
struct GlyphBitmap {
    int width = 0, height = 0;
    int left = 0, top = 0;  // From the pen on the baseline to the top left corner, px, y down.
    std::vector<std::uint8_t> cover;
};

struct GlyphPoint {
    double x = 0, y = 0;  // px from the pen on the baseline, y down.
};

// One step along a glyph's outline. Each Move begins a ring, which closes by itself.
struct GlyphStep {
    enum class Kind : std::uint8_t { Move, Line, Curve };
    Kind kind = Kind::Move;
    GlyphPoint to;
    GlyphPoint first, second;  // Of a Curve: its control points, as Bézier's cubic has them.
};

// An OpenType or TrueType face. No OpenType feature is applied but pair kerning: what the subset maps is what is seen.
class Face {
public:
    // Takes the file's bytes. BadFont where they are no face, or cut off. Outlines within are trusted: faces are our own.
    static Result<Face> open(Bytes file);
    Face(Face&&) noexcept;
    Face& operator=(Face&&) noexcept;
    ~Face();

    bool has(char32_t codePoint) const;
    // All in px for a face of `px` to the em. Descent is negative.
    double ascent(double px) const;
    double descent(double px) const;
    double capHeight(double px) const;
    double advance(char32_t codePoint, double px) const;  // A missing glyph has the width of its box.
    double kerning(char32_t left, char32_t right, double px) const;

    // The glyph with the pen `shiftPx` (0 to 1) right of a pixel's left edge. Empty for a space; a box for a code point
    // that is not in the face.
    GlyphBitmap bitmap(char32_t codePoint, double px, double shiftPx) const;
    // The glyph in columns of 1/`columns` px, each the mean over the whole px that ends with it: every n-th of them is
    // the glyph at one of `columns` shifts. Width and left are counted in columns.
    GlyphBitmap finely(char32_t codePoint, double px, int columns) const;
    // The glyph's outline, what is within it by the non-zero rule. Empty for a space; a box for a code point that is not in
    // the face.
    std::vector<GlyphStep> outline(char32_t codePoint, double px) const;

private:
    struct Outlines;
    explicit Face(std::unique_ptr<Outlines> outlines);
    std::unique_ptr<Outlines> outlines_;
};

// What lies within `radiusPx` of the glyph, itself included: the light rim that keeps a label readable on any ground.
GlyphBitmap haloOf(const GlyphBitmap& glyph, double radiusPx);

}  // namespace dex
