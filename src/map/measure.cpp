#include "map/measure.h"

#include <algorithm>

namespace dex {
namespace {

constexpr std::string_view kOverall = "overall", kStandout = "standout", kMoved = "moved";

template <typename List>
std::optional<std::uint32_t> withId(const List& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - list.begin());
}

std::optional<Measure> pairNamed(const AtlasHead& head, std::string_view first, std::string_view second) {
    // Two pairs have a meaning: the index beside another index, and a need by a group.
    const auto other = indicatorWithId(head, second);
    if (!other) return std::nullopt;
    if (first == kOverall && isComparable(head, *other)) return Measure{MeasureKind::Difference, 0, *other};
    const auto need = needWithId(head, first);
    if (need && head.indicators[*other].kind == IndicatorKind::Group)
        return Measure{MeasureKind::TwoWay, *need, *other};
    return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> levelWithId(const AtlasHead& head, std::string_view id) { return withId(head.levels, id); }

std::optional<std::uint32_t> indicatorWithId(const AtlasHead& head, std::string_view id) {
    return withId(head.indicators, id);
}

std::optional<std::uint32_t> needWithId(const AtlasHead& head, std::string_view id) {
    return head.index ? withId(head.index->needs, id) : std::nullopt;
}

std::optional<Measure> measureNamed(const AtlasHead& head, std::string_view show) {
    if (head.index) {
        if (show == kOverall) return Measure{MeasureKind::Overall};
        if (show == kStandout) return Measure{MeasureKind::Standout};
        if (show == kMoved) return Measure{MeasureKind::Moved};
        // Before the indicators: where a need and an indicator have one id, the need is meant.
        if (const auto need = needWithId(head, show)) return Measure{MeasureKind::Need, *need};
        if (const auto stroke = show.find('/'); stroke != show.npos)
            return pairNamed(head, show.substr(0, stroke), show.substr(stroke + 1));
    }
    if (const auto indicator = indicatorWithId(head, show)) return Measure{MeasureKind::Indicator, *indicator};
    return std::nullopt;
}

std::string nameOf(const AtlasHead& head, const Measure& measure) {
    switch (measure.kind) {
        case MeasureKind::Overall: return std::string(kOverall);
        case MeasureKind::Standout: return std::string(kStandout);
        case MeasureKind::Moved: return std::string(kMoved);
        case MeasureKind::Need: return head.index->needs[measure.index].id;
        case MeasureKind::Indicator: return head.indicators[measure.index].id;
        case MeasureKind::TwoWay: return head.index->needs[measure.index].id + '/' + head.indicators[measure.other].id;
        case MeasureKind::Difference: return std::string(kOverall) + '/' + head.indicators[measure.other].id;
    }
    return {};
}

bool isComparable(const AtlasHead& head, std::uint32_t indicator) {
    const Indicator& asked = head.indicators[indicator];
    if (asked.kind == IndicatorKind::Context) return asked.display == Display::Number;
    if (asked.kind != IndicatorKind::Comparator) return false;
    // The first comparator of a source is the index itself; those that follow are its parts.
    for (std::uint32_t i = 0; i < indicator; ++i) {
        if (head.indicators[i].kind == IndicatorKind::Comparator && head.indicators[i].source == asked.source)
            return false;
    }
    return true;
}

Measure defaultMeasure(const AtlasHead& head) {
    if (head.defaultView.indicator) return {MeasureKind::Indicator, *head.defaultView.indicator};
    return {MeasureKind::Overall};
}

}  // namespace dex
