#include "map/question.h"

#include <algorithm>

#include "base/exact.h"
#include "map/view_numbers.h"

namespace dex {

namespace {

constexpr double kAskedPerDegree = 1e5;
constexpr std::int32_t kGroundPerAsked = 100;
constexpr int kAskedDecimals = 5;

std::int32_t wholeOf(double degrees, double limit) {
    return static_cast<std::int32_t>(nearestWhole(std::clamp(degrees, -limit, limit) * kAskedPerDegree)) *
           kGroundPerAsked;
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
    const LonLat centre = toLonLat(circle.centre);
    std::string text;
    appendFixed(text, centre.latDeg, kAskedDecimals);
    text += ',';
    appendFixed(text, centre.lonDeg, kAskedDecimals);
    text += ',';
    appendFixed(text, circle.metres, 0);
    return text;
}

}  // namespace dex
