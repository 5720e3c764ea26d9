#include "map/question.h"

#include <algorithm>

#include "base/exact.h"
#include "map/view_numbers.h"

namespace dex {

namespace {

constexpr double kAskedPerDegree = 1e5;
constexpr std::int32_t kGroundPerAsked = 100;
constexpr int kAskedDecimals = 5;

constexpr std::size_t kMinCorners = 3;
constexpr char kStroke = '/', kComma = ',', kAway = '~';

std::int32_t wholeOf(double degrees, double limit) {
    return static_cast<std::int32_t>(nearestWhole(std::clamp(degrees, -limit, limit) * kAskedPerDegree)) *
           kGroundPerAsked;
}

void appendPlace(std::string& text, GroundPoint point) {
    const LonLat place = toLonLat(point);
    appendFixed(text, place.latDeg, kAskedDecimals);
    text += kComma;
    appendFixed(text, place.lonDeg, kAskedDecimals);
}

// An area's level may stay open: the atlas knows.
std::optional<AreaRef> parseArea(std::string_view text) {
    if (auto ref = AreaRef::parse(text)) return ref;
    if (!isId(text) || text.find(':') != std::string_view::npos) return std::nullopt;
    return AreaRef{{}, std::string(text)};
}

// Adds the parts of a value, which are separated by `divider`; false where `parse` cannot read one.
template <typename Parse>
bool addParts(std::string_view value, char divider, Parse parse, Question& question) {
    while (true) {
        const std::size_t end = value.find(divider);
        std::string_view one = value.substr(0, end);
        const bool isTakenAway = one.starts_with(kAway);
        if (isTakenAway) one.remove_prefix(1);
        auto what = parse(one);
        if (!what) return false;
        QuestionPart& part = question.emplace_back();
        part.what.template emplace<typename decltype(what)::value_type>(std::move(*what));
        part.isTakenAway = isTakenAway;
        if (end == std::string_view::npos) return true;
        value.remove_prefix(end + 1);
    }
}

template <typename Parse>
bool readParts(std::string_view value, char divider, Parse parse, std::string QuestionText::* key, QuestionText& text) {
    Question question;
    if (!addParts(value, divider, parse, question)) return false;
    text.*key = textOf(question).*key;
    return true;
}

void appendPart(std::string& text, char divider, bool isTakenAway, const std::string& part) {
    if (!text.empty()) text += divider;
    if (isTakenAway) text += kAway;
    text += part;
}

}  // namespace

GroundPoint asAsked(LonLat place) { return {wholeOf(place.lonDeg, 180), wholeOf(place.latDeg, 90)}; }

std::optional<Circle> parseCircle(std::string_view text) {
    double numbers[3] = {};
    const double max[3] = {90, 180, kMaxCircleMetres}, min[3] = {-90, -180, 1};
    if (!readThree(text, min, max, numbers)) return std::nullopt;
    const auto metres = static_cast<std::uint32_t>(numbers[2]);
    if (metres != numbers[2]) return std::nullopt;
    return Circle{asAsked({numbers[1], numbers[0]}), metres};
}

std::string circleText(const Circle& circle) {
    std::string text;
    appendPlace(text, circle.centre);
    text += kComma;
    appendFixed(text, circle.metres, 0);
    return text;
}

std::optional<GroundRing> parseShape(std::string_view text) {
    GroundRing corners;
    while (!text.empty()) {
        double lat = 0, lon = 0;
        const std::size_t middle = text.find(kComma);
        if (middle == std::string_view::npos) return std::nullopt;
        const std::size_t end = text.find(kComma, middle + 1);
        if (!readFixed(text.substr(0, middle), -90, 90, lat) ||
            !readFixed(text.substr(middle + 1, end == std::string_view::npos ? end : end - middle - 1), -180, 180, lon))
            return std::nullopt;
        corners.push_back(asAsked({lon, lat}));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
        if (text.empty()) return std::nullopt;
    }
    if (corners.size() < kMinCorners || !Polygon::of({&corners, 1}).ok()) return std::nullopt;
    return corners;
}

std::string shapeText(const GroundRing& corners) {
    std::string text;
    for (const GroundPoint corner : corners) {
        if (!text.empty()) text += kComma;
        appendPlace(text, corner);
    }
    return text;
}

Question questionOf(const QuestionText& text) {
    Question question;
    if (!text.circle.empty()) addParts(text.circle, kStroke, parseCircle, question);
    if (!text.shape.empty()) addParts(text.shape, kStroke, parseShape, question);
    if (!text.areas.empty()) addParts(text.areas, kComma, parseArea, question);
    return question;
}

QuestionText textOf(const Question& question) {
    QuestionText text;
    for (const auto& [what, isTakenAway] : question) {
        if (const auto* circle = std::get_if<Circle>(&what)) {
            appendPart(text.circle, kStroke, isTakenAway, circleText(*circle));
        } else if (const auto* corners = std::get_if<GroundRing>(&what)) {
            appendPart(text.shape, kStroke, isTakenAway, shapeText(*corners));
        } else if (const auto* area = std::get_if<AreaRef>(&what)) {
            appendPart(text.areas, kComma, isTakenAway, area->text());
        }
    }
    return text;
}

bool readCircles(std::string_view value, QuestionText& text) {
    return readParts(value, kStroke, parseCircle, &QuestionText::circle, text);
}

bool readShapes(std::string_view value, QuestionText& text) {
    return readParts(value, kStroke, parseShape, &QuestionText::shape, text);
}

bool readAreas(std::string_view value, QuestionText& text) {
    return readParts(value, kComma, parseArea, &QuestionText::areas, text);
}

}  // namespace dex
