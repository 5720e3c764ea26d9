#pragma once

#include <optional>
#include <vector>

#include "archive/atlas.h"
#include "geo/ground.h"

namespace dex {

// The point at which each small area is taken to be when distances are asked (docs/method.md, "Questions about a place").
// A file of its own, for those who ask.
struct AreaPoints {
    std::optional<Source> source;  // Who published the points; without one every point is an interior point.
    std::vector<GroundPoint> all;  // By small area.
    Flags isInterior;  // Parallel: the source has no point for it, so this one is inside it, far from its borders.
};

Result<AreaPoints> decodePoints(ByteSpan bytes, std::uint32_t areaCount);

}  // namespace dex
