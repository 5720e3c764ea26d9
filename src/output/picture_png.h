#pragma once

#include "output/picture.h"
#include "output/png_writer.h"

namespace dex {

// Takes the bytes of a file as they come.
class FileSink {
public:
    virtual ~FileSink() = default;
    virtual bool write(ByteSpan bytes) = 0;  // False where it cannot go on.
};

// Draws a plan as PNG, so many times its size, a band at a time. `tiles` hold what pictureSight(plan.page, …) needs. With a
// table of colours where there are at most 256. False where the sink fails.
bool drawPng(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
             const TileStore& tiles, double scale, Deflater& deflater, FileSink& sink);

}  // namespace dex
