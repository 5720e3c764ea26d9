#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/chosen.h"
#include "model/level_columns.h"
#include "risk/normalise.h"
#include "risk/scope.h"
#include "risk/score.h"
#include "risk/stability.h"

namespace dex {

// The index over the areas of one level, with one arithmetic, scope and set of weights. What does not depend on the
// weights is kept while only they change.
class LevelScores {
public:
    // Brings it up to the choice, for that level. False until all columns of the index are here; then nothing may be
    // asked for. A change lets go of the stability.
    bool update(const Chosen& chosen, std::uint32_t level, const Library& library, const LevelColumns& columns);

    const Scores& scores() const { return *scores_; }
    const Normalised& normalised() const { return *normalised_; }
    // In scope, by area; empty: all.
    const Scope& scope() const { return scope_; }
    bool isInScope(std::uint32_t area) const { return scope_.empty() || scope_[area] != 0; }

    // The 1,000 trials, in slices: true while there are more. They begin again after a change.
    bool stepStability(std::uint32_t draws);
    const Stability* stability() const { return stability_ ? &*stability_ : nullptr; }

private:
    struct Made {
        std::uint32_t level = 0;
        Arithmetic arithmetic = Arithmetic::Rank;
        std::vector<LevelArea> scope;
        std::uint32_t selection = 0;  // Chosen::selection
        Weights weights;
    };
    std::optional<Made> made_;
    Scope scope_;
    std::unique_ptr<Normalised> normalised_;
    std::unique_ptr<Scores> scores_;
    std::optional<Stability> stability_;
};

// The scope's small areas; empty for the whole.
Scope scopeOf(const Chosen& chosen, const Library& library);
// The areas of a level that lie in the scope whole; empty for the whole. The level's borders are here.
Scope scopeAt(std::uint32_t level, const Chosen& chosen, const Library& library);

}  // namespace dex
