#pragma once

#include <optional>
#include <vector>

#include "output/picture.h"
#include "output/picture_bands.h"
#include "output/png_writer.h"

namespace dex {

// Takes the bytes of a file as they come.
class FileSink {
public:
    virtual ~FileSink() = default;
    virtual bool write(ByteSpan bytes) = 0;  // False where it cannot go on.
};

// Draws a plan as PNG, so many times its size, a band at a time. With a table of colours where there are at most 256: these are
// looked for first, so that a picture of few colours is drawn twice.
class PngDrawing {
public:
    // All of it outlives the drawing. `tiles` hold what pictureSight(plan.page, …) needs.
    PngDrawing(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
               const TileStore& tiles, double scale, Deflater& deflater);

    // Draws one band more, or packs a few rows of it. The bytes of the file that are ready then, which may be none.
    Bytes step();
    bool isDone() const { return isDone_; }
    double share() const;  // Of the work that is done, 0–1.

private:
    void lookForColours();
    bool addColour(PngColour colour);
    void begin();

    const PictureRequest& request_;
    const PicturePlan& plan_;
    double scale_;
    Deflater& deflater_;
    PictureBands bands_;
    int looked_ = 0;                   // Bands in which colours have been looked for.
    int top_ = 0;                      // Of the band at hand.
    std::span<const std::byte> rest_;  // Its rows that are not in the file yet; none where it has not been drawn.
    std::vector<PngColour> colours_;
    std::optional<PngWriter> writer_;  // Once the colours are known.
    bool isDone_ = false;
};

// All of it. False where the sink fails.
bool drawPng(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
             const TileStore& tiles, double scale, Deflater& deflater, FileSink& sink);

}  // namespace dex
