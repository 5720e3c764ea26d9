#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/atlas_folder.h"
#include "compile/read_scope.h"
#include "compile/score_request.h"
#include "risk/score.h"

namespace dex {

// An atlas with one level of it scored. Made by scoreAtlas alone.
struct ScoredAtlas {
    AtlasHead head;
    std::vector<NamedLevel> levels;
    std::uint32_t level = 0;
    std::string scopeName;  // Of the one area that is the scope; else blank.
    Scope smallAreas;       // The scope by small area and by area of the level; empty: all.
    Scope scope;
    Arithmetic arithmetic = Arithmetic::Rank;
    Weights weights;
    std::vector<Column> columns;         // Of all indicators of the atlas, at the level.
    Normalised normalised;               // Of the index's indicators.
    std::vector<std::uint32_t> indexed;  // Parallel to normalised.indicators: into `columns`.
    Scores scores;
    std::string spec;

    const Index& index() const { return *head.index; }
    std::uint32_t areaCount() const { return head.levels[level].areaCount; }
    bool isInScope(std::uint32_t area) const { return scope.empty() || scope[area] != 0; }
};

// `wrong` takes what was asked for and cannot be loaded, `problems` what is wrong with the atlas.
std::optional<ScoredAtlas> scoreAtlas(const AtlasFolder& atlas, const ScoreRequest& request, Problems& wrong,
                                      Problems& problems);

}  // namespace dex
