#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "archive/atlas.h"

namespace dex {

// What the map shows. A score is a column like any other; three kinds are no scale but a choice among named classes.
enum class MeasureKind : std::uint8_t {
    Overall,
    Standout,    // Which need stands out.
    Need,        // `index` into Index::needs
    Indicator,   // `index` into AtlasHead::indicators
    TwoWay,      // `index`: need, `other`: indicator of a group
    Moved,       // Ranks against those of the published recipe.
    Difference,  // Our tenth less that of the comparator `other`.
};

struct Measure {
    MeasureKind kind = MeasureKind::Indicator;
    std::uint32_t index = 0;
    std::uint32_t other = 0;
    friend bool operator==(const Measure&, const Measure&) = default;
};

// A scale of low to high, cut into classes as the reader asks; the others bring their own classes.
inline bool isScale(MeasureKind kind) {
    return kind == MeasureKind::Overall || kind == MeasureKind::Need || kind == MeasureKind::Indicator;
}

// The measure that `show` of a view names (docs/view-state.md); nothing where this atlas has no such thing.
std::optional<Measure> measureNamed(const AtlasHead& head, std::string_view show);
std::string nameOf(const AtlasHead& head, const Measure& measure);

// An index of somebody else's that our overall score may be held against: a comparator, the first of its source, or a
// context that is a score and not a share.
bool isComparable(const AtlasHead& head, std::uint32_t indicator);

Measure defaultMeasure(const AtlasHead& head);

std::optional<std::uint32_t> levelWithId(const AtlasHead& head, std::string_view id);
std::optional<std::uint32_t> indicatorWithId(const AtlasHead& head, std::string_view id);
std::optional<std::uint32_t> needWithId(const AtlasHead& head, std::string_view id);

// Classes of the measures that bring their own.
inline constexpr std::uint32_t kDifferenceClasses = 5;  // Much lower, lower, alike, higher, much higher.
inline constexpr std::uint32_t kThirds = 3;

}  // namespace dex
