#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "find/circle.h"
#include "geo/ground.h"

namespace dex {

// A question about a place as a link writes it (docs/view-state.md). A centre and a corner have five decimals there, about a
// metre, so they are rounded to five before they are asked: a link asks the same again.

// Half to even.
GroundPoint asAsked(LonLat place);

// "51.47400,-0.06900,800": latitude, longitude, whole metres from 1 to kMaxCircleMetres.
std::optional<Circle> parseCircle(std::string_view text);
std::string circleText(const Circle& circle);

}  // namespace dex
