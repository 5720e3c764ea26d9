#include "output/outlined_names.h"

#include <algorithm>
#include <optional>

#include "base/sort.h"
#include "look/sizes.h"
#include "map/label_text.h"
#include "text/measure.h"

namespace dex {
namespace {

constexpr double kMaxEms = 9;  // Longer names get a second line.
constexpr double kBeside = 5;  // Between an area and a name beside it.

bool areApart(const PxRect& a, const PxRect& b) {
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

bool isWithin(const PxRect& inner, const PxRect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

// In full where another area is called the same without what stands in brackets.
std::string shortName(std::span<const OutlinedArea> areas, const OutlinedArea& area) {
    const std::string text = labelText(area.name);
    const auto alike =
        std::count_if(areas.begin(), areas.end(), [&](const OutlinedArea& one) { return labelText(one.name) == text; });
    return alike > 1 ? area.name : text;
}

// The best place first: where it stands best, above or below that within the area, and around the area.
std::vector<PxRect> placesFor(const OutlinedArea& area, const TextSize& size) {
    constexpr int kLines = 4;
    const PxRect& box = area.box;
    const auto around = [&](double midX, double midY) {
        return PxRect{midX - size.width / 2, midY - size.height / 2, size.width, size.height};
    };
    std::vector<PxRect> places;
    for (int line = 0; line <= kLines; ++line) {
        for (const int side : {-1, 1}) {
            const PxRect inside = around(area.anchor.x, area.anchor.y + side * line * size.height);
            if (isWithin(inside, box)) places.push_back(inside);
        }
    }
    const double midX = box.x + box.width / 2, midY = box.y + box.height / 2;
    const double right = (box.width + size.width) / 2 + kBeside, below = (box.height + size.height) / 2 + kBeside;
    constexpr double kSides[][2] = {{0, -1}, {0, 1}, {1, 0}, {-1, 0}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};
    for (const auto& [x, y] : kSides) places.push_back(around(midX + x * right, midY + y * below));
    // Where there is room for it nowhere else, it lies over the area.
    places.push_back(around(area.anchor.x, area.anchor.y));
    return places;
}

// Whether a name there would be read as another area's. Boxes of neighbours overlap, so within its own it has to keep off
// those alone that lie in it.
bool isOnAnother(std::span<const OutlinedArea> areas, std::uint32_t own, const PxRect& rect) {
    const PxRect& box = areas[own].box;
    const bool isInside = isWithin(rect, box);
    for (std::uint32_t i = 0; i < areas.size(); ++i) {
        const PxRect& other = areas[i].box;
        if (i == own || isWithin(box, other) || areApart(rect, other)) continue;
        if (!isInside || isWithin(other, box)) return true;
    }
    return false;
}

}  // namespace

std::vector<OutlinedName> placeNames(std::span<const OutlinedArea> areas, const Face& face, const PxRect& map,
                                     std::span<const PxRect> taken) {
    constexpr double kPx = map_look::kStrongLabelPx;
    std::vector<PxRect> isTaken(taken.begin(), taken.end());
    std::vector<OutlinedName> names;
    const auto isFree = [&](const PxRect& rect) {
        return isWithin(rect, map) &&
               std::all_of(isTaken.begin(), isTaken.end(), [&](const PxRect& other) { return areApart(rect, other); });
    };
    const auto add = [&](std::uint32_t area, const std::string& text, const PxRect& rect, bool isNumber) {
        isTaken.push_back(rect);
        names.push_back({{text, rect.x + rect.width / 2, rect.y + rect.height / 2, true}, rect, area, isNumber});
    };
    // Small areas have few places for theirs.
    const auto sizeOf = [&](std::uint32_t area) { return areas[area].box.width * areas[area].box.height; };
    for (const std::uint32_t i :
         orderBy(areas.size(), [&](std::uint32_t a, std::uint32_t b) { return sizeOf(a) < sizeOf(b); })) {
        const OutlinedArea& area = areas[i];
        const std::string name = breakLabel(face, shortName(areas, area), kPx, kPx * kMaxEms);
        const std::string number = std::to_string(i + 1);
        const auto placeOf = [&](const std::string& text) -> std::optional<PxRect> {
            const auto places = placesFor(area, textSize(face, text, kPx));
            const auto place = std::find_if(places.begin(), places.end(), [&](const PxRect& rect) {
                return isFree(rect) && !isOnAnother(areas, i, rect);
            });
            return place == places.end() ? std::nullopt : std::optional(*place);
        };
        if (const auto place = placeOf(name)) {
            add(i, name, *place, false);
        } else if (const auto beside = placeOf(number)) {
            add(i, number, *beside, true);
        } else if (const PxRect over = placesFor(area, textSize(face, number, kPx)).back(); isFree(over)) {
            add(i, number, over, true);
        }
    }
    return names;
}

}  // namespace dex
