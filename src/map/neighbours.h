#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "map/outline.h"

namespace dex {

// Areas of the level that share a border with the set, clockwise from north by where that border lies, as far as the
// tiles given hold it.
std::vector<std::uint32_t> neighboursOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set);

// Steps round the neighbours of one area: the keys ] and [. The area in the middle stays the same while the reader
// steps. Call reset() when an area is selected in any other way (Enter, a tap): it then becomes the next middle.
class NeighbourWalk {
public:
    // The area to select; nothing where there is no neighbour. `selected` is what is selected now; `keys` as above.
    std::optional<std::uint32_t> step(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& selected,
                                      int direction);

    void reset() { ring_.clear(); }

private:
    std::vector<std::uint32_t> ring_;
    std::size_t at_ = 0;
};

}  // namespace dex
