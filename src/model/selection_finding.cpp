#include "model/selection_finding.h"

#include <algorithm>
#include <span>

#include "base/result.h"
#include "model/area_finding.h"

namespace dex {
namespace {

// By the marks of each small area, which count for `weightOf`.
template <typename Weight>
SelectionFinding::Three sumOf(std::span<const AreaMark> marks, Weight weightOf) {
    SelectionFinding::Three sum;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const AreaMark mark = marks[i];
        if (mark == 0) continue;
        const double weight = weightOf(i);
        if ((mark & kChosen) != 0) sum.chosen += weight;
        if ((mark & kInside) != 0) sum.inside += weight;
        if ((mark & kTouched) != 0) sum.touched += weight;
    }
    return sum;
}

// Ties go to the need that comes first in the recipe.
void addStandsOut(const Library& library, const Analysis& analysis, SelectionFinding& found) {
    const LevelScores* of = analysis.scoresOfAll(library);
    if (!of) return;
    std::vector<std::uint32_t> times(library.head()->index->needs.size(), 0);
    for (const std::uint32_t area : chosenAreas(library)) {
        const std::uint32_t leader = of->scores().dominant[area].leader;
        if (leader != kNoNeed) ++times[leader];
    }
    const auto most = std::max_element(times.begin(), times.end());
    if (most == times.end() || *most == 0) return;
    found.standsOut = static_cast<std::uint32_t>(most - times.begin());
    found.standsOutIn = *most;
}

void addWithin(const Library& library, SelectionFinding& found) {
    const std::vector<std::uint32_t> areas = chosenAreas(library);
    for (std::uint32_t level = library.head()->topLevel(); level > 0; --level) {
        const AreaNames* names = library.names(level);
        const auto* grouping = library.grouping(level);
        if (!names || !grouping) continue;
        std::vector<bool> isNamed(names->names.size());
        SelectionFinding::Within within{level, {}};
        for (const std::uint32_t area : areas) isNamed[(*grouping)[area]] = true;
        for (std::size_t i = 0; i < isNamed.size(); ++i) {
            if (isNamed[i]) within.names.push_back(names->names[i]);
        }
        if (!within.names.empty()) found.within.push_back(std::move(within));
    }
}

}  // namespace

std::vector<std::uint32_t> chosenAreas(const Library& library) {
    std::vector<std::uint32_t> areas;
    const std::span<const AreaMark> marks = library.selection();
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        if ((marks[i] & kChosen) != 0) areas.push_back(i);
    }
    return areas;
}

std::optional<SelectionFinding> selectionFinding(const Library& library, const Analysis& analysis) {
    const std::span<const AreaMark> marks = library.selection();
    if (marks.empty()) return std::nullopt;
    SelectionFinding found;
    found.areas = sumOf(marks, [](std::size_t) { return 1; });
    if (const Column* residents = library.column(library.head()->residents)) {
        found.residents =
            sumOf(marks, [&](std::size_t i) { return hasNumber(residents->states[i]) ? residents->values[i] : 0; });
    }
    addWithin(library, found);
    if (!library.head()->index || !analysis.shown()) return found;
    const LevelArea selection{library.selectionLevel(), 0};
    found.shares = sharesOf(library, analysis, selection);
    found.groups = groupFiguresOf(library, analysis, selection);
    addStandsOut(library, analysis, found);
    return found;
}

}  // namespace dex
