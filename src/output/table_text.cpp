#include "output/table_text.h"

#include <algorithm>

namespace dex {

TableText::TableText(const Library& library, const AreaCells& cells, const std::optional<LevelArea>& place)
    : library_(library), cells_(cells) {
    std::vector<std::uint32_t> placeOf;
    if (place) placeOf = parentsAt(library, cells.shape().level, place->level);
    for (std::uint32_t area = 0; area < cells.areaCount(); ++area) {
        if (cells.isInScope(area) && (!place || placeOf[area] == place->area)) areas_.push_back(area);
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
