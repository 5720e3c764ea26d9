#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "map/compass.h"
#include "map/outline.h"

namespace dex {

struct Neighbour {
    std::uint32_t area = 0;
    Compass towards = Compass::North;  // Where the shared border lies, seen from the middle of the set.
    friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

// Areas of the level that share a border with the set, clockwise from north by where that border lies, as far as the
// tiles given hold it.
std::vector<Neighbour> neighboursOf(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& set);

// Steps round the neighbours of one area: the keys ] and [. The area in the middle stays the same while the reader
// steps. Call reset() when an area is selected in any other way (Enter, a tap): it then becomes the next middle.
class NeighbourWalk {
public:
    // The area to select; nothing where there is no neighbour. `selected` is what is selected now; `keys` as above.
    std::optional<Neighbour> step(const TileStore& tiles, std::span<const TileKey> keys, const AreaSet& selected,
                                  int direction);

    void reset() { ring_.clear(); }

private:
    std::vector<Neighbour> ring_;
    std::size_t at_ = 0;
};

}  // namespace dex
