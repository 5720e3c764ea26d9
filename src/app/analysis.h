#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/choice.h"
#include "app/library.h"
#include "stats/classify.h"
#include "stats/ranking.h"
#include "stats/summary.h"

namespace dex {

// The files whose contents a view needs besides tiles, the most urgent first.
std::vector<FileIndex> filesFor(const Chosen& chosen, const Library& library);

// The numbers behind what is chosen: one column at one level, its classes, ranking and counts. Each is made again only
// when something that it depends on has changed.
class Analysis {
public:
    // Brings it up to the choice and the files that are here; true if what is shown changed. Where the column that is
    // chosen is not here yet, the numbers of the last choice stay, unless the atlas has stored classes for it.
    bool update(const Chosen& chosen, const Library& library);

    // What the numbers belong to: lags behind the choice while files are on their way.
    const std::optional<Chosen>& shown() const { return shown_; }
    bool hasValues() const { return hasValues_; }  // Else the classes are the atlas's own, without ranges.
    const Column& column() const { return column_; }
    const Classes& classes() const { return classes_; }
    const Ranking& ranking() const { return ranking_; }
    const Strip& strip() const { return strip_; }
    const ClassCounts& countsInPlace() const { return counts_; }
    const std::optional<Leader>& leader() const { return leader_; }

    // By small area, for Renderer::setClasses; changes with every update that returned true.
    const std::vector<std::uint8_t>& areaClasses() const { return areaClasses_; }
    std::uint32_t version() const { return version_; }

private:
    bool computeValues(const Chosen& chosen, const Library& library);
    bool takeStoredClasses(const Chosen& chosen, const Library& library);
    void count(const Chosen& chosen, const Library& library);
    void paint(const Chosen& chosen, const Library& library);

    std::optional<Chosen> shown_;
    std::uint32_t filesHere_ = 0;
    bool hasValues_ = false;
    Column column_;
    Classes classes_;
    Ranking ranking_;
    Strip strip_;
    ClassCounts counts_;
    std::optional<Leader> leader_;
    std::vector<std::uint8_t> areaClasses_;
    std::uint32_t version_ = 0;
};

}  // namespace dex
