#pragma once

#include <vector>

#include "model/chosen.h"
#include "model/library.h"

namespace dex {

// The files whose contents a view needs besides tiles, in two parts, each with the most urgent first.
struct Wanted {
    std::vector<FileIndex> first;  // Enough for a picture without ranges; empty where a picture takes all of them.
    std::vector<FileIndex> then;   // May name those of the first part again.
};
Wanted wantedFor(const Chosen& chosen, const Library& library);

// What draws the default view besides the coarsest tiles: its classes, and the names and borders of the top level. The
// compiler lists them in atlas.json, so that a page can ask for them before it has the head.
std::vector<FileIndex> firstFiles(const AtlasHead& head);

// The names and borders of all levels, without which nobody knows what a code stands for.
std::vector<FileIndex> filesOfScopes(const AtlasHead& head);

// The files without which a level's areas cannot be listed with all that the atlas knows of them, and with the larger
// areas in which they lie.
std::vector<FileIndex> filesOfTable(const AtlasHead& head, std::uint32_t level);

}  // namespace dex
