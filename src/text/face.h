#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace dex {

// The glyph of one code point as a distance field: 8 bits a pixel, rows from the top.
struct GlyphField {
    int width = 0, height = 0;
    int left = 0, top = 0;  // From the pen on the baseline to the field's top left corner, px, y down.
    std::vector<std::uint8_t> distance;
};

// An OpenType or TrueType face. No OpenType feature is applied but pair kerning: what the subset maps is what is seen.
class Face {
public:
    // Takes the file's bytes. BadFont where they are no face that can be drawn.
    static Result<Face> open(Bytes file);
    Face(Face&&) noexcept;
    Face& operator=(Face&&) noexcept;
    ~Face();

    bool has(char32_t codePoint) const;
    // All in px for a face of `px` to the em. Descent is negative.
    double ascent(double px) const;
    double descent(double px) const;
    double capHeight(double px) const;
    double advance(char32_t codePoint, double px) const;          // A missing glyph has the width of its box.
    double kerning(char32_t left, char32_t right, double px) const;

    // The field reaches `spreadPx` beyond the outline; kFieldEdge is on it, and the value falls by kFieldEdge over
    // `spreadPx` outwards. Empty for a space and for a glyph that is not in the face.
    static constexpr std::uint8_t kFieldEdge = 160;
    GlyphField field(char32_t codePoint, double px, int spreadPx) const;

    ByteSpan file() const;  // The whole file, for Dear ImGui's font of the same face. Valid as long as the face.

private:
    struct Outlines;
    explicit Face(std::unique_ptr<Outlines> outlines);
    std::unique_ptr<Outlines> outlines_;
};

}  // namespace dex
