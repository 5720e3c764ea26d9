#pragma once

#include <string>

#include "output/picture.h"

namespace dex {

// The map of a picture as the SVG group "map": areas of one class in one path, hatches as lines, borders as lines, the
// selected area's outline. What lies beyond the map's rectangle is cut off, so that no clip is needed.
std::string svgMap(const PictureSource& source, const PicturePage& page, const TileStore& tiles, const Tokens& tokens);

}  // namespace dex
