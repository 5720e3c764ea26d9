#include "model/level_scores.h"

namespace dex {

Scope scopeOf(const Chosen& chosen, const Library& library) {
    Scope all;
    for (const LevelArea& area : chosen.scope) {
        const auto* grouping = library.grouping(area.level);
        if (!grouping) continue;
        const Scope one = scopeOf(*grouping, area.area);
        if (all.empty()) all.resize(one.size());
        // What lies in any of the areas is in scope.
        for (std::size_t i = 0; i < one.size(); ++i) all[i] |= one[i];
    }
    return all;
}

Scope scopeAt(std::uint32_t level, const Chosen& chosen, const Library& library) {
    const Scope smallAreas = scopeOf(chosen, library);
    if (smallAreas.empty()) return {};
    // A larger area is in scope if all its small areas are (docs/method.md, "Place, scope and level").
    return scopeAtLevel(smallAreas, *library.grouping(level), library.head()->levels[level].areaCount);
}

bool LevelScores::update(const Chosen& chosen, std::uint32_t level, const Library& library,
                         const LevelColumns& columns) {
    const auto& head = *library.head();
    if (!head.index) return false;
    const bool sameInput = made_ && made_->level == level && made_->arithmetic == chosen.arithmetic &&
                           made_->scope == chosen.scope && made_->selection == chosen.selection;
    if (sameInput && made_->weights == chosen.weights) return true;

    // With other weights alone the normalised columns stay, and only the means are taken again: as often as a slider
    // moves.
    if (!sameInput) {
        // All columns before anything is changed: what stands stays until they are here.
        std::vector<ScoredColumn> scored;
        for (const Need& need : head.index->needs) {
            for (const NeedIndicator& one : need.indicators) {
                const Column* cells = columns.at(library, one.indicator, level);
                if (!cells) return false;
                scored.push_back({cells, head.indicators[one.indicator].polarity});
            }
        }
        if (!library.grouping(level)) return false;
        scope_ = scopeAt(level, chosen, library);
        normalised_ = std::make_unique<Normalised>(normalise(scored, scope_, chosen.arithmetic));
    }
    // It refers to the scores that are replaced here.
    stability_.reset();
    scores_ = std::make_unique<Scores>(score(*head.index, *normalised_, chosen.weights, chosen.arithmetic));
    made_ = Made{level, chosen.arithmetic, chosen.scope, chosen.selection, chosen.weights};
    return true;
}

bool LevelScores::stepStability(std::uint32_t draws) {
    if (!scores_) return false;
    if (!stability_) stability_.emplace(*normalised_, *scores_, made_->weights, made_->arithmetic);
    return stability_->step(draws);
}

}  // namespace dex
