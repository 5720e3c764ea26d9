#pragma once

#include <span>
#include <vector>

#include "map/tile_store.h"
#include "model/library.h"
#include "text/face.h"

namespace dex {

// Where something to take away is made: what is here of the map's atlas, and a list of what has to be fetched for it. Of one
// step; everything that it refers to outlives it.
class Bench {
public:
    Bench(const Library& library, const TileStore& onMap, const Face* regular, const Face* semibold)
        : library_(library), onMap_(onMap), regular_(regular), semibold_(semibold) {}

    const Library& library() const { return library_; }
    // Null until the faces are here.
    const Face* regular() const { return regular_; }
    const Face* semibold() const { return semibold_; }

    // Whether all of these files are here.
    bool has(std::span<const FileIndex> files);
    // Whether all that the sight needs is in a store, into which copies of the map's own tiles are put.
    bool has(const Sight& sight, TileStore& tiles);
    // The same of all tiles of a level of detail.
    bool has(std::uint16_t lod, TileStore& tiles);

    // What was not here. One of them may have failed: then there is no way to go on.
    const std::vector<FileIndex>& missing() const { return missing_; }
    bool isStuck() const { return isStuck_; }

private:
    void miss(FileIndex file);
    bool bring(TileKey key, TileStore& tiles);

    const Library& library_;
    const TileStore& onMap_;
    const Face* regular_;
    const Face* semibold_;
    std::vector<FileIndex> missing_;
    bool isStuck_ = false;
};

}  // namespace dex
