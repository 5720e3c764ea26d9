#pragma once

#include "archive/atlas.h"

namespace dex {

// Whether the borders of small areas are far enough apart to be drawn at a zoom: in every tile of the overview a small area is
// at least 16 css px wide in the mean. So a country's open land does not let a city's lines run together, and panning
// switches nothing.
bool showsHairlines(const AtlasHead& head, double pxPerWorld);

}  // namespace dex
