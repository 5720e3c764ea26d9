#pragma once

#include <span>
#include <string>
#include <vector>

#include "map/scene.h"
#include "text/face.h"

namespace dex {

// An area that a map outlines: its name, its box on the page, and where in it a name stands best.
struct OutlinedArea {
    std::string name;
    PxRect box;
    PxPoint anchor;
};

// Where a name stands, and the room that it takes.
struct OutlinedName {
    PlacedLabel label;
    PxRect rect;
};

// The names of outlined areas, those of small areas first: each within its area where it has room, otherwise beside it. None
// touches another or anything that is taken, or reaches out of the map; one without room is left out.
std::vector<OutlinedName> placeNames(std::span<const OutlinedArea> areas, const Face& face, const PxRect& map,
                                     std::span<const PxRect> taken);

}  // namespace dex
