#pragma once

#include <string>
#include <string_view>

#include "output/picture.h"

namespace dex {

// Draws a plan as SVG, with the groups "map" (in it "areas", "borders", "selected"), "labels", "legend" and "text". Text is
// text, in a named face with others to stand in for it, and as long as it was measured; or, where it was asked for, the shapes
// of our own. There is nothing in it that
// programs for drawing refuse or that a page could be attacked by: no script, style, filter, clip or outside reference.
// `tiles` hold what pictureSight(plan.page, kSvgPxPerUnit) needs.
std::string drawSvg(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
                    const TileStore& tiles);

// The map of a page and what stands on it, as an element of an HTML page: the same groups without "legend".
std::string drawMapSvg(const PictureSource& source, const PicturePage& page, const TileStore& tiles,
                       const Tokens& tokens, std::string_view alt);

// As finely as borders are drawn in it: they will be enlarged.
inline constexpr double kSvgPxPerUnit = 4;

}  // namespace dex
