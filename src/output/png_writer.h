#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace dex {

// Packs bytes as a zlib stream (RFC 1950), a part at a time. Who packs is not our business here: natively zlib, in the
// browser its own.
class Deflater {
public:
    virtual ~Deflater() = default;
    // Appends what is ready to `packed`; more of it may come later.
    virtual void put(ByteSpan bytes, Bytes& packed) = 0;
    virtual void finish(Bytes& packed) = 0;
};

// A text in a PNG, by its keyword: Latin letters, 79 at most.
struct PngText {
    std::string_view keyword;
    std::string text;  // UTF-8.
};

using PngColour = std::uint32_t;  // 0xRRGGBB

struct PngHead {
    std::uint32_t width = 0, height = 0;
    std::vector<PngColour> palette = {};  // 256 at most; empty: three bytes a pixel.
    double dpi = 0;                       // 0: not said.
    std::vector<PngText> texts = {};
};

// Writes a PNG row after row (ISO/IEC 15948), opaque. Rows are filtered as libpng does by default: each by the filter whose
// bytes are nearest to 0; where colours stand in a palette, not at all.
class PngWriter {
public:
    PngWriter(PngHead head, Deflater& deflater);

    // One row of RGBA, from the top; the alpha is not looked at. With a palette, all its colours are in it.
    void row(ByteSpan rgba);
    void finish();

    // The bytes of the file that are ready, once.
    Bytes take();

private:
    void chunk(std::string_view type, ByteSpan content);
    void writeHead();
    void filterRow();
    void indexRow(ByteSpan rgba);
    void flush(std::size_t atLeast);

    PngHead head_;
    Deflater& deflater_;
    int bitsPerPixel_;
    Bytes row_, above_, packed_, file_;
    std::vector<std::uint8_t> quiet_;  // Of each group of pixels of the row: whether nothing happens there.
    std::vector<Bytes> tries_;         // The row by each filter, with the filter's number before it.
};

}  // namespace dex
