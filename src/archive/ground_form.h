#pragma once

#include <span>

#include "base/bytes.h"
#include "geo/ground.h"

namespace dex {

// Points on the ground, as files of the atlas have them: all longitudes, then all latitudes (docs/format.md, "Numbers").
void writeGroundPoints(ByteWriter& out, std::span<const GroundPoint> points);

// Fills `points`. BadNumber where one lies beyond ±180° or ±90°.
void readGroundPoints(ByteReader& in, std::span<GroundPoint> points);

}  // namespace dex
