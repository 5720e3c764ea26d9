#include "app/choice.h"

#include <algorithm>

namespace dex {
namespace {

template <typename List>
std::optional<std::uint32_t> withId(const List& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - list.begin());
}

std::optional<LevelArea> find(const std::optional<AreaRef>& ref, const Library& library) {
    if (!ref) return std::nullopt;
    const auto level = levelWithId(*library.head(), ref->level);
    if (!level || !library.names(*level)) return std::nullopt;
    const auto& codes = library.names(*level)->codes;  // In order of code.
    const auto found = std::lower_bound(codes.begin(), codes.end(), ref->code);
    if (found == codes.end() || *found != ref->code) return std::nullopt;
    return LevelArea{*level, static_cast<std::uint32_t>(found - codes.begin())};
}

// Where the atlas begins with its overall score: the first indicator of the need that counts most.
std::uint32_t usualIndicator(const AtlasHead& head) {
    if (head.defaultView.indicator) return *head.defaultView.indicator;
    const auto& needs = head.index->needs;
    const auto heaviest =
        std::max_element(needs.begin(), needs.end(), [](const Need& a, const Need& b) { return a.weight < b.weight; });
    return heaviest->indicators[0].indicator;
}

}  // namespace

std::optional<std::uint32_t> levelWithId(const AtlasHead& head, std::string_view id) { return withId(head.levels, id); }

std::optional<std::uint32_t> indicatorWithId(const AtlasHead& head, std::string_view id) {
    return withId(head.indicators, id);
}

Chosen resolve(const ViewState& view, const Library& library) {
    const auto& head = *library.head();
    const auto& usual = head.defaultView;
    Chosen chosen;
    chosen.indicator = indicatorWithId(head, view.indicator).value_or(usualIndicator(head));
    chosen.level = levelWithId(head, view.level).value_or(usual.level);
    chosen.method = view.method.value_or(usual.method);
    chosen.classCount = view.classCount.value_or(usual.classCount);
    chosen.place = find(view.place, library);
    chosen.selected = find(view.selected, library);
    if (view.chosenClass && *view.chosenClass < chosen.classCount) chosen.chosenClass = view.chosenClass;
    return chosen;
}

bool isDefault(const Chosen& chosen, const AtlasHead& head) {
    const auto& usual = head.defaultView;
    return chosen.indicator == usualIndicator(head) && chosen.level == usual.level && chosen.method == usual.method &&
           chosen.classCount == usual.classCount;
}

bool isInPlace(const Library& library, const std::optional<LevelArea>& place, std::uint32_t smallArea) {
    if (!place) return true;
    const auto* grouping = library.grouping(place->level);
    return !grouping || (*grouping)[smallArea] == place->area;
}

}  // namespace dex
