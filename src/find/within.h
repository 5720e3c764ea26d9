#pragma once

#include <span>
#include <variant>
#include <vector>

#include "find/area_marks.h"
#include "find/circle.h"
#include "find/ground_tile.h"
#include "find/polygon.h"

namespace dex {

// Which small areas lie in a shape (docs/method.md, "Questions about a place").
using AskedShape = std::variant<Circle, Polygon>;

// Nothing outside of it lies in the shape; the same box on the plane of the map, by which tiles are chosen.
GroundBox boxOf(const AskedShape& shape);
WorldBox worldBoxOf(const AskedShape& shape);

// The small areas whose own point lies in the shape: chosen, and no more is known of them. `points` are by small area.
AreaMarks chosenByPoint(const AskedShape& shape, std::span<const GroundPoint> points);

// The same by their outlines, on the finest level of detail: `tiles` are all of its tiles that reach into that box.
AreaMarks within(const AskedShape& shape, std::span<const GroundPoint> points, std::span<GroundTile* const> tiles);

}  // namespace dex
