#include "model/wanted.h"

#include "base/apart.h"
#include "model/analysis.h"
#include "model/level_columns.h"

namespace dex {
namespace {

void addIndex(const AtlasHead& head, std::uint32_t level, std::vector<FileIndex>& files) {
    if (!head.index) return;
    for (const Need& need : head.index->needs) {
        for (const NeedIndicator& one : need.indicators) addFilesOf(head, one.indicator, level, files);
    }
}

void addNames(const AtlasHead& head, const std::vector<LevelArea>& areas, std::vector<FileIndex>& files) {
    for (const LevelArea& area : areas) {
        // The selection has no files of its own.
        if (area.level < head.levels.size())
            files.insert(files.end(), {head.levels[area.level].names, head.levels[area.level].grouping});
    }
}

// What its card says: whatever the level that is drawn, it is summed from small areas.
DEX_APART void addSelectionFiles(const AtlasHead& head, std::vector<FileIndex>& files) {
    const std::vector<FileIndex> scopes = filesOfScopes(head);
    files.insert(files.end(), scopes.begin(), scopes.end());
    if (!head.index) return;
    addIndex(head, 0, files);
    for (const auto group : groupsOf(head)) addFilesOf(head, group, 0, files);
}

}  // namespace

std::vector<FileIndex> firstFiles(const AtlasHead& head) {
    const Level& top = head.levels[head.topLevel()];
    std::vector<FileIndex> files{head.defaultView.classes, top.names, top.grouping};
    // An atlas of one level has no grouping.
    std::erase(files, kNoFile);
    return files;
}

std::vector<FileIndex> filesOfScopes(const AtlasHead& head) {
    std::vector<FileIndex> files;
    for (const Level& level : head.levels) files.insert(files.end(), {level.names, level.grouping});
    std::erase(files, kNoFile);
    return files;
}

std::vector<FileIndex> filesOfTable(const AtlasHead& head, std::uint32_t level) {
    std::vector<FileIndex> files;
    // Larger levels as well: each row names the areas that its own lies in.
    for (std::uint32_t own = level; own < head.levels.size(); ++own)
        files.insert(files.end(), {head.levels[own].names, head.levels[own].grouping});
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) addFilesOf(head, i, level, files);
    std::erase(files, kNoFile);
    return files;
}

Wanted wantedFor(const Chosen& chosen, const Library& library) {
    const auto& head = *library.head();
    const auto& level = head.levels[chosen.level];
    const auto& top = head.levels[head.topLevel()];
    const Measure& measure = chosen.measure;
    Wanted wanted;
    // Only the default view has stored classes; every other is drawn from its columns alone.
    if (isDefault(chosen, head)) wanted.first = firstFiles(head);
    std::vector<FileIndex>& files = wanted.then;
    // What the map is drawn from comes first, then what panels say.
    files.insert(files.end(), {top.grouping, top.names, level.grouping});
    if (measure.kind == MeasureKind::Indicator) addFilesOf(head, measure.index, chosen.level, files);
    if (measure.kind == MeasureKind::TwoWay || measure.kind == MeasureKind::Difference)
        addFilesOf(head, measure.other, chosen.level, files);
    addNames(head, chosen.scope, files);
    // For any measure: the card and Adjust speak of the index.
    addIndex(head, chosen.level, files);
    files.insert(files.end(), {head.residents, level.names});
    addNames(head, chosen.compared, files);
    if (chosen.selected) files.push_back(head.levels[chosen.selected->level].names);
    if (!library.selection().empty()) addSelectionFiles(head, files);
    if (head.index && (chosen.selected || !chosen.compared.empty())) {
        // Shares of people are counted among small areas, whatever the level.
        addIndex(head, 0, files);
        for (const auto group : groupsOf(head)) addFilesOf(head, group, chosen.level, files);
        for (const auto one : comparatorsOf(head)) addFilesOf(head, one, chosen.level, files);
    }
    std::erase(files, kNoFile);
    return wanted;
}

}  // namespace dex
