#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/chosen.h"
#include "model/level_columns.h"
#include "model/level_scores.h"
#include "model/library.h"
#include "stats/classify.h"
#include "stats/ranking.h"
#include "stats/summary.h"

namespace dex {

// The numbers behind what is chosen: one column at one level, its classes, ranking and counts, and the scores behind
// them. Each is made again only when something that it depends on has changed. What not every view needs (scores and
// columns of other levels, what moved) is computed when it is first asked for and kept: so asking is const.
class Analysis {
public:
    // Brings it up to the choice and the files that are here; true if what is shown changed. Where the columns that are
    // chosen are not here yet, the numbers of the last choice stay, unless the atlas has stored classes for it.
    bool update(const Chosen& chosen, const Library& library);

    // What the numbers belong to: lags behind the choice while files are loading.
    const std::optional<Chosen>& shown() const { return shown_; }
    bool hasValues() const { return hasValues_; }  // Else the classes are the atlas's own, without ranges.
    // What is ranked: the measure's own scale; of classes by name the score that they come from; of what moved by how
    // many places; of a difference by how many tenths.
    const Column& column() const { return column_; }
    const Classes& classes() const { return classes_; }
    const Ranking& ranking() const { return ranking_; }
    // Of a scale; else without bins. Made when it is first asked for: a card alone shows it.
    const Strip& strip() const;
    const ClassCounts& countsInPlace() const { return counts_; }
    const std::optional<Leader>& leader() const { return leader_; }
    // In scope, by area of the level shown; empty: all.
    const Scope& scope() const { return scope_; }

    // The index at a level, as shown; null until its columns are here or where the atlas has none.
    const LevelScores* scoresAt(std::uint32_t level, const Library& library) const {
        return readyScores(level, library);
    }
    // The same for those who go on with its trials.
    LevelScores* scoresAt(std::uint32_t level, const Library& library) { return readyScores(level, library); }
    // The index over all small areas, with the arithmetic and weights shown and whatever the scope; null likewise.
    const LevelScores* scoresOfAll(const Library& library) const;
    // How many areas of the level shown moved a tenth or more against the published recipe; nothing while it is that.
    std::optional<std::uint32_t> movedCount(const Library& library) const;
    const LevelColumns& columns() const { return columns_; }

    // By small area, for Renderer::setClasses; changes with every update that returned true.
    const std::vector<std::uint8_t>& areaClasses() const { return areaClasses_; }
    std::uint32_t version() const { return version_; }

private:
    bool computeValues(const Chosen& chosen, const Library& library);
    void classifyScale(const Chosen& chosen);
    void computeStandout(const Scores& scores);
    bool computeOfScores(const Chosen& chosen, const Scores& scores, const Library& library);
    bool computeTwoWay(const Chosen& chosen, const Scores& scores, const Library& library);
    bool computeMoved(const Chosen& chosen, const Scores& scores, const Library& library);
    bool computeDifference(const Chosen& chosen, const Scores& scores, const Library& library);
    // Classes by name: `classOf` says which, of an area that has a number.
    template <typename ClassOf>
    void setClasses(std::uint32_t classCount, ClassOf classOf);
    LevelScores* readyScores(std::uint32_t level, const Library& library) const;
    const LevelScores* publishedScores(const Chosen& chosen, const Library& library) const;
    bool takeStoredClasses(const Chosen& chosen, const Library& library);
    void count(const Chosen& chosen, const Library& library);
    void paint(const Chosen& chosen, const Library& library);

    std::optional<Chosen> shown_;
    std::uint32_t libraryVersion_ = 0;  // Of what the numbers were made.
    bool hasValues_ = false;
    LevelColumns columns_;
    mutable std::vector<LevelScores> scores_;  // By level.
    mutable LevelScores published_, ofAll_;
    mutable std::optional<std::uint32_t> movedCount_;
    Scope scope_;
    Column column_;
    Classes classes_;
    Ranking ranking_;
    mutable std::optional<Strip> strip_;  // Absent: a scale’s, and not made yet.
    ClassCounts counts_;
    std::optional<Leader> leader_;
    std::vector<std::uint8_t> areaClasses_;
    std::uint32_t version_ = 0;
};

// The indicators that an area's card shows beside the index: the groups, then those that our score is compared with.
std::vector<std::uint32_t> groupsOf(const AtlasHead& head);
std::vector<std::uint32_t> comparatorsOf(const AtlasHead& head);

}  // namespace dex
