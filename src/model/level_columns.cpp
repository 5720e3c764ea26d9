#include "model/level_columns.h"

#include "base/apart.h"
#include "stats/roll_up.h"

namespace dex {
namespace {

constexpr std::uint32_t kWhole = 0xffffffff;  // As a level: one area that holds all.

}  // namespace

const Column* LevelColumns::at(const Library& library, std::uint32_t indicator, std::uint32_t level) const {
    const auto& shown = library.head()->indicators[indicator];
    return level == shown.level ? library.column(shown.column) : rolledUp(library, indicator, level);
}

const Column* LevelColumns::ofWhole(const Library& library, std::uint32_t indicator) const {
    return rolledUp(library, indicator, kWhole);
}

const Column* LevelColumns::rolledUp(const Library& library, std::uint32_t indicator, std::uint32_t level) const {
    return level == library.selectionLevel() ? ofSelection(library, indicator)
                                             : keptIn(made_, library, indicator, level);
}

DEX_APART const Column* LevelColumns::ofSelection(const Library& library, std::uint32_t indicator) const {
    if (selection_ != library.selectionVersion()) ofSelection_.clear();
    selection_ = library.selectionVersion();
    return keptIn(ofSelection_, library, indicator, library.selectionLevel());
}

const Column* LevelColumns::keptIn(std::deque<Made>& made, const Library& library, std::uint32_t indicator,
                                   std::uint32_t level) const {
    for (const Made& one : made) {
        if (one.indicator == indicator && one.level == level) return &one.column;
    }
    const auto& head = *library.head();
    const auto& shown = head.indicators[indicator];
    const Column* cells = library.column(shown.column);
    // A recipe may name none.
    const bool isWeighted = head.residents != kNoFile;
    const Column* residents = isWeighted ? library.column(head.residents) : nullptr;
    const auto* inner = library.grouping(shown.level);
    const std::vector<std::uint32_t> one(level == kWhole ? head.areaCount() : 0, 0);
    const auto* outer = level == kWhole ? &one : library.grouping(level);
    if (!cells || (isWeighted && !residents) || !inner || !outer) return nullptr;
    const std::uint32_t count = level == kWhole ? 1 : library.areaCountAt(level);
    // Kept, because it goes through all small areas (docs/method.md, "Place, scope and level").
    made.push_back({indicator, level, columnAtLevel(*cells, *inner, shown.rollUp, residents, *outer, count)});
    return &made.back().column;
}

void addFilesOf(const AtlasHead& head, std::uint32_t indicator, std::uint32_t level, std::vector<FileIndex>& files) {
    const auto& shown = head.indicators[indicator];
    const FileIndex shared = shown.column == kNoFile ? kNoFile : head.files[shown.column].shared;
    files.push_back(head.levels[level].grouping);
    // Rolled up, it takes the borders of its own level, and residents as weights.
    if (level != shown.level) files.insert(files.end(), {head.levels[shown.level].grouping, head.residents});
    // The shared one first: a column that leans on it can be opened only then.
    files.insert(files.end(), {shared, shown.column});
}

}  // namespace dex
