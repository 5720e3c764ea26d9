#pragma once

#include <string>

#include "look/tokens.h"
#include "output/svg_path.h"

namespace dex {

// The small parts of an SVG, each on a line of its own.

std::string svgColour(Colour colour);  // "#4d2f8f"

// A path that is drawn as a line; empty where it has no points.
std::string svgStroke(const SvgPath& path, Colour colour, double width, double opacity);

}  // namespace dex
