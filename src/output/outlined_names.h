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
    std::uint32_t area = 0;  // Whose it is.
    bool isNumber = false;   // In its place stands which of the areas it is, from 1.
};

// The names of outlined areas, those of small areas first: each within its area where it has room, otherwise beside it and on
// no other of them, except one that encloses it. A name without such a place becomes a number. None touches another or
// anything that is taken, or reaches out of the map; one without room even for that is left out.
std::vector<OutlinedName> placeNames(std::span<const OutlinedArea> areas, const Face& face, const PxRect& map,
                                     std::span<const PxRect> taken);

}  // namespace dex
