#include "output/table_text.h"

#include <algorithm>

namespace dex {

TableText::TableText(const Library& library, const AreaCells& cells, const TableRows& rows)
    : library_(library), cells_(cells) {
    const std::uint32_t level = cells.shape().level;
    const auto& [place, only] = rows;
    std::vector<std::uint32_t> placeOf;
    if (place) placeOf = parentsAt(library, level, place->level);
    for (std::uint32_t area = 0; area < cells.areaCount(); ++area) {
        const bool isIn = (!place || placeOf[area] == place->area) &&
                          (!only || std::find(only->begin(), only->end(), LevelArea{level, area}) != only->end());
        if (isIn && cells.isInScope(area)) areas_.push_back(area);
    }
}

void TableText::write(std::size_t rows, std::string& out) {
    if (hasEnded_) return;
    if (!hasBegun_) begin(out);
    hasBegun_ = true;
    const std::size_t end = written_ + std::min(rows, areas_.size() - written_);
    for (; written_ < end; ++written_) addRow(areas_[written_], written_ == 0, out);
    hasEnded_ = written_ == areas_.size();
    if (hasEnded_) this->end(out);
}

double TableText::share() const {
    return areas_.empty() ? (hasEnded_ ? 1 : 0) : static_cast<double>(written_) / static_cast<double>(areas_.size());
}

std::string TableText::rest() {
    std::string text;
    write(areas_.size(), text);
    return text;
}

}  // namespace dex
