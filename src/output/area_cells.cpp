#include "output/area_cells.h"

#include <cmath>

#include "output/cell_state_id.h"
#include "output/number_text.h"
#include "stats/summary.h"

namespace dex {
namespace {

// Blank where a sum has overflowed.
AreaCell numberCell(double value, int decimals) {
    return {std::isfinite(value) ? numberText(value, decimals) : "", true};
}

AreaCell countCell(const Column& column, const std::vector<double>& counts, std::uint32_t area) {
    const bool isThere = column.hasCounts() && hasNumber(column.states[area]);
    return isThere ? numberCell(counts[area], kExactly) : AreaCell{"", true};
}

}  // namespace

std::vector<std::uint32_t> parentsAt(const Library& library, std::uint32_t level, std::uint32_t outer) {
    const AtlasHead& head = *library.head();
    return parentsOf(*library.grouping(level), *library.grouping(outer), head.areaCount(),
                     head.levels[level].areaCount);
}

AreaCells::AreaCells(const Library& library, const LevelScores* scores, const TableShape& shape, const CellStyle& style)
    : library_(&library),
      scores_(scores),
      shape_(shape),
      style_(style),
      columns_(tableColumnsOf(*library.head(), shape)) {}

std::optional<AreaCells> AreaCells::of(const Library& library, const LevelColumns& columns, const LevelScores* scores,
                                       const TableShape& shape, const CellStyle& style) {
    const AtlasHead& head = *library.head();
    for (std::uint32_t level = shape.level; level < head.levels.size(); ++level) {
        if (!library.names(level) || !library.grouping(level)) return std::nullopt;
    }
    AreaCells made(library, scores, shape, style);
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) {
        made.cells_.push_back(columns.at(library, i, shape.level));
        if (!made.cells_.back()) return std::nullopt;
    }
    made.parents_.resize(head.levels.size());
    for (std::uint32_t level = firstParentLevel(head, shape.level); level < head.levels.size(); ++level)
        made.parents_[level] = parentsAt(library, shape.level, level);
    return made;
}

AreaCell AreaCells::cell(const TableColumn& column, std::uint32_t area) const {
    const AreaNames& names = *library_->names(shape_.level);
    switch (column.kind) {
        case ColumnKind::Code: return {names.codes[area], false};
        case ColumnKind::Name: return {names.names[area], false};
        case ColumnKind::Detail: return {names.details[area], false};
        case ColumnKind::ParentCode:
        case ColumnKind::ParentName: return parentCell(column, area);
        case ColumnKind::Value: return number(*cells_[column.of], area);
        case ColumnKind::Numerator: return countCell(*cells_[column.of], cells_[column.of]->numerators, area);
        case ColumnKind::Denominator: return countCell(*cells_[column.of], cells_[column.of]->denominators, area);
        case ColumnKind::Unit: return {tableUnit(library_->head()->indicators[column.of]), false};
        case ColumnKind::State: return {std::string(idOf(cells_[column.of]->states[area])), false};
        default: return scoreCell(column, area);
    }
}

AreaCell AreaCells::scoreCell(const TableColumn& column, std::uint32_t area) const {
    const Scores& scores = scores_->scores();
    const auto rank = scores.ranking.rank(area);
    switch (column.kind) {
        case ColumnKind::Overall: return number(scores.overall, area);
        case ColumnKind::Rank: return {rank ? std::to_string(rank->fromHighest) : "", true};
        case ColumnKind::Ranked: return {std::to_string(scores.ranking.count()), true};
        case ColumnKind::Band: return {rank ? std::to_string(bandOf(scores.ranking, area)) : "", true};
        case ColumnKind::Coverage: return numberCell(scores.coverage[area], style_.decimals);
        case ColumnKind::Dominant: return {dominantText(area), false};
        case ColumnKind::Need: return number(scores.needs[column.of], area);
        default: return bandCell(column, area);
    }
}

AreaCell AreaCells::bandCell(const TableColumn& column, std::uint32_t area) const {
    const auto range = style_.stability->range(area);
    if (!range) return {"", true};
    return {std::to_string(column.kind == ColumnKind::LowBand ? range->low : range->high), true};
}

AreaCell AreaCells::parentCell(const TableColumn& column, std::uint32_t area) const {
    const std::uint32_t parent = parents_[column.of][area];
    if (parent == kNoParent) return {};
    const AreaNames& names = *library_->names(column.of);
    return {column.kind == ColumnKind::ParentCode ? names.codes[parent] : names.names[parent], false};
}

AreaCell AreaCells::number(const Column& column, std::uint32_t area) const {
    return hasNumber(column.states[area]) ? numberCell(column.values[area], style_.decimals) : AreaCell{"", true};
}

std::string AreaCells::dominantText(std::uint32_t area) const {
    const auto [leader, second] = scores_->scores().dominant[area];
    const auto& needs = library_->head()->index->needs;
    std::string text;
    if (leader != kNoNeed) text += needs[leader].id;
    if (second != kNoNeed) text += " " + needs[second].id;
    return text;
}

}  // namespace dex
