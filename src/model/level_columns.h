#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "model/library.h"

namespace dex {

// Columns of indicators at any level: as they came, or rolled up when they are first asked for, and then kept as long as
// the atlas is open, those of a selection as long as it stays. So asking is const.
class LevelColumns {
public:
    // The indicator's cells by area of the level; null until the files that it takes are here. Valid as long as this.
    const Column* at(const Library& library, std::uint32_t indicator, std::uint32_t level) const;

    // The indicator's one cell for all of the atlas together.
    const Column* ofWhole(const Library& library, std::uint32_t indicator) const;

private:
    const Column* rolledUp(const Library& library, std::uint32_t indicator, std::uint32_t level) const;
    const Column* ofSelection(const Library& library, std::uint32_t indicator) const;

    struct Made {
        std::uint32_t indicator = 0, level = 0;
        Column column;
    };
    const Column* keptIn(std::deque<Made>& made, const Library& library, std::uint32_t indicator,
                         std::uint32_t level) const;
    mutable std::deque<Made> made_;         // Addresses stay.
    mutable std::deque<Made> ofSelection_;  // Of the selection that `selection_` is the version of.
    mutable std::uint32_t selection_ = 0;
};

// The files that a column at a level takes, besides the column's own.
void addFilesOf(const AtlasHead& head, std::uint32_t indicator, std::uint32_t level, std::vector<FileIndex>& files);

}  // namespace dex
