#include "model/chosen.h"

#include <algorithm>

#include "base/apart.h"

namespace dex {
namespace {

std::optional<LevelArea> find(const std::optional<AreaRef>& ref, const Library& library) {
    return ref ? areaWithRef(*ref, library) : std::nullopt;
}

std::vector<LevelArea> findAll(const std::vector<AreaRef>& refs, const Library& library) {
    std::vector<LevelArea> found;
    for (const auto& ref : refs) {
        if (const auto area = areaWithRef(ref, library)) found.push_back(*area);
    }
    return found;
}

// It comes last.
DEX_APART void addSelectionScope(const ViewState& view, const Library& library, Chosen& chosen) {
    if (std::find(view.scope.begin(), view.scope.end(), AreaRef::selection()) == view.scope.end()) return;
    chosen.scope.push_back({library.selectionLevel(), 0});
    chosen.selection = library.selectionVersion();
}

void weigh(Weights& weights, const WeightChoice& choice, const AtlasHead& head) {
    const auto& needs = head.index->needs;
    for (std::size_t need = 0; need < needs.size(); ++need) {
        if (needs[need].id == choice.id) weights.needs[need] = choice.weight;
        for (std::size_t i = 0; i < needs[need].indicators.size(); ++i) {
            if (head.indicators[needs[need].indicators[i].indicator].id == choice.id)
                weights.indicators[need][i] = choice.weight;
        }
    }
}

}  // namespace

std::optional<LevelArea> areaWithRef(const AreaRef& ref, const Library& library) {
    const auto level = levelWithId(*library.head(), ref.level);
    if (!level || !library.names(*level)) return std::nullopt;
    const auto& codes = library.names(*level)->codes;  // In order of code.
    const auto found = std::lower_bound(codes.begin(), codes.end(), ref.code);
    if (found == codes.end() || *found != ref.code) return std::nullopt;
    return LevelArea{*level, static_cast<std::uint32_t>(found - codes.begin())};
}

AreaRef refOf(const Library& library, LevelArea area) {
    return {library.head()->levels[area.level].id, library.names(area.level)->codes[area.area]};
}

Chosen resolve(const ViewState& view, const Library& library) {
    const auto& head = *library.head();
    const auto& defaults = head.defaultView;
    Chosen chosen;
    chosen.measure = measureNamed(head, view.show).value_or(defaultMeasure(head));
    // A selected area stands among those of its level, whatever else the link says.
    const auto selectedLevel = view.selected ? levelWithId(head, view.selected->level) : std::nullopt;
    chosen.level = selectedLevel ? *selectedLevel : levelWithId(head, view.level).value_or(defaults.level);
    chosen.method = view.method.value_or(defaults.method);
    chosen.classCount = view.classCount.value_or(defaults.classCount);
    // Absent, too, until the names of its level are here.
    chosen.place = find(view.place, library);
    chosen.selected = find(view.selected, library);
    chosen.chosenClass = view.chosenClass;
    chosen.compared = findAll(view.compared, library);
    if (!head.index) return chosen;
    chosen.arithmetic = view.arithmetic.value_or(head.index->arithmetic);
    chosen.weights = publishedWeights(*head.index);
    for (const auto& choice : view.weights) weigh(chosen.weights, choice, head);
    chosen.scope = findAll(view.scope, library);
    if (!library.selection().empty()) addSelectionScope(view, library, chosen);
    return chosen;
}

std::optional<std::uint32_t> areaAround(const Library& library, LevelArea area, std::uint32_t level) {
    const auto* own = library.grouping(area.level);
    const auto* outer = library.grouping(level);
    if (!own || !outer) return std::nullopt;
    std::optional<std::uint32_t> around;
    for (std::size_t i = 0; i < own->size(); ++i) {
        if ((*own)[i] != area.area) continue;
        // One that lies in several is around none of them.
        if (around && *around != (*outer)[i]) return std::nullopt;
        around = (*outer)[i];
    }
    return around;
}

bool isPublished(const Chosen& chosen, const AtlasHead& head) {
    return !head.index || (chosen.arithmetic == head.index->arithmetic && chosen.scope.empty() &&
                           chosen.weights == publishedWeights(*head.index));
}

bool isDefault(const Chosen& chosen, const AtlasHead& head) {
    const auto& defaults = head.defaultView;
    // Also with a place or a selection: they change no class.
    return chosen.measure == defaultMeasure(head) && chosen.level == defaults.level &&
           chosen.method == defaults.method && chosen.classCount == defaults.classCount && isPublished(chosen, head);
}

bool isInPlace(const Library& library, const std::optional<LevelArea>& place, std::uint32_t smallArea) {
    if (!place) return true;
    const auto* grouping = library.grouping(place->level);
    // Until the borders are known nothing fades.
    return !grouping || (*grouping)[smallArea] == place->area;
}

}  // namespace dex
