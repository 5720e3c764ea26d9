#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "find/circle.h"
#include "find/polygon.h"
#include "geo/ground.h"
#include "map/area_ref.h"

namespace dex {

// Questions about a place as a link writes them (docs/view-state.md). A centre and a corner have five decimals there, about a
// metre, so they are rounded to five before they are asked: a link asks the same again.

// Half to even.
GroundPoint asAsked(LonLat place);

// "51.47400,-0.06900,800": latitude, longitude, whole metres from 1 to kMaxCircleMetres.
std::optional<Circle> parseCircle(std::string_view text);
std::string circleText(const Circle& circle);

// "51.50000,-0.10000,51.51000,-0.10000,51.51000,-0.08000": the corners of a drawn shape, which closes by itself.
std::optional<GroundRing> parseShape(std::string_view text);
std::string shapeText(const GroundRing& corners);

// One thing that a reader selected by. An area may be named by its code alone.
struct QuestionPart {
    std::variant<Circle, GroundRing, AreaRef> what;
    bool isTakenAway = false;
    friend bool operator==(const QuestionPart&, const QuestionPart&) = default;
};

// The small areas of all parts together, less those of the parts that are taken away.
using Question = std::vector<QuestionPart>;

// The same as a view holds it, by its keys: parts of one kind, each with "~" before it where it is taken away; circles and
// shapes are separated by strokes, areas by commas.
struct QuestionText {
    std::string circle, shape, areas;
    bool empty() const { return circle.empty() && shape.empty() && areas.empty(); }
    friend bool operator==(const QuestionText&, const QuestionText&) = default;
};
Question questionOf(const QuestionText& text);  // Of what the readers below have taken.
QuestionText textOf(const Question& question);

// Each takes the value of one key; false where a part of it cannot be read, and then nothing has been set.
bool readCircles(std::string_view value, QuestionText& text);
bool readShapes(std::string_view value, QuestionText& text);
bool readAreas(std::string_view value, QuestionText& text);

}  // namespace dex
