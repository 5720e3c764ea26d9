#pragma once

#include <optional>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/score_request.h"
#include "model/analysis.h"

namespace dex {

// An atlas with one level of it scored, by the library and the analysis that the map has too. Made by scoreAtlas alone.
struct ScoredAtlas {
    Library library;    // Holds names and borders of all levels, and each indicator's column at the level.
    Chosen chosen;      // The overall score, as it was asked for.
    Analysis analysis;  // Of that.
    std::string spec;

    const AtlasHead& head() const { return *library.head(); }
    const Index& index() const { return *head().index; }
    const LevelScores& atLevel() const { return *analysis.scoresAt(chosen.level, library); }
    const Scores& scores() const { return atLevel().scores(); }
};

// `wrong` takes what was asked for and cannot be loaded, `problems` what is wrong with the atlas.
std::optional<ScoredAtlas> scoreAtlas(const AtlasFolder& atlas, const ScoreRequest& request, Problems& wrong,
                                      Problems& problems);

}  // namespace dex
