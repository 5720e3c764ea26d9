#pragma once

#include <vector>

#include "look/tokens.h"
#include "output/svg_path.h"

namespace dex {

// The lines of a hatch as paths, for files in which a pattern is not safe.
struct HatchRuler {
    PxPoint origin;  // Where the pattern begins.
    double period = 5.5;
};
inline constexpr double kHatchLine = 1.1;  // Width of one, in units.

// What of the lines lies inside of rings, by the even-odd rule over all of them. y runs down.
SvgPath hatchPath(const std::vector<std::vector<PxPoint>>& rings, Hatch kind, const HatchRuler& ruler);

}  // namespace dex
