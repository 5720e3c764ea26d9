#include "app/analysis.h"

#include <algorithm>

#include "map/scene.h"
#include "stats/roll_up.h"

namespace dex {
namespace {

std::span<const std::uint32_t> groupingOrNone(const Library& library, std::uint32_t level) {
    const auto* grouping = library.grouping(level);
    return grouping ? std::span<const std::uint32_t>(*grouping) : std::span<const std::uint32_t>{};
}

// How many of the library's files are here: enough to know that something has arrived.
std::uint32_t countHere(const Library& library) {
    std::uint32_t count = 0;
    for (FileIndex file = 0; file < library.head()->files.size(); ++file) {
        if (library.state(file) == Library::FileState::Here && library.head()->files[file].kind != FileKind::Tile)
            ++count;
    }
    return count;
}

bool sameValues(const Chosen& a, const Chosen& b) {
    return a.indicator == b.indicator && a.level == b.level && a.method == b.method && a.classCount == b.classCount;
}

}  // namespace

std::vector<FileIndex> filesFor(const Chosen& chosen, const Library& library) {
    const auto& head = *library.head();
    const auto& indicator = head.indicators[chosen.indicator];
    const auto& level = head.levels[chosen.level];
    const auto& top = head.levels[head.topLevel()];
    std::vector<FileIndex> files;
    if (isDefault(chosen, head)) files.push_back(head.defaultView.classes);
    files.insert(files.end(), {top.grouping, top.names, level.grouping});
    if (chosen.level != indicator.level) files.push_back(head.levels[indicator.level].grouping);
    if (const FileIndex shared = indicator.column == kNoFile ? kNoFile : head.files[indicator.column].shared;
        shared != kNoFile) {
        files.push_back(shared);
    }
    files.insert(files.end(), {indicator.column, head.residents, level.names});
    if (chosen.selected) files.push_back(head.levels[chosen.selected->level].names);
    std::erase(files, kNoFile);
    return files;
}

bool Analysis::update(const Chosen& chosen, const Library& library) {
    const std::uint32_t here = countHere(library);
    if (shown_ == chosen && here == filesHere_) return false;
    const bool filesChanged = here != filesHere_;
    filesHere_ = here;

    const bool valuesKept = shown_ && sameValues(*shown_, chosen) && (hasValues_ || !filesChanged);
    if (!valuesKept && !computeValues(chosen, library)) {
        const bool classesKept = shown_ && sameValues(*shown_, chosen);
        if (!classesKept && !takeStoredClasses(chosen, library)) return false;
    }
    shown_ = chosen;
    count(chosen, library);
    paint(chosen, library);
    ++version_;
    return true;
}

bool Analysis::computeValues(const Chosen& chosen, const Library& library) {
    const auto& head = *library.head();
    const auto& indicator = head.indicators[chosen.indicator];
    const Column* cells = library.column(indicator.column);
    if (!cells) return false;
    if (chosen.level == indicator.level) {
        column_ = *cells;
    } else {
        const auto* inner = library.grouping(indicator.level);
        const auto* outer = library.grouping(chosen.level);
        const Column* residents = library.column(head.residents);
        if (!inner || !outer || !residents) return false;
        column_ =
            columnAtLevel(*cells, *inner, indicator.rollUp, *residents, *outer, head.levels[chosen.level].areaCount);
    }
    hasValues_ = true;
    classes_ = classify(column_, chosen.method, chosen.classCount);
    ranking_ = Ranking(column_);
    strip_ = histogram(column_, classes_);
    return true;
}

bool Analysis::takeStoredClasses(const Chosen& chosen, const Library& library) {
    if (!isDefault(chosen, *library.head()) || !library.defaultClasses()) return false;
    hasValues_ = false;
    column_ = {};
    classes_ = {};
    classes_.ofArea = *library.defaultClasses();
    classes_.classCount = chosen.classCount;
    ranking_ = {};
    strip_ = {};
    return true;
}

void Analysis::count(const Chosen& chosen, const Library& library) {
    const auto& head = *library.head();
    const std::uint32_t areaCount = head.areaCount();
    const auto own = groupingOrNone(library, chosen.level);
    const std::uint32_t ownCount = head.levels[chosen.level].areaCount;
    std::vector<std::uint32_t> parents;
    std::optional<std::uint32_t> place;
    if (chosen.place) {
        parents = parentsOf(own, groupingOrNone(library, chosen.place->level), areaCount, ownCount);
        place = chosen.place->area;
    }
    counts_ = countClasses(classes_.ofArea, classes_.classCount, parents, place);
    leader_.reset();
    const std::uint32_t top = head.topLevel();
    if (chosen.place || chosen.level == top || !library.grouping(top) || classes_.classCount == 0) return;
    leader_ = leaderIn(classes_.ofArea, classes_.classCount - 1,
                       parentsOf(own, *library.grouping(top), areaCount, ownCount), head.levels[top].areaCount);
}

void Analysis::paint(const Chosen& chosen, const Library& library) {
    const std::uint32_t areaCount = library.head()->areaCount();
    const auto* grouping = library.grouping(chosen.level);
    areaClasses_.assign(areaCount, kNoDataClass);
    if (!grouping) return;
    for (std::uint32_t area = 0; area < areaCount; ++area) {
        const std::uint8_t ofArea = classes_.ofArea[(*grouping)[area]];
        std::uint8_t byte = ofArea;
        if (!isInPlace(library, chosen.place, area)) byte |= kFadedFlag;
        if (chosen.chosenClass && *chosen.chosenClass != ofArea) byte |= kDimmedFlag;
        areaClasses_[area] = byte;
    }
}

}  // namespace dex
